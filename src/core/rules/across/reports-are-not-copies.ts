import { elementsAskedOf, unitName } from "../../plan/lookups";
import type { Plan, Unit } from "../../plan/plan";
import { elementCell, type Reading } from "../../reading/reading";
import { copiesAmong, type FigureSet } from "../peers/copies";
import { excerpt } from "../naming/excerpt";
import { defineRule, wholeFile, type Together } from "../rule";

interface Owner {
  readonly unit: Unit;
  readonly file: string;
}

/** With fewer figures than these two reports may agree by chance. */
const enoughFigures = 20;

/** Figures that are not nil: many reports have the same cells nil. */
function figuresIn(plan: Plan, unit: Unit, reading: Reading): FigureSet<Owner> {
  const figures = new Map<string, number>();
  for (const { code } of elementsAskedOf(plan, unit.code)) {
    for (const time of ["baseline", "last_year", "actual"] as const) {
      const said = elementCell(reading, code, time)?.said;
      if (said?.kind === "number" && said.number !== 0) figures.set(`${code} ${time}`, said.number);
    }
  }
  return { owner: { unit, file: reading.file }, figures };
}

export default defineRule({
  id: "reports-are-not-copies",
  severity: "warning",
  title: { vi: "Báo cáo không chép của đơn vị khác.", en: "No report is a copy of another unit's." },
  *find({ plan, received }: Together) {
    const sets = received.units.flatMap(({ unit, reading }) =>
      reading && unit.code !== plan.whole.code ? [figuresIn(plan, unit, reading)] : [],
    );
    const isEnough = ({ figures }: FigureSet<Owner>): boolean => figures.size >= enoughFigures;
    for (const { owner, figures } of sets.filter((set) => !isEnough(set))) {
      const name = unitName(owner.unit);
      yield {
        skipped: "too-few-figures" as const,
        about: { vi: `${name}, ${figures.size} số liệu khác 0`, en: `${name}, ${figures.size} figures other than 0` },
        at: wholeFile,
        code: owner.unit.code,
        file: owner.file,
      };
    }
    for (const { owner, like, same, of } of copiesAmong(sets.filter(isEnough), plan.thresholds.copyPercent)) {
      yield {
        at: wholeFile,
        code: owner.unit.code,
        file: owner.file,
        facts: { unit: unitName(owner.unit), like: unitName(like.unit), likeFile: excerpt(like.file, 120), same, of },
      };
    }
  },
  what: ({ unit, like, likeFile, same, of }) => ({
    vi: `${unit}: ${same}/${of} số liệu ở sheet Số liệu giống hệt báo cáo của ${like} (${likeFile}).`,
    en: `${unit}: ${same} of ${of} figures in Số liệu are those of ${like} (${likeFile}).`,
  }),
  why: {
    vi: "Hai đơn vị không thể trùng gần hết số liệu; có thể báo cáo được lập bằng cách chép tệp của đơn vị khác mà chưa sửa số.",
    en: "Two units cannot have nearly all their figures in common; the report may be another unit's file whose figures were not replaced.",
  },
  todo: ({ unit, like }) => ({
    vi: `Hỏi lại ${unit} và ${like} xem số liệu là của đơn vị nào; đơn vị kia gửi lại báo cáo bằng số liệu của mình.`,
    en: `Ask ${unit} and ${like} whose figures these are; the other sends a report with its own.`,
  }),
  toUnit: {
    vi: "Đối chiếu với sổ gốc xem số liệu này là của đơn vị nào; nếu không phải của mình thì gửi lại báo cáo bằng số liệu của mình.",
    en: "Compare with your records whose figures these are; if they are not yours, send a report with your own.",
  },
});
