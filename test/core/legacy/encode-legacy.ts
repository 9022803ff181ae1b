/** The inverse of decoding, written from the other side: by code as the standards list them, and by the keys that type VNI. */

export type Encoding = "TCVN3" | "TCVN3 capitals" | "VNI";

/** TCVN 5712:1993 from 0xA1 on, as iconv gives it; a dot where the fonts of small letters have nothing. */
const byCode = "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ";

const tcvn3 = new Map(
  Array.from(byCode, (letter, index) => [letter, String.fromCharCode(0xa1 + index)] as const).filter(
    ([letter]) => letter !== ".",
  ),
);

const vniMarks = new Map([
  ["\u0301", "ù"],
  ["\u0300", "ø"],
  ["\u0309", "û"],
  ["\u0303", "õ"],
  ["\u0323", "ï"],
  ["\u0302", "â"],
  ["\u0302\u0301", "á"],
  ["\u0302\u0300", "à"],
  ["\u0302\u0309", "å"],
  ["\u0302\u0303", "ã"],
  ["\u0302\u0323", "ä"],
  ["\u0306", "ê"],
  ["\u0306\u0301", "é"],
  ["\u0306\u0300", "è"],
  ["\u0306\u0309", "ú"],
  ["\u0306\u0303", "ü"],
  ["\u0306\u0323", "ë"],
]);

const vniAlone = new Map([
  ["đ", "ñ"],
  ["í", "í"],
  ["ì", "ì"],
  ["ỉ", "æ"],
  ["ĩ", "ó"],
  ["ị", "ò"],
  ["ỵ", "î"],
]);

/** The 134 letters that Vietnamese writes beyond ASCII, small and capital. */
export const vietnameseLetters: readonly string[] = Array.from(
  "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ",
).flatMap((letter) => [letter, letter.toUpperCase()]);

/** A Unicode text as it was typed in the days of these fonts. */
export function encodeLegacy(text: string, encoding: Encoding): string {
  return Array.from(text.normalize("NFC"), encoding === "VNI" ? inVni : inTcvn3).join("");
}

/** Toned capitals have no code: they were typed in a font of capitals, with the codes of the small letters. */
function inTcvn3(letter: string): string {
  return tcvn3.get(letter) ?? tcvn3.get(letter.toLowerCase()) ?? letter;
}

function inVni(letter: string): string {
  const lower = letter.toLowerCase();
  const small = vniAlone.get(lower) ?? inMarks(lower);
  return lower === letter ? small : small.toUpperCase();
}

function inMarks(lower: string): string {
  const [base = "", ...marks] = Array.from(lower.normalize("NFD"));
  const horned = marks.includes("\u031B");
  const rest = marks.filter((mark) => mark !== "\u031B").sort(byShape);
  const carrier = horned ? (base === "o" ? "ô" : "ö") : base;
  return carrier + (rest.length === 0 ? "" : (vniMarks.get(rest.join("")) ?? "?"));
}

/** Circumflex and breve come before the tone; NFD has the dot below first. */
function byShape(one: string, other: string): number {
  const isShape = (mark: string): number => Number(mark === "\u0302" || mark === "\u0306");
  return isShape(other) - isShape(one);
}

/** What the font shows of a text: toned capitals are there in fonts of capitals alone. */
export function shownIn(text: string, encoding: Encoding): string {
  const plain = text.normalize("NFC");
  if (encoding === "VNI") return plain;
  if (encoding === "TCVN3 capitals") return plain.toUpperCase();
  return Array.from(plain, (letter) =>
    tcvn3.has(letter) || !tcvn3.has(letter.toLowerCase()) ? letter : letter.toLowerCase(),
  ).join("");
}

export const fontOf: Readonly<Record<Encoding, string>> = {
  TCVN3: ".VnTime",
  "TCVN3 capitals": ".VnTimeH",
  VNI: "VNI-Times",
};
