import type { Phrase } from "../../language";
import { elementByCode } from "../../plan/lookups";
import type { Plan } from "../../plan/plan";
import { shown } from "../../show-number";
import { excerpt } from "../naming/excerpt";
import { digitsOff, type OddRate } from "./odd-rates";
import type { Suspicion } from "./suspects";

/** “Số hộ nghèo” (S02) là 460. */
function figure(plan: Plan, { table, rate }: OddRate, code: string): Phrase {
  const label = elementByCode(plan, code)?.label ?? { vi: code, en: code };
  const number = shown(code === table.numerator ? rate.n : rate.d);
  return {
    vi: `“${excerpt(label.vi, 90)}” (${code}) là ${number.vi}`,
    en: `“${excerpt(label.en, 90)}” (${code}), ${number.en},`,
  };
}

const counts: readonly Phrase[] = [
  { vi: "một", en: "a digit" },
  { vi: "hai", en: "two digits" },
  { vi: "ba", en: "three digits" },
];

/** Which of the suspected figures would have how many digits too many or too few. */
export function slipHint(plan: Plan, { main, elements }: Suspicion): Phrase | null {
  const off = digitsOff(plan, main);
  const count = off === null ? undefined : counts[Math.abs(off) - 1];
  if (off === null || !count) return null;
  const parts = elements.map((code): Phrase => {
    const isTooMany = off > 0 === (code === main.table.numerator);
    const { vi, en } = figure(plan, main, code);
    return {
      vi: `${vi}, ghi ${isTooMany ? "thừa" : "thiếu"} ${count.vi} chữ số`,
      en: `${en} has ${count.en} too ${isTooMany ? "many" : "few"}`,
    };
  });
  return {
    vi: `Có thể ${parts.map(({ vi }) => vi).join("; hoặc ")}.`,
    en: `Maybe ${parts.map(({ en }) => en).join("; or ")}.`,
  };
}
