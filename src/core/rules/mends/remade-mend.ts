import type { Mend } from "../../finding";
import { excerpt } from "../naming/excerpt";
import type { Remade } from "../rule";

/** The mend that makes a sheet anew; where words beside the form would go with the old one, a person has to say yes. */
export function sheetMends(remade: Remade | null, sheet: string): Mend[] {
  return mendsOf(remade, {
    vi: `lập lại sheet “${sheet}” theo biểu mẫu chuẩn, giữ nguyên số liệu đã nhập`,
    en: `the sheet “${sheet}” made anew as in the standard form, with the figures that were entered`,
  });
}

/** The mend that puts in a sheet that is gone. */
export function blankSheetMends(remade: Remade | null, sheet: string): Mend[] {
  return mendsOf(remade, {
    vi: `thêm sheet “${sheet}” trống theo biểu mẫu chuẩn để nhập lại số liệu`,
    en: `a blank sheet “${sheet}” as in the standard form, for its figures to be entered again`,
  });
}

/** The mend that moves a whole report into the current form. */
export function formMends(remade: Remade | null): Mend[] {
  return mendsOf(remade, {
    vi: "chuyển toàn bộ số liệu đã nhập sang biểu mẫu hiện hành",
    en: "the current form, with all the figures that were entered",
  });
}

function mendsOf(remade: Remade | null, { vi, en }: Mend["becomes"]): Mend[] {
  if (!remade) return [];
  const { edits, lost } = remade;
  if (lost.length === 0) return [{ becomes: { vi, en }, isCertain: true, edits }];
  const words = quoted(lost);
  const becomes = {
    vi: `${vi}; phần ghi thêm ngoài bảng sẽ không còn: ${words.vi}`,
    en: `${en}; what was written beside the form would be gone: ${words.en}`,
  };
  return [{ becomes, isCertain: false, edits }];
}

const mostQuoted = 3;

function quoted(texts: readonly string[]): Mend["becomes"] {
  const words = texts.slice(0, mostQuoted).map((text) => `“${excerpt(text, 40)}”`);
  const more = texts.length - words.length;
  const list = words.join(", ");
  return more === 0 ? { vi: list, en: list } : { vi: `${list} và ${more} chỗ khác`, en: `${list} and ${more} more` };
}
