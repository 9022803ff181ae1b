import { blockFromA1, type Block } from "../../core/cell";
import { cellAt } from "../../core/snapshot";
import type { SheetLooks } from "../looks";
import type { Archive } from "./archive";
import { Allowance } from "./bounds";
import type { BorrowedList } from "./look-rules";
import type { ReadSheetLooks } from "./look-sheet";
import { readSharedStrings } from "./shared-strings";
import { readSheet, type SheetContent } from "./sheet-part";
import { readCellFormats } from "./styles";
import { readTarget, type WorkbookPart } from "./workbook-part";

/** Nobody chooses from a longer list with the mouse. */
const mostChoices = 1_000;

type Target = NonNullable<ReturnType<typeof readTarget>>;

/**
 * Lists whose choices stand in cells, as those cells are stored: of a range, of another sheet's, or of a name for one.
 * Reads the sheets that hold them, and no sheet where there is no such list; throws a PartError for an unsound part.
 */
export function readChoices(
  archive: Archive,
  workbook: WorkbookPart,
  sheets: readonly ReadSheetLooks[],
): ReadonlyMap<string, SheetLooks["lists"]> {
  if (sheets.every(({ borrowed }) => borrowed.length === 0)) return new Map();
  const context = {
    strings: readSharedStrings(archive, workbook.sharedStringsPart),
    formats: readCellFormats(archive, workbook.stylesPart),
    countsFrom1904: workbook.countsFrom1904,
    allowance: new Allowance(),
  };
  const contents = new Map<string, SheetContent>();
  const contentOf = (name: string): SheetContent | undefined => {
    const part = workbook.sheets.find((sheet) => sheet.name === name)?.part;
    const known = contents.get(name) ?? (part === undefined ? undefined : readSheet(archive, part, context));
    if (known) contents.set(name, known);
    return known;
  };
  const listOf = (sheet: string, { block, formula }: BorrowedList): SheetLooks["lists"] => {
    const target = targetOf(formula, sheet, workbook);
    const content = target && contentOf(target.sheet);
    const choices = content ? choicesIn(content, target.block) : [];
    return choices.length === 0 ? [] : [{ block, choices }];
  };
  return new Map(
    sheets.map(({ looks: { name }, borrowed }) => [name, borrowed.flatMap((list) => listOf(name, list))] as const),
  );
}

function targetOf(formula: string, sheet: string, { names }: WorkbookPart): Target | null {
  const text = formula.trim();
  const block = blockFromA1(text);
  if (block) return { sheet, block };
  const named = names.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  return named ? { sheet: named.sheet, block: named.block } : readTarget(text);
}

function choicesIn(content: SheetContent, { top, left, bottom, right }: Block): string[] {
  // Anything wider and higher than one line is no list in Excel either.
  if (top !== bottom && left !== right) return [];
  const choices: string[] = [];
  const [last, end] = [Math.min(bottom, top + mostChoices), Math.min(right, left + mostChoices)];
  for (let row = top; row <= last; row += 1)
    for (let column = left; column <= end; column += 1) {
      const value = cellAt({ ...content, name: "", visibility: "visible" }, row, column)?.value;
      if (typeof value === "number" || (typeof value === "string" && value.trim() !== "")) choices.push(String(value));
    }
  return choices.slice(0, mostChoices);
}
