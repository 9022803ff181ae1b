import type { Severity } from "../core/finding";
import type { Phrase } from "../core/language";
import type { Status } from "../core/progress/status";

/** The verdicts of law AR8 as people read them. */
export const statusPhrases: Readonly<Record<Status, Phrase>> = {
  exceeded: { vi: "vượt", en: "exceeded" },
  met: { vi: "đạt", en: "met" },
  "not-met": { vi: "chưa đạt", en: "not met" },
  "on-track": { vi: "đúng tiến độ", en: "on track" },
  behind: { vi: "chậm", en: "behind" },
  nil: { vi: "không phát sinh", en: "nil" },
  missing: { vi: "thiếu số liệu", en: "missing" },
  watched: { vi: "theo dõi", en: "watched" },
};

/** The mark before a finding in a list. */
export const severityMarks: Readonly<Record<Severity, string>> = { error: "✖", warning: "!", note: "i" };

/** "2 lỗi, 1 cảnh báo, 0 lưu ý". */
export function countsPhrase({ error, warning, note }: Readonly<Record<Severity, number>>): Phrase {
  const english = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;
  return {
    vi: `${error} lỗi, ${warning} cảnh báo, ${note} lưu ý`,
    en: `${english(error, "error")}, ${english(warning, "warning")}, ${english(note, "note")}`,
  };
}
