import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** A number that was typed: in a cell without a type and without a formula. */
const typed = /(<c r="[A-Z]+\d+"(?: s="\d+")?><v>)(-?[\d.]+)(<\/v><\/c>)/g;

/** The report with one typed number, so far into its figures (from 0 to 1), greater by so much. */
export function changedFigure(bytes: Uint8Array, at: number, by: number): Uint8Array {
  const parts = unzipSync(bytes);
  const sheets = Object.keys(parts)
    .filter((name) => /^xl\/worksheets\/sheet[2-7]\.xml$/.test(name))
    .sort();
  const all = sheets.flatMap((name) =>
    [...strFromU8(parts[name] ?? new Uint8Array()).matchAll(typed)].map((found) => ({ name, found })),
  );
  const chosen = all[Math.floor(at * all.length)];
  if (!chosen) throw new Error("no figures");
  const { name, found } = chosen;
  const text = strFromU8(parts[name] ?? new Uint8Array());
  const [whole, open = "", number = "", close = ""] = found;
  const changed = `${open}${Number(number) + by}${close}`;
  const part = text.slice(0, found.index) + changed + text.slice(found.index + whole.length);
  return zipSync({ ...parts, [name]: strToU8(part) }, { level: 1 });
}
