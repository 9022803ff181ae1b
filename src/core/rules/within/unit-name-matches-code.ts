import { unitName } from "../../plan/lookups";
import { unitsNamed } from "../../reading/read-cover";
import { excerpt } from "../naming/excerpt";
import { defineRule, wholeFile, type Report } from "../rule";
import { unitMends, unitShown, unitsNear } from "../mends/units-meant";

export default defineRule({
  id: "unit-name-matches-code",
  severity: "error",
  title: { vi: "Tên và mã đơn vị khớp nhau.", en: "The unit's name and code agree." },
  *find({ plan, reading }: Report) {
    const { unit, cover } = reading;
    const field = cover.get("pm_unit_name");
    if (unit.kind !== "known" || !field || field.text === "") return;
    const named = unitsNamed(plan, field.text);
    if (named.some(({ code }) => code === unit.unit.code)) return;
    const others = named.length > 0 ? named : unitsNear(plan, field.text).filter((near) => near !== unit.unit);
    yield {
      at: field.at ?? wholeFile,
      code: unit.unit.code,
      facts: {
        code: unit.unit.code,
        expected: unitName(unit.unit),
        found: excerpt(field.text),
        near: others.map((other) => unitShown(other)),
      },
      mends: [unit.unit, ...others].flatMap((one) => unitMends(reading, one)),
    };
  },
  what: ({ code, expected, found }) => ({
    vi: `Bìa ghi tên “${found}”, nhưng mã ${code} là của ${expected}.`,
    en: `The cover says “${found}”, but the code ${code} is that of ${expected}.`,
  }),
  why: {
    vi: "Tên và mã không khớp thì số liệu có thể bị cộng nhầm cho đơn vị khác.",
    en: "When name and code disagree, the figures may be counted for another unit.",
  },
  todo: ({ code, expected, near }) => ({
    vi: `Nếu là báo cáo của ${expected}, sửa lại tên; nếu không, sửa mã ${code}${near.length > 0 ? ` (${near.join("; ")})` : ""}.`,
    en: `If the report is that of ${expected}, put the name right; if not, the code ${code}${near.length > 0 ? ` (${near.join("; ")})` : ""}.`,
  }),
});
