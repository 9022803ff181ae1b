import { excerpt } from "../naming/excerpt";
import { columnName } from "../naming/column-names";
import { defineRule, type Report, type Spot } from "../rule";

const times = ["baseline", "actual"] as const;

export default defineRule({
  id: "poverty-standard-is-the-same",
  severity: "error",
  title: {
    vi: "Số liệu theo đúng chuẩn nghèo của kế hoạch.",
    en: "Figures follow the poverty standards of the plan.",
  },
  *find({ plan, reading }: Report) {
    const { standards } = reading;
    const elements = reading.tables.get("elements");
    if (!standards || !elements || !plan.elements.some(({ restsOnStandard }) => restsOnStandard)) return;
    for (const time of times) {
      const [found, due] = [standards[time], plan.standards[time]];
      const column = elements.table.columns.find(({ key }) => key === time);
      if (found === due || !column) continue;
      const at: Spot = { sheet: elements.sheet, cell: null };
      yield { at, code: null, facts: { column: columnName(column), found: excerpt(found, 90), due: excerpt(due, 90) } };
    }
  },
  what: ({ column, found, due }) => ({
    vi: `Biểu mẫu lập theo chuẩn nghèo “${found}” cho số liệu ${column.vi}, còn kế hoạch hiện theo “${due}”.`,
    en: `The form was made for figures of ${column.en} under “${found}”, while the plan now has “${due}”.`,
  }),
  why: {
    vi: "Hộ nghèo theo hai chuẩn là hai con số khác nhau; trừ cho nhau thì mức tăng, giảm không có nghĩa.",
    en: "Households that are poor under two standards are two different counts; a change between them means nothing.",
  },
  todo: {
    vi: "Lấy biểu mẫu mới của kế hoạch, rà soát lại số hộ nghèo, hộ cận nghèo theo đúng chuẩn rồi nhập vào biểu đó.",
    en: "Take the plan's new form, count poor and near-poor households by its standard, and enter them there.",
  },
});
