import type { Period, Unit } from "./plan";

const longestName = 60;

/** "04063-Chieng-Dong-2022-H1.xlsx": plain letters, safe on every system. */
export function reportFileName(unit: Unit, period: Period): string {
  return `${[unit.code, plainLetters(unit.name), period.id].filter((part) => part !== "").join("-")}.xlsx`;
}

function plainLetters(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .slice(0, longestName)
    .replace(/^-+|-+$/g, "");
}
