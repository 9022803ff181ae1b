import { strFromU8, unzipSync } from "fflate";
import { fromA1 } from "../../core/cell";
import type { FormulaScope } from "./lint-formula";
import { lintFormula } from "./lint-formula";
import { lintSheet } from "./lint-sheet";
import type { ClosedElement } from "./walk-xml";
import { walkXml } from "./walk-xml";

const longestSheetName = 31;
const longestName = 255;

/**
 * What is wrong with a workbook of our own making that Microsoft's validator does not see: one sentence a fault, none
 * when clean. For trusted bytes only: it sets no bounds.
 */
export function lintWorkbook(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes);
  const text = (path: string) => (parts[path] ? strFromU8(parts[path]) : null);
  try {
    const workbook = readParts(text);
    const scope: FormulaScope = {
      sheets: new Set(workbook.sheets.map(({ name }) => name)),
      names: new Set(workbook.names.map(({ name }) => name.toLowerCase())),
    };
    return [
      ...lintSheetNames(workbook.sheets),
      ...workbook.names.flatMap((name) => lintName(name, scope)),
      ...repeated(workbook.names.map(({ name, sheet }) => `${name.toLowerCase()} of ${sheet ?? "the workbook"}`)).map(
        (name) => `The name ${name} is given twice.`,
      ),
      ...workbook.sheets.flatMap(({ name, path }) => {
        const xml = text(path);
        if (xml === null) return [`The sheet ${name} has no part.`];
        return lintSheet(xml, { ...workbook, scope }).map((fault) => `${name}: ${fault}`);
      }),
    ];
  } catch (error) {
    return [`A part is not well formed: ${error instanceof Error ? error.message : String(error)}`];
  }
}

interface Parts {
  readonly sheets: readonly { readonly name: string; readonly path: string; readonly state: string }[];
  readonly names: readonly DefinedName[];
  /** The length of each shared text, in characters. */
  readonly sharedLengths: readonly number[];
  readonly styles: number;
}

interface DefinedName {
  readonly name: string;
  readonly formula: string;
  readonly sheet: string | undefined;
}

function readParts(text: (path: string) => string | null): Parts {
  const targets = new Map<string, string>();
  for (const { attributes } of elements(text("xl/_rels/workbook.xml.rels"), "Relationship")) {
    const target = attributes.get("Target") ?? "";
    targets.set(attributes.get("Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  const workbook = text("xl/workbook.xml");
  return {
    sheets: elements(workbook, "sheet").map(({ attributes }) => ({
      name: attributes.get("name") ?? "",
      path: targets.get(attributes.get("r:id") ?? "") ?? "",
      state: attributes.get("state") ?? "visible",
    })),
    names: elements(workbook, "definedName").map(({ attributes, text: formula }) => ({
      name: attributes.get("name") ?? "",
      formula,
      sheet: attributes.get("localSheetId"),
    })),
    sharedLengths: sharedLengths(text("xl/sharedStrings.xml")),
    styles: elements(text("xl/styles.xml"), "xf").filter(({ path }) => path.at(-1) === "cellXfs").length,
  };
}

function elements(xml: string | null, name: string): ClosedElement[] {
  const found: ClosedElement[] = [];
  const close = (element: ClosedElement) => {
    if (element.name === name) found.push(element);
  };
  if (xml !== null) walkXml(xml, { close });
  return found;
}

function sharedLengths(xml: string | null): number[] {
  const lengths: number[] = [];
  if (xml === null) return lengths;
  let length = 0;
  walkXml(xml, {
    close: ({ name, path, text }) => {
      if (name === "t" && path.at(-1) !== "rPh") length += text.length;
      if (name !== "si") return;
      lengths.push(length);
      length = 0;
    },
  });
  return lengths;
}

function lintSheetNames(sheets: Parts["sheets"]): string[] {
  const faults = repeated(sheets.map(({ name }) => name.toLowerCase())).map((name) => `Two sheets are named ${name}.`);
  for (const { name } of sheets) {
    if (name === "" || name.length > longestSheetName) faults.push(`A sheet's name has ${name.length} characters.`);
    if (/[[\]:*?/\\]|^'|'$/.test(name)) faults.push(`The sheet's name ${name} has a character that Excel forbids.`);
  }
  if (sheets.every(({ state }) => state !== "visible")) faults.push("No sheet can be seen.");
  return faults;
}

function lintName({ name, formula }: DefinedName, scope: FormulaScope): string[] {
  const faults = lintFormula(formula, scope).map((fault) => `The name ${name} ${fault}.`);
  const isWord = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name);
  if (!isWord || name.length > longestName || fromA1(name) !== null || /^(?:[rc]|r\d+c\d+)$/i.test(name)) {
    faults.push(`The name ${name} is none that Excel takes.`);
  }
  return faults;
}

/** Those that come more than once, each named once. */
function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.has(value) || !seen.add(value)))];
}
