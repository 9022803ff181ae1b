import { WorkbookTrouble } from "../workbook";
import { troubleOf } from "./trouble-of";

/** Longer than Excel takes for anything that is asked of it here; an official should not wait for ever. */
const patienceMs = 120_000;

/** Works with Excel; whatever Office.js throws, and its silence, comes out as a WorkbookTrouble (law XL5). */
export async function inExcel<Outcome>(work: (context: Excel.RequestContext) => Promise<Outcome>): Promise<Outcome> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      // What was asked may still be done later, so that no look at the workbook can say.
      fail(new WorkbookTrouble("no-answer", { sheet: null, isUnsure: true, detail: `silent for ${patienceMs} ms` }));
    }, patienceMs);
  });
  try {
    return await Promise.race([Excel.run(work), silence]);
  } catch (cause) {
    throw troubleOf(cause);
  } finally {
    clearTimeout(timer);
  }
}
