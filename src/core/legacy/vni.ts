import { isFurtherLetter } from "./letters";

/** Letters that have a code of their own; two of them take further marks. */
const single: ReadonlyMap<string, string> = new Map([
  ["ñ", "đ"],
  ["í", "í"],
  ["ì", "ì"],
  ["æ", "ỉ"],
  ["ó", "ĩ"],
  ["ò", "ị"],
  ["î", "ỵ"],
  ["ô", "ơ"],
  ["ö", "ư"],
]);

/** Codes that put marks on the letter before them, as Unicode's combining marks. */
const tones: ReadonlyMap<string, string> = new Map([
  ["ù", "\u0301"],
  ["ø", "\u0300"],
  ["û", "\u0309"],
  ["õ", "\u0303"],
  ["ï", "\u0323"],
]);

const circumflexes: ReadonlyMap<string, string> = new Map([
  ["â", "\u0302"],
  ["á", "\u0302\u0301"],
  ["à", "\u0302\u0300"],
  ["å", "\u0302\u0309"],
  ["ã", "\u0302\u0303"],
  ["ä", "\u0302\u0323"],
]);

const breves: ReadonlyMap<string, string> = new Map([
  ["ê", "\u0306"],
  ["é", "\u0306\u0301"],
  ["è", "\u0306\u0300"],
  ["ú", "\u0306\u0309"],
  ["ü", "\u0306\u0303"],
  ["ë", "\u0306\u0323"],
]);

/** Which marks each letter takes. */
const marksOn: ReadonlyMap<string, readonly ReadonlyMap<string, string>[]> = new Map([
  ["a", [tones, circumflexes, breves]],
  ["e", [tones, circumflexes]],
  ["o", [tones, circumflexes]],
  ["u", [tones]],
  ["y", [tones]],
  ["ơ", [tones]],
  ["ư", [tones]],
]);

/** The text that a VNI font shows; null where it holds a letter or a mark that has no place in it. */
export function fromVni(text: string): string | null {
  const characters = Array.from(text);
  let shown = "";
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? "";
    const lower = character.toLowerCase();
    const coded = single.get(lower);
    if (coded === undefined && isFurtherLetter(character)) return null;
    const letter = coded ?? lower;
    const marks = marksFor(letter, characters[at + 1]);
    if (marks !== "") at += 1;
    shown += `${lower === character ? letter : letter.toUpperCase()}${marks}`.normalize("NFC");
  }
  return shown;
}

/** Capital marks look the same on small letters: the letter alone says which it is. */
function marksFor(letter: string, code: string | undefined): string {
  const tables = code === undefined ? [] : (marksOn.get(letter) ?? []);
  return tables.map((table) => table.get(code?.toLowerCase() ?? "") ?? "").join("");
}
