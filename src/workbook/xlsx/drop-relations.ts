import { CannotPatch, type PackageDraft } from "./package-draft";
import { dropPart } from "./package-links";
import { readRelationships, relationshipsPart } from "./package-part";
import { isFault } from "./fault";

/**
 * Takes away what a sheet leads to and nothing else does: comments, drawings, tables. Throws a CannotPatch where other
 * parts of the workbook lean on that, so that Excel would have to repair them.
 */
export function dropRelations(draft: PackageDraft, part: string): void {
  const before = reachable(draft);
  const relationships = relationshipsPart(part);
  if (!draft.find(relationships)) return;
  draft.remove(relationships);
  const after = reachable(draft);
  const leaving = [...before].filter(([name]) => !after.has(name));
  checkTables(draft, leaving);
  const feedsSlicers = leaving.some(([, kind]) => kind === "table" || kind === "pivotTable");
  if (feedsSlicers && [...after.values()].some((kind) => /^(?:slicer|timeline)Cache$/i.test(kind))) {
    throw new CannotPatch("slicers lean on the sheet");
  }
  for (const [name] of leaving) {
    dropPart(draft, name);
    draft.remove(relationshipsPart(name));
  }
}

/** All parts that the package leads to, by name in lower case, with the kind of the relationship. */
function reachable(draft: PackageDraft): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const open = [""];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    for (const { kind, part: target } of readRelationships(draft, part).values()) {
      if (target === null || found.has(target.toLowerCase()) || !draft.find(target)) continue;
      found.set(target.toLowerCase(), kind);
      open.push(target);
    }
  }
  return found;
}

/** A formula that speaks of a table which is not there makes Excel repair the file. */
function checkTables(draft: PackageDraft, leaving: readonly (readonly [name: string, kind: string])[]): void {
  const tables = leaving.flatMap(([name, kind]) => (kind === "table" ? tableName(draft.text(name)) : []));
  if (tables.length === 0) return;
  const gone = new Set(leaving.map(([name]) => name));
  for (const name of draft.names()) {
    if (!/\.xml$/i.test(name) || gone.has(name.toLowerCase())) continue;
    const bytes = draft.read(name);
    const text = isFault(bytes) ? "" : new TextDecoder().decode(bytes).toLowerCase();
    const used = tables.find((table) => text.includes(`${table.toLowerCase()}[`));
    if (used !== undefined) throw new CannotPatch(`${name} speaks of the table ${used}`);
  }
}

function tableName(xml: string): string[] {
  const name = /<(?:\w+:)?table\s[^>]*\sdisplayName\s*=\s*["']([^"']+)/.exec(xml)?.[1];
  return name === undefined ? [] : [name];
}
