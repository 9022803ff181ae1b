import type { Received } from "../../consolidation/receive";
import type { Phrase } from "../../language";
import { periodById, unitName } from "../../plan/lookups";
import type { Plan } from "../../plan/plan";
import type { Reading } from "../../reading/reading";
import { excerpt } from "../naming/excerpt";
import { defineRule, wholeFile, type Together } from "../rule";

type Kind = "period" | "stage" | "plan" | "level";

interface Stray {
  readonly kind: Kind;
  readonly reading: Reading;
  readonly file: string;
  readonly found: Phrase;
  readonly most: Phrase;
}

const fields = { period: "pm_period", stage: "pm_stage", plan: "pm_plan", level: "pm_form" } as const;

function* straysIn(plan: Plan, received: Received): Generator<Stray> {
  for (const { review, kind, most } of received.strays) {
    if (!review.reading) continue;
    if (kind === "level") {
      yield { kind, reading: review.reading, file: review.file, ...levels };
      continue;
    }
    const found = review.reading.cover.get(fields[kind])?.text ?? "";
    const named = (word: string): Phrase => nameOf(plan, kind, word) ?? both(word);
    yield { kind, reading: review.reading, file: review.file, found: named(found), most: named(most) };
  }
}

const levels = {
  found: { vi: "biểu tổng hợp của chính cấp này", en: "summary of this very level" },
  most: { vi: "báo cáo", en: "report" },
} as const;

function nameOf(plan: Plan, kind: Kind, word: string): Phrase | undefined {
  if (kind === "plan") return undefined;
  return kind === "period"
    ? periodById(plan, word)?.name
    : plan.stages.map(({ name }) => name).find(({ vi }) => vi === word);
}

function both(text: string): Phrase {
  return { vi: excerpt(text), en: excerpt(text) };
}

const kinds: Readonly<Record<Kind, Phrase>> = {
  period: { vi: "kỳ báo cáo", en: "period" },
  stage: { vi: "mức độ số liệu", en: "stage" },
  plan: { vi: "kế hoạch", en: "plan" },
  level: { vi: "loại biểu", en: "kind of form" },
};

const takeAway: Phrase = {
  vi: "Bỏ tệp này ra khỏi các tệp cần tổng hợp; muốn ghép báo cáo mới vào biểu ấy thì mở nó ra rồi tổng hợp (dòng lệnh: --update).",
  en: "Take this file away from the reports; to merge later reports into that summary, open it and consolidate (command line: --update).",
};

export default defineRule({
  id: "reports-are-of-one-period",
  severity: "error",
  title: {
    vi: "Mọi báo cáo cùng một kỳ, một mức độ, một kế hoạch.",
    en: "All reports are of one period, stage and plan.",
  },
  *find({ plan, received }: Together) {
    for (const { kind, reading, file, found, most } of straysIn(plan, received)) {
      if (reading.unit.kind !== "known") continue;
      const { unit } = reading.unit;
      yield {
        at: reading.cover.get(fields[kind])?.at ?? wholeFile,
        code: unit.code,
        file,
        facts: { unit: unitName(unit), kind, found, most },
      };
    }
  },
  what: ({ unit, kind, found, most }) => ({
    vi: `${unit}: ${kinds[kind].vi} ghi trên Bìa là “${found.vi}”, trong khi đang tổng hợp ${kinds[kind].vi} “${most.vi}”.`,
    en: `${unit}: the ${kinds[kind].en} on the cover is “${found.en}”, while the reports laid together are of the ${kinds[kind].en} “${most.en}”.`,
  }),
  why: {
    vi: "Cộng số liệu khác kỳ, khác mức độ (sơ bộ, chính thức) hoặc khác kế hoạch thì tổng không có nghĩa.",
    en: "Figures of different periods, stages or plans do not add up to anything.",
  },
  todo: ({ kind }) =>
    kind === "level"
      ? takeAway
      : {
          vi: `Sửa ${kinds[kind].vi} trên Bìa nếu ghi nhầm; nếu không, thay bằng báo cáo đúng rồi tổng hợp lại.`,
          en: `Put the ${kinds[kind].en} right on the cover if it is a slip; else send the right report and consolidate again.`,
        },
  toUnit: ({ kind }) => ({
    vi: `Sửa ${kinds[kind].vi} trên Bìa nếu ghi nhầm; nếu không, gửi lại báo cáo đúng.`,
    en: `Put the ${kinds[kind].en} on the cover right if it is a slip; else send the right report.`,
  }),
});
