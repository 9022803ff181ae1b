import type { Plan } from "../plan/plan";

/**
 * One line under the indicators that names what the plan file marks as not confirmed by public material; null where
 * everything is.
 */
export function unconfirmedNote(plan: Plan): string | null {
  const shares = plan.indicators.filter(({ target }) => target.kind === "total" && !target.confirmed);
  const facts = [
    shares.length > 0 ? `số giao cho từng đơn vị của ${shares.map(({ code }) => code).join(", ")}` : "",
    plan.indicators.some(({ confirmed }) => !confirmed) ? "cơ quan chủ trì của một số chỉ tiêu" : "",
    plan.units.some(({ confirmed }) => !confirmed) ? "khu vực của một số đơn vị" : "",
    plan.periods.some(({ confirmed }) => !confirmed) ? "hạn nộp báo cáo" : "",
  ].filter((fact) => fact !== "");
  return facts.length === 0 ? null : `Chưa xác nhận theo tài liệu công khai: ${facts.join("; ")}.`;
}
