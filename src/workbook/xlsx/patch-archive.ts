import type { PendingEdit } from "../../core/apply-edits";
import type { Snapshot } from "../../core/snapshot";
import { cellAt } from "../../core/snapshot";
import type { Archive } from "./archive";
import { openArchive } from "./archive";
import { isFault } from "./fault";
import { readRelationships } from "./package-part";
import { askForCalculation, withoutElements } from "./patch-parts";
import { patchSheet } from "./patch-sheet";
import { patchStyles } from "./patch-styles";
import { spliceArchive } from "./splice-archive";
import { readWorkbook } from "./workbook-part";

/** Edits that were checked against the workbook, and what is known of it. */
export interface ArchivePatch {
  readonly pending: readonly PendingEdit[];
  readonly before: Snapshot;
  /** Whether any formula is in the workbook after the edits. */
  readonly hasFormulas: boolean;
}

/** The archive with the parts patched that the edits touch; the edit that cannot be made, or null when none can. */
export function patchArchive(bytes: Uint8Array, patch: ArchivePatch): Uint8Array | PendingEdit | null {
  const archive = openArchive(bytes);
  if (isFault(archive)) return null;
  const parts = new PartTexts(archive);
  const workbook = readWorkbook(archive);
  const styles = patchStyles(workbook.stylesPart === null ? null : parts.read(workbook.stylesPart));
  for (const { name, part } of workbook.sheets) {
    const edits = patch.pending.filter(({ at }) => at.sheet === name);
    const [first] = edits;
    if (!first) continue;
    const sheet = patch.before.sheets.find((candidate) => candidate.name === name);
    const xml = parts.read(part);
    if (!sheet || xml === null) return first;
    const patched = patchSheet(xml, {
      edits,
      formulaAt: ({ row, column }) => cellAt(sheet, row, column)?.formula,
      styleFor: styles.styleFor,
      countsFrom1904: workbook.countsFrom1904,
    });
    if (typeof patched !== "string") return patched ?? first;
    parts.write(part, patched);
  }
  const patchedStyles = styles.patched();
  if (patchedStyles !== null && workbook.stylesPart !== null) parts.write(workbook.stylesPart, patchedStyles);
  patchCalculation(archive, parts, patch);
  return parts.isBroken ? null : spliceArchive(bytes, parts.changes);
}

/** A chain of formulas that names a cell without one makes Excel repair the file; without a chain, it makes its own. */
function patchCalculation(archive: Archive, parts: PartTexts, { pending, hasFormulas }: ArchivePatch): void {
  const main = [...readRelationships(archive, "").values()].find(({ kind }) => kind === "officeDocument")?.part;
  if (main === undefined || main === null) return;
  if (hasFormulas) parts.change(main, askForCalculation);
  const isOtherChain = pending.some(({ put, found }) => (put.formula === undefined) !== (found.formula === undefined));
  const chain = [...readRelationships(archive, main).values()].find(({ kind }) => kind === "calcChain")?.part;
  if (!isOtherChain || chain === undefined || chain === null) return;
  const slash = main.lastIndexOf("/") + 1;
  parts.change(`${main.slice(0, slash)}_rels/${main.slice(slash)}.rels`, (xml) =>
    withoutElements(
      xml,
      ({ name, attributes }) => name === "Relationship" && (attributes.get("Type") ?? "").endsWith("/calcChain"),
    ),
  );
  parts.change("[Content_Types].xml", (xml) =>
    withoutElements(
      xml,
      ({ name, attributes }) =>
        name === "Override" && attributes.get("PartName")?.toLowerCase() === `/${chain}`.toLowerCase(),
    ),
  );
  parts.remove(chain);
}

/** The texts of an archive's parts, and the changes to them; nothing is written where a part is not UTF-8. */
class PartTexts {
  readonly changes = new Map<string, Uint8Array | null>();
  isBroken = false;

  constructor(private readonly archive: Archive) {}

  read(part: string): string | null {
    const bytes = this.archive.read(part);
    if (isFault(bytes)) return null;
    try {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
      return /^\uFEFF?<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-?8["'])/i.test(text) ? null : text;
    } catch {
      return null;
    }
  }

  write(part: string, text: string): void {
    const entry = this.archive.find(part);
    if (entry) this.changes.set(entry.name, new TextEncoder().encode(text));
  }

  change(part: string, change: (text: string) => string): void {
    const before = this.read(part);
    if (before === null) {
      this.isBroken = true;
      return;
    }
    const after = change(before);
    if (after !== before) this.write(part, after);
  }

  remove(part: string): void {
    const entry = this.archive.find(part);
    if (entry) this.changes.set(entry.name, null);
  }
}
