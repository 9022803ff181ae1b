import { isReserved } from "../reserved-sheets";
import type { BookLooks, SheetLooks } from "../looks";
import { openArchive } from "./archive";
import { isFault, PartError } from "./fault";
import { colourReader } from "./look-colours";
import { plainSheet, readSheetLooks } from "./look-sheet";
import { readStyles } from "./look-styles";
import { readRelationships } from "./package-part";
import { readWorkbook, type SheetEntry } from "./workbook-part";

/**
 * How the sheets of an .xlsx file look, the same sheets that `readSnapshot` reads. Never throws and stays within the same
 * bounds; what cannot be understood looks plain: looks are never a reason not to open a file.
 */
export function readLooks(bytes: Uint8Array): BookLooks {
  const archive = openArchive(bytes);
  if (isFault(archive)) return { sheets: [] };
  try {
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
    const looksOf = (sheet: SheetEntry): SheetLooks =>
      orElse(
        () => readSheetLooks(archive, sheet, { styles, colourOf }),
        () => plainSheet(sheet.name),
      );
    const own = workbook.sheets.filter(({ name, visibility }) => visibility === "visible" || !isReserved(name));
    return { sheets: own.map(looksOf) };
  } catch (cause) {
    if (cause instanceof PartError) return { sheets: [] };
    throw cause;
  }
}

function orElse<Outcome>(read: () => Outcome, plain: () => Outcome): Outcome {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof PartError) return plain();
    throw cause;
  }
}
