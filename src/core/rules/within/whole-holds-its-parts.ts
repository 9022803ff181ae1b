import type { Phrase } from "../../language";
import { shown } from "../../show-number";
import { goneSheets, type Figure } from "../figures/figure-at";
import { cellName } from "../naming/report-cells";
import { defineRule, type Report } from "../rule";
import { overfullIn, type Overfull } from "../figures/wholes-in-report";

/** “Số hộ nghèo” (S02) 120; a village's parts are columns of its own row. */
function partName({ label, code, column, figure }: Figure, whole: Figure): Phrase {
  const { vi, en } = shown(figure);
  if (code === whole.code) return { vi: `${column.vi} ${vi}`, en: `${column.en} ${en}` };
  return { vi: `“${label.vi}” (${code}) ${vi}`, en: `“${label.en}” (${code}) ${en}` };
}

function joined(phrases: readonly Phrase[]): Phrase {
  return { vi: phrases.map(({ vi }) => vi).join(" và "), en: phrases.map(({ en }) => en).join(" and ") };
}

/** A whole that is too small for several is told once, with the largest; a single part is told at its own cell. */
function toldOf(overfull: readonly Overfull[]): { readonly worst: Overfull; readonly at: Figure } | null {
  const [first, ...others] = overfull;
  if (!first) return null;
  const worst = others.reduce((most, one) => (one.sum > most.sum ? one : most), first);
  const [part] = worst.parts;
  return { worst, at: others.length === 0 && part && worst.parts.length === 1 ? part : worst.whole };
}

export default defineRule({
  id: "whole-holds-its-parts",
  severity: "error",
  title: { vi: "Toàn bộ không nhỏ hơn các phần của nó.", en: "A whole holds its parts." },
  *find(report: Report) {
    yield* goneSheets(report.reading, ["elements", "households"]);
    const byWhole = new Map<string, Overfull[]>();
    for (const one of overfullIn(report)) {
      if ("skipped" in one) {
        yield one;
        continue;
      }
      const key = `${one.whole.at.sheet ?? ""} ${one.whole.at.cell ?? ""}`;
      byWhole.set(key, [...(byWhole.get(key) ?? []), one]);
    }
    for (const overfull of byWhole.values()) {
      const told = toldOf(overfull);
      if (!told) continue;
      const { whole, parts, sum } = told.worst;
      const { label, code, column } = whole;
      yield {
        at: told.at.at,
        code: told.at.code,
        facts: {
          label,
          code,
          column,
          figure: whole.figure,
          parts: joined(parts.map((part) => partName(part, whole))),
          isSum: parts.length > 1,
          sum,
          others: overfull.length - 1,
        },
      };
    }
  },
  what: ({ figure, parts, isSum, sum, others, ...cell }) => {
    const [name, whole, added] = [cellName(cell), shown(figure), shown(sum)];
    const [vi, en] = isSum
      ? [`${parts.vi}, cộng lại là ${added.vi}`, `${parts.en}, together ${added.en}`]
      : [parts.vi, parts.en];
    return {
      vi: `${name.vi}: ${whole.vi} ít hơn ${vi}${others > 0 ? `; còn ${others} số khác cũng lớn hơn` : ""}.`,
      en: `${name.en}: ${whole.en} is below ${en}${others > 0 ? `; ${others} more figures are above it` : ""}.`,
    };
  },
  why: {
    vi: "Các phần không trùng nhau thì cộng lại không thể nhiều hơn toàn bộ.",
    en: "Parts that do not overlap cannot together be more than the whole.",
  },
  todo: {
    vi: "Đối chiếu các số nêu trên với sổ theo dõi, sửa số nhập sai.",
    en: "Compare these figures with your records and correct the one that is wrong.",
  },
});
