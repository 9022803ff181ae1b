import type { Place } from "../cell";
import type { CellContent } from "../edit";
import type { Mend } from "../finding";
import type { CoverField } from "../form/cover";
import { typedFields } from "../form/cover-sheet";
import { isTaskStatus } from "../form/said";
import type { Phrase } from "../language";
import { cleanText } from "../plain-text";
import { fieldShownByFont, shownByFont } from "../reading/legacy-texts";
import { unitsNamed } from "../reading/read-cover";
import type { CellReading, CoverReading } from "../reading/reading";
import { excerpt } from "./naming/excerpt";
import { fieldName } from "./naming/field-names";
import { cellFacts, cellName, typedCells } from "./naming/report-cells";
import type { Report } from "./rule";

/** One text that an official typed, where no other rule speaks of what it says. */
export interface TypedText {
  readonly at: Place;
  readonly code: string | null;
  /** Which cell it is, as sentences begin; asked for only where something is found. */
  readonly name: () => Phrase;
  readonly found: CellContent & { readonly value: string };
  /** As the cell's font shows it. */
  readonly text: string;
  /** The font, where it is a legacy one and says what the text is. */
  readonly legacyFont: string | null;
  /** Whether the text could be Unicode as well, in a font that does not suit it. */
  readonly isDoubtful: boolean;
}

/** The texts of a report in the form's order: those of the cover, then words and choices, and dashes where figures belong. */
export function* typedTexts(report: Report): Generator<TypedText> {
  for (const [field, cell] of report.reading.cover) {
    const text = coverTextOf(report, field, cell);
    if (text) yield text;
  }
  for (const found of typedCells(report)) {
    const { cell } = found;
    const { value } = cell.found;
    if (typeof value !== "string" || cell.found.formula !== undefined || !isItsOwn(cell)) continue;
    const shown = shownByFont(cell);
    yield {
      at: cell.at,
      code: found.row.row.code,
      name: () => cellName(cellFacts(found)),
      found: { value },
      text: shown?.text ?? value,
      legacyFont: shown ? (cell.legacyFont ?? null) : null,
      isDoubtful: shown?.isDoubtful ?? false,
    };
  }
}

/** Text where a figure belongs, and an answer that is no choice, have rules of their own. */
function isItsOwn({ content, said }: CellReading): boolean {
  if (content === "text") return said.kind === "text";
  return said.kind === "nil" || said.kind === "answer" || (said.kind === "text" && isTaskStatus(said.text));
}

function coverTextOf({ plan }: Report, field: CoverField, cell: CoverReading): TypedText | null {
  const { at, found } = cell;
  const isUnit = field === "pm_unit_name" && unitsNamed(plan, cell.text).length > 0;
  if (!at || !found || found.formula !== undefined || !(isUnit || typedFields.has(field))) return null;
  if (typeof found.value !== "string" || cell.text === "") return null;
  const shown = fieldShownByFont(plan, cell);
  return {
    at,
    code: null,
    name: () => fieldName(field),
    found: { value: found.value },
    text: shown?.text ?? found.value,
    legacyFont: shown ? (cell.legacyFont ?? null) : null,
    isDoubtful: shown?.isDoubtful ?? false,
  };
}

/**
 * Puts everything right that rules find in one text, so that what several of them find is mended by one and the same
 * edit.
 */
export function mendOf({ at, found, text, legacyFont, isDoubtful }: TypedText): Mend {
  const clean = cleanText(text);
  const value = actsAsFormula(clean) ? `“${clean.trim()}”` : clean;
  const becomes = excerpt(value);
  const edit = { at, expect: found, put: { value } };
  return {
    becomes: { vi: becomes, en: becomes },
    isCertain: !isDoubtful,
    edits: [legacyFont === null ? edit : { ...edit, leavesLegacyFont: true }],
  };
}

const numberLike = /^[+-]?[\d\s.,]+%?$/;
const formulaLike = /^(?:[=@]|[+-]+[\p{L}\d(@=])/u;

/** Whether text would act as a formula when typed or pasted; "- Đã họp", a dash and a number would not. */
export function actsAsFormula(text: string): boolean {
  const begun = cleanText(text).trim();
  return formulaLike.test(begun) && !numberLike.test(begun);
}
