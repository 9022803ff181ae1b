import { folded } from "./plain-text";

const shownAtMost = 8;
/** No name is longer; what a report holds may be. */
const comparedLength = 80;

/** The things whose names are nearest to what was typed, best first; none where nothing is near. */
export function nearest<Named>(
  typed: string,
  candidates: readonly Named[],
  namesOf: (candidate: Named) => readonly string[],
): Named[] {
  const wanted = folded(typed.slice(0, comparedLength));
  return candidates
    .map((candidate) => ({ candidate, distance: Math.min(...namesOf(candidate).map((name) => between(wanted, name))) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(wanted.length / 3)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, shownAtMost)
    .map(({ candidate }) => candidate);
}

function between(wanted: string, name: string): number {
  const other = folded(name);
  if (wanted.length >= 3 && (other.includes(wanted) || wanted.includes(other))) return 0;
  return editDistance(wanted, other);
}

/** How many letters to add, leave out or change, by Levenshtein. */
export function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
