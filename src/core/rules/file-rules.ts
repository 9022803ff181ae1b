// Made by `npm run new-rule`: to move a rule, move its import and run it with --lists.
import type { NoReport, Rule } from "./rule";
import fileIsAWorkbook from "./file/file-is-a-workbook";
import workbookIsAStandardReport from "./file/workbook-is-a-standard-report";

/** In the order in which their findings are told. */
export const fileRules: readonly Rule<NoReport>[] = [fileIsAWorkbook, workbookIsAStandardReport];
