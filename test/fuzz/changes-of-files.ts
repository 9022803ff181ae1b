import fc from "fast-check";
import { strFromU8, strToU8, zipSync } from "fflate";
import type { HarmedFile } from "./lands";
import { share } from "./share";

/** One thing that went wrong with a file on its way. Places are shares of the whole, from 0 to 1. */
export type FileChange =
  | { readonly kind: "byte"; readonly at: number; readonly to: number }
  | { readonly kind: "hole"; readonly at: number; readonly length: number }
  | { readonly kind: "cut"; readonly at: number }
  | { readonly kind: "part"; readonly part: number; readonly how: PartChange };

/** One thing that a strange program did in a part; the archive is packed well again. */
type PartChange =
  | { readonly kind: "gone" }
  | { readonly kind: "byte"; readonly at: number; readonly to: number }
  | { readonly kind: "tag"; readonly at: number; readonly does: "gone" | "twice" | "closed" }
  | { readonly kind: "attribute"; readonly at: number; readonly becomes: string | null }
  | { readonly kind: "text"; readonly at: number; readonly becomes: string };

const byte = fc.nat(255);

/** What stands where something else is expected. */
const oddTexts = fc.oneof(
  fc.constantFrom(
    ...[
      "",
      " ",
      "0",
      "-0",
      "-1",
      "1e308",
      "1e309",
      "-1e-320",
      "NaN",
      "INF",
      "1,5",
      "1.234",
      "٣",
      "½",
      "1%",
      "true",
      "#N/A",
      "#REF!",
    ],
    ...[
      "A1",
      "$A$1",
      "XFD1048576",
      "XFE1",
      "A1048577",
      "A0",
      "A1:B2",
      "'Bìa'!$C$8",
      "rId1",
      "../../x",
      "s",
      "str",
      "inlineStr",
      "e",
      "d",
      "b",
    ],
    ...[
      "__proto__",
      "constructor",
      "toString",
      "=1+1",
      "+1",
      "@x",
      "2022-02-31",
      "9".repeat(400),
      "_x0000_",
      "_x000D_",
      "&#x1F4A9;",
    ],
    ...["\u202E", "\u00A0", "\u200B", "S01", "S02", "04063", "04066", "2022-H1", "2022-Y", "v1;"],
  ),
  fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => text.replace(/[<&"]/g, "")),
  fc.integer().map(String),
  fc.double().map(String),
);

const partChange: fc.Arbitrary<PartChange> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("gone") }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("byte"), at: share, to: byte }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("tag"), at: share, does: fc.constantFrom("gone", "twice", "closed") }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("attribute"), at: share, becomes: fc.option(oddTexts, { freq: 5 }) }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("text"), at: share, becomes: oddTexts }) },
);

export const fileChange: fc.Arbitrary<FileChange> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("byte"), at: share, to: byte }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("hole"), at: share, length: fc.nat(500) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("cut"), at: share }) },
  { weight: 20, arbitrary: fc.record({ kind: fc.constant("part"), part: share, how: partChange }) },
);

/** The bytes after all that; changes of parts come first, for only a whole archive has parts. */
export function changedFile(file: HarmedFile, changes: readonly FileChange[]): Uint8Array {
  const inParts = changes.filter((change) => change.kind === "part");
  let changed = file.bytes;
  if (inParts.length > 0) {
    const parts = new Map(file.parts);
    for (const { part, how } of inParts) changePart(parts, part, how);
    changed = packed(parts);
  }
  for (const change of changes) if (change.kind !== "part") changed = changedBytes(changed, change);
  return changed;
}

/** An archive of the parts, stored as they are: packing them well would take longer than all that is tried on them. */
export function packed(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(parts), { level: 0 });
}

function changedBytes(bytes: Uint8Array, change: Exclude<FileChange, { kind: "part" }>): Uint8Array {
  const at = Math.floor(change.at * bytes.length);
  if (change.kind === "cut") return bytes.subarray(0, at);
  const changed = bytes.slice();
  if (change.kind === "byte") changed[at] = change.to;
  else changed.fill(0, at, at + change.length);
  return changed;
}

function changePart(parts: Map<string, Uint8Array>, which: number, how: PartChange): void {
  const name = [...parts.keys()][Math.floor(which * parts.size)] ?? "";
  const part = parts.get(name);
  if (!part) return;
  if (how.kind === "gone") parts.delete(name);
  else if (how.kind === "byte") parts.set(name, changedBytes(part, how));
  else parts.set(name, strToU8(changedText(strFromU8(part), how)));
}

const patterns = { tag: /<[^!?][^>]*>/g, attribute: /\s[\w:]+="[^"]*"/g, text: />[^<]+</g };

function changedText(text: string, how: Extract<PartChange, { kind: keyof typeof patterns }>): string {
  const all = [...text.matchAll(patterns[how.kind])];
  const found = all[Math.floor(how.at * all.length)];
  if (!found) return text;
  return text.slice(0, found.index) + instead(found[0], how) + text.slice(found.index + found[0].length);
}

function instead(found: string, how: Extract<PartChange, { kind: keyof typeof patterns }>): string {
  if (how.kind === "text") return `>${how.becomes}<`;
  if (how.kind === "attribute")
    return how.becomes === null ? "" : found.replace(/"[^"]*"/, () => `"${how.becomes ?? ""}"`);
  if (how.does === "gone") return "";
  return how.does === "twice" ? found + found : found.replace(/\/?>$/, "/>");
}
