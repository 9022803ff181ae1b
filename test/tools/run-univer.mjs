import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/*
 * Opens workbooks (a list of IWorkbookData as JSON on standard input) in Univer without a screen, calculates every
 * formula and says what each of them gives: for each workbook a list of [sheet, row, column, { v, t }].
 */

// Univer's modules for `import` ask for a page; those for `require` do not.
const load = createRequire(import.meta.url);
const { LocaleType, LogLevel, Univer } = load("@univerjs/core");
const { FUniver } = load("@univerjs/core/facade");
const { UniverFormulaEnginePlugin } = load("@univerjs/engine-formula");
const { UniverSheetsPlugin } = load("@univerjs/sheets");
const { CalculationMode, UniverSheetsFormulaPlugin } = load("@univerjs/sheets-formula");
for (const part of ["engine-formula", "sheets", "sheets-formula"]) load(`@univerjs/${part}/facade`);

/** The places of all formulas, whose stored values are taken out, so that nothing but calculating gives a value. */
function takeFormulas({ sheets }) {
  const places = [];
  for (const { name, cellData = {} } of Object.values(sheets))
    for (const [row, cells] of Object.entries(cellData))
      for (const [column, cell] of Object.entries(cells)) {
        if (typeof cell.f !== "string") continue;
        places.push([name, Number(row), Number(column)]);
        delete cell.v;
        delete cell.t;
      }
  return places;
}

async function calculate(data) {
  const places = takeFormulas(data);
  if (places.length === 0) return [];
  const univer = new Univer({ locale: LocaleType.VI_VN, locales: {}, logLevel: LogLevel.SILENT });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.NO_CALCULATION });
  const api = FUniver.newAPI(univer);
  const book = api.createWorkbook(data);
  const engine = api.getFormula();
  const done = new Promise((resolve) => engine.calculationResultApplied(resolve));
  engine.executeCalculation();
  await done;
  const cells = new Map(book.getSheets().map((sheet) => [sheet.getSheetName(), sheet.getSheet().getCellMatrix()]));
  const results = places.map(([sheet, row, column]) => {
    const { v, t } = cells.get(sheet).getValue(row, column) ?? {};
    return [sheet, row, column, { v, t }];
  });
  univer.dispose();
  return results;
}

const results = [];
for (const data of JSON.parse(readFileSync(0, "utf8"))) results.push(await calculate(data));
process.stdout.write(JSON.stringify(results), () => process.exit(0));
