// With the flag u, \p{Cs} is a surrogate without its other half.
const unwritable = String.raw`[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF\p{Cs}]`;

// An underscore that would read as the start of an escape, also of one that this function itself is about to write.
const lookalike = String.raw`_(?=x[0-9A-Fa-f]{4}(?:_|${unwritable}))`;

const toEscape = new RegExp(`${lookalike}|${unwritable}`, "gu");

/**
 * Text as a workbook's parts store it (ST_Xstring, before XML escaping): characters that XML cannot carry become
 * `_xHHHH_`, and text that only looks like such an escape is kept apart from it.
 */
export function toStoredText(text: string): string {
  return text.replace(
    toEscape,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
}

const entities = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

/** Text with the characters escaped that mean something in XML, for the content of an element or a quoted attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities.get(character) ?? character);
}
