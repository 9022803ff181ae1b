import { contentsKey } from "../form/contents";
import type { CarriedOver, CarriedPart } from "./carrier";

/**
 * What reports of several periods give to one form; null where two of them give the same part. The villages are those of
 * the report that gives the openings, for the rows of another may be other villages.
 */
export function carriedTogether(contents: readonly CarriedOver[]): CarriedOver | null {
  const parts = ["baseline", "last_year", "openings"] as const;
  if (parts.some((part) => contents.filter(({ counts }) => counts.has(part)).length > 1)) return null;
  const settling = contents.find(({ counts }) => counts.has("openings")) ?? contents[0];
  const mine = contents.map((one) => (one === settling ? one : withoutHouseholds(one)));
  const counts = new Map(mine.flatMap((one) => [...one.counts]));
  return {
    cover: new Map(),
    cells: new Map(mine.flatMap(({ cells }) => [...cells])),
    counts,
    // What one of them could not give at all, another gave.
    left: mine.flatMap(({ left }) => left).filter(({ part, codes }) => codes.length > 0 || !counts.has(part)),
  };
}

/** How the keys of its cells begin. */
const households = contentsKey({ table: "households", code: "", key: "" }).slice(0, -1);
const ofHouseholds: readonly CarriedPart[] = ["openings", "villages"];

function withoutHouseholds({ cover, cells, counts, left }: CarriedOver): CarriedOver {
  return {
    cover,
    cells: new Map([...cells].filter(([key]) => !key.startsWith(households))),
    counts: new Map([...counts].filter(([part]) => !ofHouseholds.includes(part))),
    left: left.filter(({ part }) => !ofHouseholds.includes(part)),
  };
}
