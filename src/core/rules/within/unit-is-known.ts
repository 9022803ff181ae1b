import { excerpt } from "../naming/excerpt";
import { defineRule, wholeFile, type Report } from "../rule";
import { unitMends, unitShown, unitsMeant } from "../mends/units-meant";

export default defineRule({
  id: "unit-is-known",
  severity: "error",
  title: { vi: "Đơn vị báo cáo có trong kế hoạch.", en: "The plan knows the reporting unit." },
  *find({ plan, reading }: Report) {
    const { unit, cover } = reading;
    if (unit.kind === "known") return;
    const near = unitsMeant(plan, reading);
    const field = unit.code === "" && unit.name !== "" ? "pm_unit_name" : "pm_unit_code";
    yield {
      at: cover.get(field)?.at ?? wholeFile,
      code: null,
      facts: {
        code: excerpt(unit.code, 30),
        name: excerpt(unit.name),
        near: near.map((one) => unitShown(one)),
      },
      mends: near.flatMap((one) => unitMends(reading, one)),
    };
  },
  what: ({ code, name }) => {
    if (code === "" && name === "") {
      return {
        vi: "Bìa chưa ghi mã và tên đơn vị báo cáo.",
        en: "The cover names no reporting unit.",
      };
    }
    if (code === "") {
      return {
        vi: `Bìa chưa ghi mã đơn vị, và tên “${name}” không chỉ đúng một đơn vị của kế hoạch.`,
        en: `The cover has no unit code, and “${name}” is not the name of exactly one unit of the plan.`,
      };
    }
    return {
      vi: `Mã đơn vị “${code}”${name === "" ? "" : ` (${name})`} không có trong kế hoạch.`,
      en: `The plan has no unit with the code “${code}”${name === "" ? "" : ` (${name})`}.`,
    };
  },
  why: {
    vi: "Không biết báo cáo của đơn vị nào thì không thể tổng hợp.",
    en: "A report cannot enter the totals before it is known whose it is.",
  },
  todo: ({ near }) => {
    const list = near.join("; ");
    return near.length === 0
      ? {
          vi: "Ghi đúng mã đơn vị trên Bìa theo danh sách của kế hoạch, hoặc dùng biểu mẫu đã lập sẵn cho đơn vị.",
          en: "Write the unit's code as the plan has it on the cover, or use the form made for the unit.",
        }
      : {
          vi: `Ghi đúng mã đơn vị trên Bìa. Có phải là: ${list}?`,
          en: `Write the right code on the cover. Is it ${list}?`,
        };
  },
});
