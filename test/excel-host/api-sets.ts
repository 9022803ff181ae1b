import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** In which requirement set a member of Excel's API came: "Range.values" → 1.1. Previews and other sets are above all. */
export type ApiSets = ReadonlyMap<string, number>;

/** What the types do not say: members behind functions of the namespace. */
const unwritten: readonly (readonly [string, number])[] = [
  ["Application.createWorkbook", 1.08],
  ["WorkbookCreated.open", 1.08],
];

export const above = Number.POSITIVE_INFINITY;

let read: ApiSets | null = null;

/** The table as the notes of Office's types tell it; read once. */
export function apiSets(): ApiSets {
  read ??= parse(readFileSync(typesPath(), "utf8"));
  return read;
}

/** "1.14" → 1.14, and "1.8" → 1.08, so that the two compare. */
export function versionOf(text: string): number {
  const [major = "0", minor = "0"] = text.split(".");
  return Number(major) + Number(minor) / 100;
}

function typesPath(): string {
  const require = createRequire(join(process.cwd(), "package.json"));
  return require.resolve("@types/office-js/index.d.ts");
}

/** Reads the namespace line by line: classes stand at four spaces, their members at eight. */
function parse(types: string): ApiSets {
  const sets = new Map<string, number>(unwritten);
  const from = types.indexOf("\ndeclare namespace Excel {");
  const to = types.indexOf("\n}", from);
  let owner: { readonly name: string; readonly since: number } | null = null;
  let note: number | null = null;
  for (const line of types.slice(from, to).split("\n")) {
    const set = /\[Api set: ([^\]]*)\]/.exec(line);
    if (set) note = sinceOf(set[1] ?? "");
    const [, kind] = /^ {4}(?:export )?(class|interface|type|enum|function|const|namespace)\b/.exec(line) ?? [];
    if (kind !== undefined) {
      const [, name = ""] = /(?:class|interface) (\w+)/.exec(line) ?? [];
      owner = kind === "class" && !line.trimEnd().endsWith("}") ? { name, since: note ?? 1.01 } : null;
      note = null;
      continue;
    }
    const [, member] = /^ {8}(?:readonly )?(\w+)\??[(:<]/.exec(line) ?? [];
    if (owner && member !== undefined) {
      const key = `${owner.name}.${member}`;
      sets.set(key, Math.min(note ?? owner.since, sets.get(key) ?? above));
      note = null;
    }
  }
  return sets;
}

function sinceOf(set: string): number {
  const match = /^ExcelApi (\d+\.\d+)/.exec(set.trim());
  return match?.[1] === undefined ? above : versionOf(match[1]);
}
