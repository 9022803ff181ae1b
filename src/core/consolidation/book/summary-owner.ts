import type { SheetOwner } from "../../form/table-sheet";
import { periodHeading } from "../../form/commune-tables";
import { subtitleStart, withErrors } from "../../reading/received-words";
import { partOfBelow } from "../consolidation";
import type { Book } from "./book";

/** What every sheet of the summary shows around its table. */
export function summaryOwner({ consolidation }: Book, notes: readonly string[] = []): SheetOwner {
  const { plan, period, units, allowsErrors } = consolidation;
  const reporting = units.filter(({ unit }) => unit.code !== plan.whole.code);
  const taken = reporting.filter(({ reading }) => reading !== null).length;
  const inPart = reporting.filter((status) => partOfBelow(status) !== null).length;
  const lacking = inPart === 0 ? "" : `, ${inPart} đơn vị chưa đủ báo cáo cấp dưới`;
  const isProvisional = taken < reporting.length || inPart > 0;
  const provisional = isProvisional ? ` – TẠM TÍNH, ${taken}/${reporting.length} đơn vị${lacking}` : "";
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
