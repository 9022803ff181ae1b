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
  return text.replace(toEscape, escapedCharacter);
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

const inElements = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
]);

/** The content of an element of a new workbook: quotes stand as they are, and what XML cannot carry is escaped. */
export function elementText(text: string): string {
  // eslint-disable-next-line no-control-regex -- These are what XML cannot carry; a carriage return would become a line feed.
  return text.replace(/[&<>\r\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, (character) => {
    return inElements.get(character) ?? escapedCharacter(character);
  });
}

const inAttributes = new Map([
  ...inElements,
  ['"', "&quot;"],
  ["'", "&apos;"],
  ["\t", "&#9;"],
  ["\n", "&#10;"],
  ["\r", "&#13;"],
]);

/** The content of an attribute of a new workbook: every kind of space stands as it is. */
export function attributeText(text: string): string {
  return text.replace(/[&<>"'\t\n\r]/g, (character) => inAttributes.get(character) ?? character);
}

function escapedCharacter(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}
