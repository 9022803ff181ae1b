import { isFurtherLetter } from "./letters";

/** Codes of the TCVN3 (ABC) fonts, as Windows-1252 shows them, above the letters that these fonts show for them. */
const letters = lettersByCode([
  ["µ¸¶·¹", "àáảãạ"],
  ["»¾¼½Æ", "ằắẳẵặ"],
  ["ÇÊÈÉË", "ầấẩẫậ"],
  ["ÌÐÎÏÑ", "èéẻẽẹ"],
  ["ÒÕÓÔÖ", "ềếểễệ"],
  ["×ÝØÜÞ", "ìíỉĩị"],
  ["ßãáâä", "òóỏõọ"],
  ["åèæçé", "ồốổỗộ"],
  ["êíëìî", "ờớởỡợ"],
  ["ïóñòô", "ùúủũụ"],
  ["õøö÷ù", "ừứửữự"],
  ["úýûüþ", "ỳýỷỹỵ"],
  // ư stands where Windows has its soft hyphen.
  ["¨©ª«¬\u00AD®", "ăâêôơưđ"],
  ["¡¢£¤¥¦§", "ĂÂÊÔƠƯĐ"],
]);

function lettersByCode(rows: readonly (readonly [codes: string, letters: string])[]): ReadonlyMap<string, string> {
  return new Map(rows.flatMap(([codes, shown]) => Array.from(codes, (code, at) => [code, shown[at] ?? ""] as const)));
}

/** The text that a TCVN3 font shows; null where it holds a letter that the encoding has no code for. */
export function fromTcvn3(text: string): string | null {
  let shown = "";
  for (const character of text) {
    const letter = letters.get(character);
    if (letter === undefined && isFurtherLetter(character)) return null;
    shown += letter ?? character;
  }
  return shown;
}
