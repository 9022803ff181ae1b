import type { Phrase } from "../core/language";

/** What a cell is and holds, for people who hear the sheet instead of seeing it. */
export interface SpokenCell {
  readonly cell: string;
  /** What stands at the left end of its row and over its column; empty where nothing does. */
  readonly headings: readonly string[];
  /** As shown; empty where the cell is blank. */
  readonly value: string;
  readonly isLocked: boolean;
}

export function spokenCell({ cell, headings, value, isLocked }: SpokenCell): Phrase {
  const about = headings.map((heading) => `, ${heading}`).join("");
  return {
    vi: `Ô ${cell}${about}: ${value === "" ? "trống" : value}${isLocked ? " (ô khóa)" : ""}`,
    en: `Cell ${cell}${about}: ${value === "" ? "blank" : value}${isLocked ? " (locked)" : ""}`,
  };
}

export const gridWords = {
  sheet: {
    vi: "Bảng tính. F6 để sang khung bên, Shift+F6 để quay lại.",
    en: "Sheet. F6 goes to the pane, Shift+F6 back.",
  },
} satisfies Record<string, Phrase>;
