import { deflateRawSync, constants } from "node:zlib";
import { zipSync } from "fflate";
import { joined, pack, type PackedEntry } from "../workbook/xlsx/packed";
import { noise, repeated } from "../workbook/xlsx/repeated";
import { cleanPart, cleanParts, figures, fileWith, strings } from "./clean-file";
import { hostile, type HostileFile } from "./hostile-file";

const mebibyte = 1024 * 1024;
const gibibyte = 1024 * mebibyte;

/** A deflate stream that gives head, then `piece` until there are `size` bytes of it; made without ever holding them. */
function swelling(head: string, piece: string, size: number): Uint8Array {
  const flush = { finishFlush: constants.Z_FULL_FLUSH };
  const block = Buffer.from(piece.repeat(Math.ceil(mebibyte / piece.length)));
  const once = new Uint8Array(deflateRawSync(block, flush));
  const start = new Uint8Array(deflateRawSync(Buffer.from(head), flush));
  const times = Math.ceil(size / block.length);
  const end = new Uint8Array(deflateRawSync(Buffer.alloc(0)));
  return joined([start, ...Array.from({ length: times }, () => once), end]);
}

/** The clean report with an entry that swells to 1 GiB and says so, or says that it has 900 KB. */
function bomb(name: string, { head, piece }: { head: string; piece: string }, saysSize = gibibyte): Uint8Array {
  const others: PackedEntry[] = Object.entries(cleanParts())
    .filter(([other]) => other !== name)
    .map(([other, data]) => ({ name: other, data }));
  return pack([...others, { name, data: "", deflated: swelling(head, piece, gibibyte), saysSize }]);
}

const rows = { head: cleanPart(figures).split("</sheetData>")[0] ?? "", piece: '<row><c s="16"/></row>' };
const texts = { head: cleanPart(strings).split("</sst>")[0] ?? "", piece: "<si><t>a</t></si>" };
const nothing = { head: "", piece: "\0" };

const otherFigures = "xl/worksheets/sheet3.xml";
const behindRows =
  (rowsToo: () => string) =>
  (text: string): string =>
    text.replace("</sheetData>", `${rowsToo()}</sheetData>`);
const cell = (index: number): string => `<c s="${index % 13 === 0 ? noise(index).length : 16}"/>`;
const blankCells = (): string =>
  repeated(16 * mebibyte, (index) => `<row ht="${noise(index)}">${cells[index % 99] ?? ""}</row>`);
const cells = Array.from({ length: 99 }, (_, row) =>
  Array.from({ length: 20 }, (_, index) => cell(row * 20 + index)).join(""),
);
const elementsOfAttributes = (): string => repeated(24 * mebibyte, (index) => `<a ${names} z="${noise(index)}"/>`);
const names = Array.from({ length: 25 }, (_, index) => `a${index}=""`).join(" ");
const remarks = (): string => repeated(65 * mebibyte, (index) => `<!--${noise(index)}${" ".repeat(900)}-->`);
const oneRemark = (): string => `<!--${repeated(8 * mebibyte, (index) => noise(index).padEnd(100))}-->`;

/** Small files that ask for much. */
export const bombs: readonly HostileFile[] = [
  hostile("bomb-of-rows.xlsx", "too-large", () => bomb(figures, rows)),
  hostile("bomb-of-rows-that-lies.xlsx", "damaged", () => bomb(figures, rows, 900_000)),
  hostile("bomb-of-texts.xlsx", "too-large", () => bomb(strings, texts)),
  hostile("bomb-of-texts-that-lies.xlsx", "damaged", () => bomb(strings, texts, 900_000)),
  hostile("bomb-of-a-picture.xlsx", "too-large", () => bomb("xl/media/image1.png", nothing)),
  // Nobody looks at pictures: what nobody inflates harms nobody.
  hostile("bomb-of-a-picture-that-lies.xlsx", "same", () => bomb("xl/media/image1.png", nothing, 900_000)),
  hostile("bomb-in-an-archive-inside.xlsx", "same", () =>
    fileWith({
      "xl/embeddings/book.xlsx": zipSync({ "inner.zip": bomb(figures, rows) }, { level: 0 }),
    }),
  ),
  // Below every bound on bytes and on how much they swell, and yet far more than a report.
  hostile("two-sheets-of-blank-cells-without-end.xlsx", "too-large", () =>
    fileWith({ [figures]: behindRows(blankCells), [otherFigures]: behindRows(blankCells) }),
  ),
  hostile("attributes-without-end.xlsx", "too-large", () => fileWith({ [figures]: behindRows(elementsOfAttributes) })),
  hostile("remarks-without-end.xlsx", "too-large", () => fileWith({ [figures]: behindRows(remarks) })),
  hostile("one-remark-without-end.xlsx", "too-large", () => fileWith({ [figures]: behindRows(oneRemark) })),
  hostile("bomb-beside-overlapping-entries.xlsx", "damaged", () => overlapping()),
];

/** Many entries of the directory that lead to one: how the densest bombs are made. */
function overlapping(): Uint8Array {
  const entries = Object.entries(cleanParts()).map(([name, data]) => ({ name, data }));
  return pack([...entries, { name: "xl/media/a", data: "a".repeat(mebibyte / 2) }], { times: 100 });
}
