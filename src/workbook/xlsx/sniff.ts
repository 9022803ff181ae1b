import type { ArchiveFault } from "./fault";

const startBytes = 4096;

/** What bytes that are no zip archive are instead; null for a zip archive, whole or not. */
export function sniff(bytes: Uint8Array): ArchiveFault | null {
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) return null;
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return sniffCompound(bytes);
  if (bytes[0] === 9 && [0, 2, 4, 8].includes(bytes[1] ?? -1) && (bytes[2] ?? 0) < 17 && bytes[3] === 0) {
    return { reason: "old-xls", detail: "a workbook of Excel 2 to 4" };
  }
  const text = textOf(bytes.subarray(0, startBytes));
  return text === null ? { reason: "not-a-zip", detail: hexOf(bytes) } : sniffText(text);
}

/** A compound file (OLE2): its directory entries stand at multiples of 128 bytes, each starting with a UTF-16 name. */
function sniffCompound(bytes: Uint8Array): ArchiveFault {
  const names = new Set<string>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    for (const name of ["EncryptedPackage", "WordDocument", "PowerPoint Document"]) {
      if (isUtf16At(bytes, at, name)) names.add(name);
    }
  }
  if (names.has("EncryptedPackage")) return { reason: "encrypted", detail: "an encrypted package" };
  const [other] = names;
  if (other !== undefined) return { reason: "not-a-workbook", detail: `a compound file with ${other}` };
  return { reason: "old-xls", detail: "a compound file" };
}

function sniffText(text: string): ArchiveFault {
  const start = text.trimStart().slice(0, 2000).toLowerCase();
  if (start === "") return { reason: "empty", detail: "nothing but spaces" };
  if (start.startsWith("%pdf") || start.startsWith("{\\rtf")) return { reason: "not-a-zip", detail: start.slice(0, 8) };
  if (start.startsWith("<") && start.includes("urn:schemas-microsoft-com:office:spreadsheet")) {
    return { reason: "old-xls", detail: "an XML workbook of Excel 2003" };
  }
  if (start.startsWith("<") && start.includes("urn:oasis:names:tc:opendocument")) {
    return { reason: "opendocument", detail: "a flat OpenDocument file" };
  }
  const isHtml = /<(?:!doctype html|html|head|body|table|meta|style|script|div|frameset)\b/.test(start);
  if ((start.startsWith("<") && isHtml) || start.startsWith("mime-version:"))
    return { reason: "html", detail: start.slice(0, 80) };
  return { reason: "csv-or-text", detail: start.slice(0, 80) };
}

/** The text that bytes begin with, or null where they hold control characters that no text holds. */
function textOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  if (isLittle || (first === 0xfe && second === 0xff)) {
    return new TextDecoder(isLittle ? "utf-16le" : "utf-16be").decode(bytes);
  }
  const isBinary = bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
  return isBinary ? null : new TextDecoder().decode(bytes);
}

function isUtf16At(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + 2 * index] !== text.charCodeAt(index) || bytes[at + 2 * index + 1] !== 0) return false;
  }
  return true;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function hexOf(bytes: Uint8Array): string {
  return `starts with ${Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join(" ")}`;
}
