/** The figures of one report, by cell. */
export interface FigureSet<Owner> {
  readonly owner: Owner;
  readonly figures: ReadonlyMap<string, number>;
}

/** A report and an earlier one that it is like: `same` of the `of` figures of the fuller of the two. */
export interface Copy<Owner> {
  readonly owner: Owner;
  readonly like: Owner;
  readonly same: number;
  readonly of: number;
}

/**
 * For each report the first earlier one with which it has at least `percent` percent of its figures in common. Two such
 * reports share one of the rarest figures of each, as many as may differ and one more: only those that do are compared,
 * each comparison ends as soon as too much differs, and so ten thousand reports take a moment.
 */
export function copiesAmong<Owner>(sets: readonly FigureSet<Owner>[], percent: number): Copy<Owner>[] {
  const rarity = countFigures(sets);
  const holders = new Map<string, number[]>();
  const copies: Copy<Owner>[] = [];
  for (const [index, set] of sets.entries()) {
    const candidates = new Set<number>();
    for (const figure of rarestOf(set, rarity, percent)) {
      const own = holders.get(figure) ?? [];
      for (const holder of own) candidates.add(holder);
      own.push(index);
      holders.set(figure, own);
    }
    for (const candidate of [...candidates].sort((a, b) => a - b)) {
      const earlier = sets[candidate];
      const same = earlier ? alike(earlier.figures, set.figures, percent) : null;
      if (!earlier || same === null) continue;
      copies.push({
        owner: set.owner,
        like: earlier.owner,
        same,
        of: Math.max(earlier.figures.size, set.figures.size),
      });
      break;
    }
  }
  return copies;
}

/** How many reports hold a number in a cell. */
type Rarity = ReadonlyMap<string, ReadonlyMap<number, number>>;

function countFigures(sets: readonly FigureSet<unknown>[]): Rarity {
  const rarity = new Map<string, Map<number, number>>();
  for (const { figures } of sets) {
    for (const [cell, number] of figures) {
      const numbers = rarity.get(cell) ?? new Map<number, number>();
      numbers.set(number, (numbers.get(number) ?? 0) + 1);
      rarity.set(cell, numbers);
    }
  }
  return rarity;
}

/** The rarest figures of a report, in an order that is the same for all reports. */
function rarestOf({ figures }: FigureSet<unknown>, rarity: Rarity, percent: number): string[] {
  const mayDiffer = figures.size - Math.ceil((figures.size * percent) / 100);
  return [...figures]
    .map(([cell, number]) => ({ key: `${cell} ${number}`, holders: rarity.get(cell)?.get(number) ?? 0 }))
    .sort((a, b) => a.holders - b.holders || (a.key < b.key ? -1 : 1))
    .slice(0, mayDiffer + 1)
    .map(({ key }) => key);
}

/** How many figures two reports have in common; null as soon as it is too few. */
function alike(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>, percent: number): number | null {
  const of = Math.max(one.size, other.size);
  const mayDiffer = of - Math.ceil((of * percent) / 100);
  let [same, seen] = [0, 0];
  for (const [cell, number] of other) {
    seen += 1;
    if (one.get(cell) === number) same += 1;
    if (seen - same > mayDiffer) return null;
  }
  return of - same > mayDiffer ? null : same;
}
