import type { PendingEdit } from "../../core/apply-edits";
import { blockFromA1 } from "../../core/cell";
import { openTag } from "./open-tag";
import { CannotPatch, type PackageDraft } from "./package-draft";
import { readRelationships } from "./package-part";
import { spliceText } from "./splice";
import { toStoredText } from "./stored-text";
import type { ClosedElement } from "./walk-xml";
import { walkXml } from "./walk-xml";

/**
 * The columns of a sheet's tables get the names that their headers have now: Excel takes out a table whose names differ
 * from its headers. Gives the edit that cannot be followed: a header that is no text, one that is there already, and any of
 * a table that formulas speak of by its columns.
 */
export function followHeaders(
  draft: PackageDraft,
  sheetPart: string,
  edits: readonly PendingEdit[],
): PendingEdit | null {
  for (const { kind, part } of readRelationships(draft, sheetPart).values()) {
    if (kind !== "table" || part === null || !draft.find(part)) continue;
    const refused = followIn(draft, part, edits);
    if (refused) return refused;
  }
  return null;
}

function followIn(draft: PackageDraft, part: string, edits: readonly PendingEdit[]): PendingEdit | null {
  const xml = draft.text(part);
  const { root, columns } = mapTable(xml);
  const block = blockFromA1(root?.attributes.get("ref") ?? "");
  if (!root || !block || root.attributes.get("headerRowCount") === "0") return null;
  const renamed = new Map<ClosedElement, Renaming>();
  for (const edit of edits) {
    const { row, column } = edit.position;
    const named = row === block.top ? columns[column - block.left] : undefined;
    if (!named) continue;
    const { value, formula } = edit.put;
    if (typeof value !== "string" || value === "" || formula !== undefined) return edit;
    renamed.set(named, { edit, name: columnName(value) });
  }
  const [first] = renamed.values();
  if (!first) return null;
  if (isReferredTo(draft, root.attributes.get("displayName") ?? "")) return first.edit;
  const names = columns.map((one) => (renamed.get(one)?.name ?? one.attributes.get("name") ?? "").toLowerCase());
  const twice = [...renamed.values()].find(({ name }) => names.filter((one) => one === name.toLowerCase()).length > 1);
  if (twice) return twice.edit;
  const splices = [...renamed].map(([column, { name }]) => ({
    start: column.start,
    end: column.openEnd,
    text: openTag(column, new Map([["name", name]])),
  }));
  draft.write(part, spliceText(xml, splices));
  return null;
}

interface Renaming {
  readonly edit: PendingEdit;
  readonly name: string;
}

function mapTable(xml: string): { readonly root: ClosedElement | null; readonly columns: readonly ClosedElement[] } {
  const found: { root: ClosedElement | null } = { root: null };
  const columns: ClosedElement[] = [];
  try {
    walkXml(xml, {
      close: (element) => {
        if (element.path.length === 0) found.root = element;
        if (element.name === "tableColumn" && element.path.length === 2) columns.push(element);
      },
    });
  } catch (cause) {
    throw new CannotPatch("a table that is no XML", { cause });
  }
  return { root: found.root, columns };
}

/** Line ends are escaped as in the texts of cells, which an attribute would not keep. */
function columnName(header: string): string {
  return toStoredText(header).replace(
    /[\t\n\r]/g,
    (character) => `_x${character.charCodeAt(0).toString(16).padStart(4, "0")}_`,
  );
}

/** Whether a formula anywhere in the workbook names the table with a bracket behind it: stored ones always do. */
function isReferredTo(draft: PackageDraft, table: string): boolean {
  const reference = `${table}[`.toLowerCase();
  return draft
    .names()
    .some((name) => /^xl\/.*\.xml$/i.test(name) && draft.text(name).toLowerCase().includes(reference));
}
