import type { BookMap } from "./book-map";
import { openTag } from "./open-tag";
import type { Splice } from "./splice";

/** How a tag that counts sheets by their place is written after they moved: attribute by attribute, where another place is meant than before. */
export function movedPlaces(
  element: BookMap["names"][number],
  attributes: readonly string[],
  move: (place: number, attribute: string) => number,
): Splice[] {
  const changes = new Map<string, string>();
  for (const name of attributes) {
    // A view that names no tab shows the first.
    const stated = element.attributes.get(name) ?? (name === "activeTab" ? "0" : undefined);
    if (stated === undefined) continue;
    const [before, after] = [Number(stated), move(Number(stated), name)];
    if (after !== before) changes.set(name, String(after));
  }
  if (changes.size === 0) return [];
  return [{ start: element.start, end: element.openEnd, text: openTag(element, changes) }];
}
