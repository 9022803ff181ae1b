import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Letter, LetterClosing, LetterHead } from "../../core/letter";
import { madeBy } from "../../core/made-by";
import { blockParts, line, rule, sideBySide } from "./letter-parts";
import { letterSizes, textRun, twips } from "./paper";

/** A4 and the margins of Decree 30/2020/NĐ-CP, in millimetres. */
const paper = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 } as const;
const annexMargins = { top: 25, bottom: 15, left: 20, right: 20 } as const;
const textWidth = paper.width - paper.left - paper.right;
const annexWidth = paper.height - annexMargins.left - annexMargins.right;
const font = "Times New Roman";

// A zip's time has no zone: the local constructor gives the same bytes everywhere.
const packed = new Date(2022, 0, 1, 12);
const written = "2022-01-01T00:00:00Z";

/** A .docx of the letter in the decree's form: the same bytes for the same letter. */
export async function writeLetter(letter: Letter): Promise<Uint8Array> {
  const document = new Document({
    title: letter.title,
    creator: "plan-monitor",
    lastModifiedBy: "plan-monitor",
    styles: { default: { document: { run: { font, size: letterSizes.text * 2, language: { value: "vi-VN" } } } } },
    sections: [mainSection(letter), ...(letter.annexes.length === 0 ? [] : [annexSection(letter)])],
  });
  return finish(new Uint8Array(await Packer.toArrayBuffer(document)));
}

function mainSection({ head, body, closing }: Letter): ISectionOptions {
  const { top, bottom, left, right } = paper;
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width: twips(paper.width), height: twips(paper.height) },
        margin: marginsOf({ top, bottom, left, right }),
      },
    },
    // The first page bears no number.
    headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
    children: [
      ...headParts(head),
      // Nobody signs a page that has no text.
      ...body.flatMap((block, index) => blockParts(block, textWidth, index === body.length - 1)),
      ...closingParts(closing),
    ],
  };
}

function annexSection({ annexes }: Letter): ISectionOptions {
  return {
    properties: {
      page: {
        // The library turns the page itself.
        size: { width: twips(paper.width), height: twips(paper.height), orientation: PageOrientation.LANDSCAPE },
        margin: marginsOf(annexMargins),
      },
    },
    headers: { default: pageNumber() },
    children: annexes.flatMap((block, index) => [
      ...(index === 0
        ? []
        : [new Paragraph({ pageBreakBefore: true, spacing: { before: 0, after: 0, line: 20, lineRule: "exact" } })]),
      ...blockParts(block, annexWidth),
    ]),
  };
}

type Margins = Readonly<Record<"top" | "bottom" | "left" | "right", number>>;

/** With the number of the page above them. Lengths are counted, since Microsoft's SDK takes none that names its unit. */
function marginsOf({ top, bottom, left, right }: Margins) {
  const [header, footer] = [twips(10), twips(10)];
  return { top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right), header, footer };
}

function pageNumber(): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
      }),
    ],
  });
}

/** Column widths of head and closing: the state's name stands on one line. */
const sides = { left: 62, right: textWidth - 62 } as const;

function headParts({ issuer, state, motto, number, placeAndDay, kind, subject }: LetterHead): FileChild[] {
  return [
    sideBySide(
      {
        width: sides.left,
        lines: [
          ...issuer.map((name) => line(name, { bold: true, size: 13 })),
          rule(20),
          line(number, { size: 13 }, { spacing: { before: 100, after: 0 } }),
        ],
      },
      {
        width: sides.right,
        lines: [
          line(state, { bold: true, size: 12.5 }),
          line(motto, { bold: true, size: 13 }),
          rule(24),
          line(placeAndDay, { italics: true, size: 13 }, { spacing: { before: 100, after: 0 } }),
        ],
      },
    ),
    line(kind, { bold: true, size: 14 }, { spacing: { before: 320, after: 0 } }),
    ...subject.map((one) => line(one, { bold: true, size: 14 })),
    rule(60),
    new Paragraph({ spacing: { before: 0, after: 0 }, children: [] }),
  ];
}

function closingParts({ recipientsHeading, recipients, signers, signerName }: LetterClosing): FileChild[] {
  const left = { alignment: AlignmentType.LEFT } as const;
  return [
    new Paragraph({ keepNext: true, spacing: { before: 120, after: 0 }, children: [] }),
    sideBySide(
      {
        width: 82,
        lines: [
          line(recipientsHeading, { bold: true, italics: true, size: 12 }, left),
          ...recipients.map((one) => line(`- ${one}`, { size: 11 }, left)),
        ],
      },
      {
        width: textWidth - 82,
        lines: [
          ...signers.map((one) => line(one, { bold: true, size: 14 })),
          ...Array.from({ length: 4 }, () => line("", { size: 14 })),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [textRun(signerName, { bold: true, size: 28, highlight: "yellow" })],
          }),
        ],
      },
    ),
  ];
}

/** The library writes the clock into the file, packs it with the clock's time, and does not say what made it. */
function finish(draft: Uint8Array): Uint8Array {
  const parts = unzipSync(draft);
  const core = "docProps/core.xml";
  const properties = parts[core];
  if (properties) {
    const dated = strFromU8(properties).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${written}`);
    parts[core] = strToU8(dated);
  }
  const app = "docProps/app.xml";
  const made = parts[app];
  if (made) {
    const application = `<Application>${madeBy}</Application>`;
    parts[app] = strToU8(strFromU8(made).replace(/(<Properties[^>]*[^/])\/>$/, `$1>${application}</Properties>`));
  }
  return zipSync(parts, { mtime: packed, level: 6 });
}
