import { isReserved } from "../reserved-sheets";
import type { BookLooks, SheetLooks } from "../looks";
import { openArchive, type Archive } from "./archive";
import { isFault } from "./fault";
import { mostCellsOfBook } from "./look-cells";
import { readChoices } from "./look-choices";
import { colourReader } from "./look-colours";
import { plainSheet, readSheetLooks, type ReadSheetLooks } from "./look-sheet";
import { readStyles } from "./look-styles";
import { readRelationships } from "./package-part";
import { readWorkbook, type SheetEntry } from "./workbook-part";

/**
 * How the sheets of an .xlsx file look, the same sheets that `readSnapshot` reads. Never throws and stays within the same
 * bounds; what cannot be understood looks plain: looks are never a reason not to open a file.
 */
export function readLooks(bytes: Uint8Array): BookLooks {
  return orElse<BookLooks>(
    () => {
      const archive = openArchive(bytes);
      return isFault(archive) ? { sheets: [] } : { sheets: readSheets(archive) };
    },
    () => ({ sheets: [] }),
  );
}

function readSheets(archive: Archive): readonly SheetLooks[] {
  const workbook = readWorkbook(archive);
  const main = [...readRelationships(archive, "").values()].find(({ kind }) => kind === "officeDocument")?.part ?? "";
  const colourOf = orElse(
    () => colourReader(archive, main),
    () => () => undefined,
  );
  const styles = orElse(
    () => readStyles(archive, workbook.stylesPart, colourOf),
    () => ({ cells: [{}], conditions: [] }),
  );
  const left = { cells: mostCellsOfBook };
  const looksOf = (sheet: SheetEntry): ReadSheetLooks =>
    orElse(
      () => readSheetLooks(archive, sheet, { styles, colourOf, left }),
      () => plainSheet(sheet.name),
    );
  const own = workbook.sheets.filter(({ name, visibility }) => visibility === "visible" || !isReserved(name));
  const sheets = own.map(looksOf);
  const choices = orElse(
    () => readChoices(archive, workbook, sheets),
    () => new Map<string, SheetLooks["lists"]>(),
  );
  return sheets.map(({ looks }) => ({ ...looks, lists: [...looks.lists, ...(choices.get(looks.name) ?? [])] }));
}

/** Whatever went wrong, the file is shown plain rather than not at all. */
function orElse<Outcome>(read: () => Outcome, plain: () => Outcome): Outcome {
  try {
    return read();
  } catch {
    return plain();
  }
}
