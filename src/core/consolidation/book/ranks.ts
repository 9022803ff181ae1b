/** How many figures are ahead of one, and one more; as RANK counts, equals share the better rank. */
export function ranksOf(
  figures: readonly (number | null)[],
): (own: number | null, isLowBetter: boolean) => number | null {
  const inOrder = figures.filter((figure) => figure !== null).sort((one, other) => one - other);
  const below = new Map<number, number>();
  const upTo = new Map<number, number>();
  for (const [index, figure] of inOrder.entries()) {
    if (!below.has(figure)) below.set(figure, index);
    upTo.set(figure, index + 1);
  }
  return (own, isLowBetter) => {
    if (own === null) return null;
    return 1 + (isLowBetter ? (below.get(own) ?? 0) : inOrder.length - (upTo.get(own) ?? 0));
  };
}
