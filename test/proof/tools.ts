import { it } from "@jest/globals";
import { isDuckdbThere } from "../tools/duckdb";

function needs(variable: string): typeof it | typeof it.skip {
  return process.env[variable] === undefined ? it.skip : it;
}

/** Tests that need a program which not every machine has; `npm test` says which were left out. */
export const itWithLibreOffice = needs("PLAN_MONITOR_SOFFICE");
export const itWithPython = needs("PLAN_MONITOR_PYTHON");
export const itWithValidator = needs("OOXML_VALIDATOR_CLI");
export const itWithDuckdb = isDuckdbThere() ? it : it.skip;
