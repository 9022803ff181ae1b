import { troubleOf } from "./trouble-of";

/** Works with Excel; whatever Office.js throws comes out as a WorkbookTrouble (law XL5). */
export async function inExcel<Outcome>(work: (context: Excel.RequestContext) => Promise<Outcome>): Promise<Outcome> {
  try {
    return await Excel.run(work);
  } catch (cause) {
    throw troubleOf(cause);
  }
}
