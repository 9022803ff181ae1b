import type { SheetOwner } from "../../form/table-sheet";
import { periodHeading } from "../../form/commune-tables";
import { subtitleStart, withErrors } from "../received-words";
import type { Book } from "./book";

/** What every sheet of the summary shows around its table. */
export function summaryOwner({ consolidation }: Book, notes: readonly string[] = []): SheetOwner {
  const { plan, period, units, allowsErrors } = consolidation;
  const reporting = units.filter(({ unit }) => unit.code !== plan.whole.code);
  const taken = reporting.filter(({ reading }) => reading !== null).length;
  const provisional = taken < reporting.length ? ` – TẠM TÍNH, ${taken}/${reporting.length} đơn vị` : "";
  const errors = allowsErrors ? ` – ${withErrors}` : "";
  return {
    unit: plan.whole.code,
    period: period.id,
    letterhead: plan.issuer.vi.toUpperCase(),
    subtitle: `${subtitleStart}${periodHeading(period)}${provisional}${errors}`,
    isProtected: true,
    signatures: ["NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"],
    notes,
  };
}
