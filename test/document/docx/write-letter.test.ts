import { describe, expect, it, jest } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import type { Letter } from "../../../src/core/letter";
import { madeBy } from "../../../src/core/made-by";
import { writeLetter } from "../../../src/document/docx/write-letter";
import { writeReport } from "../../../src/letters/report/write-report";
import { summaryOf } from "../../letters/summaries";

const letter: Letter = {
  title: "Thử",
  head: {
    issuer: ["ỦY BAN NHÂN DÂN", "HUYỆN YÊN CHÂU"],
    state: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    motto: "Độc lập - Tự do - Hạnh phúc",
    number: "Số: /BC-UBND",
    placeAndDay: "Yên Châu, ngày 21 tháng 6 năm 2022",
    kind: "BÁO CÁO",
    subject: ["Kết quả"],
  },
  body: [
    { kind: "heading", level: 1, text: "I. MỘT" },
    {
      kind: "paragraph",
      runs: [
        { text: '<w:fldSimple w:instr="PAGE"/> { HYPERLINK "http://example.com" } & \u0000\u0007\uD800\u202Ecuối' },
        { text: "[chỗ trống]", isOpen: true },
      ],
    },
    {
      kind: "table",
      caption: "Biểu",
      columns: [
        { heading: "A", width: 1, across: "left" },
        { heading: "B", width: 3, across: "right" },
      ],
      rows: [{ cells: ["a", "1,5"] }, { cells: ["tổng"], isTotal: true }],
    },
  ],
  closing: { recipientsHeading: "Nơi nhận:", recipients: ["Lưu: VT."], signers: ["CHỦ TỊCH"], signerName: "[tên]" },
  annexes: [{ kind: "heading", level: 1, text: "Biểu sau" }],
};

const realTimers = [
  "hrtime",
  "nextTick",
  "performance",
  "queueMicrotask",
  "setImmediate",
  "clearImmediate",
  "setInterval",
  "clearInterval",
  "setTimeout",
  "clearTimeout",
] as const;

async function partsOf(one: Letter): Promise<ReadonlyMap<string, string>> {
  const parts = unzipSync(await writeLetter(one));
  return new Map(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe("a letter as .docx", () => {
  it("is the same bytes for the same letter", async () => {
    const { consolidation } = await summaryOf("2022-H1");
    const report = writeReport(consolidation, { on: "2022-06-21", language: "vi" });
    const at = async (day: string): Promise<Buffer> => {
      // The clock alone is held: what the library waits for goes on.
      jest.useFakeTimers({ now: new Date(day), doNotFake: [...realTimers] });
      try {
        return Buffer.from(await writeLetter(report));
      } finally {
        jest.useRealTimers();
      }
    };
    expect((await at("2031-05-06T07:08:09Z")).equals(await at("2022-01-02T03:04:05Z"))).toBe(true);
  });

  it("keeps hostile text as text: no field but the page's number, no link, nothing that no XML may hold", async () => {
    const parts = await partsOf(letter);
    const document = parts.get("word/document.xml") ?? "";
    expect(document).toContain(
      "&lt;w:fldSimple w:instr=&quot;PAGE&quot;/&gt; { HYPERLINK &quot;http://example.com&quot; } &amp; cuối",
    );
    expect(document).not.toMatch(/<w:(?:fldSimple|hyperlink|fldChar|instrText)/);
    expect(parts.get("word/_rels/document.xml.rels")).not.toMatch(/TargetMode="External"/);
    const headers = [...parts].filter(([name]) => /header\d\.xml$/.test(name)).map(([, xml]) => xml);
    expect(
      headers
        .join("")
        .match(/<w:instrText[^>]*>[^<]*/g)
        ?.every((field) => field.endsWith("PAGE")),
    ).toBe(true);
  });

  it("has the paper, margins, letters and first page of the decree", async () => {
    const document = (await partsOf(letter)).get("word/document.xml") ?? "";
    const [first = "", second = ""] = (document.match(/<w:sectPr[\s\S]*?<\/w:sectPr>/g) ?? []).map((one) => one);
    // 210 × 297 mm, 20, 15, 20 and 30 mm, in twentieths of a point.
    expect(first).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(first).toMatch(/w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
    expect(first).toContain("<w:titlePg");
    expect(second).toMatch(/w:orient="landscape"/);
    const styles = (await partsOf(letter)).get("word/styles.xml") ?? "";
    expect(styles).toMatch(/Times New Roman/);
    expect(styles).toMatch(/<w:sz w:val="28"\/>/);
  });

  it.each([
    [0, 0],
    [-3, 0],
    [48.4, 19],
    [99.99, 39],
    [100, 40],
    [100.01, 41],
    [112.5, 45],
    [900, 50],
  ])("draws a bar of %d percent over %d of 50 steps, beside the line of the goal", async (percent, steps) => {
    const bars = [{ label: "C01 & tên", percent, text: "số" }];
    const parts = await partsOf({ ...letter, annexes: [{ kind: "bars", caption: "Biểu đồ", bars }] });
    const annex = (parts.get("word/document.xml") ?? "").split("Biểu đồ")[1] ?? "";
    const cells = [...annex.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/g)].map(([cell]) => ({
      span: Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1),
      isFull: cell.includes("<w:shd "),
      isGoal: /<w:(?:end|right) w:val="single"/.test(cell),
    }));
    const pieces = cells.slice(1, -1);
    const sum = (some: typeof cells): number => some.reduce((total, { span }) => total + span, 0);
    expect(sum(pieces)).toBe(50);
    expect(sum(pieces.filter(({ isFull }) => isFull))).toBe(steps);
    expect(sum(pieces.slice(0, pieces.findIndex(({ isGoal }) => isGoal) + 1))).toBe(40);
    // Word draws no table of more than 63 columns.
    expect(annex.match(/<w:gridCol /g)?.length).toBe(52);
    expect(annex).toContain("C01 &amp; tên");
  });

  it("says in its properties what made it", async () => {
    const parts = await partsOf(letter);
    expect(parts.get("docProps/app.xml")).toContain(`><Application>${madeBy}</Application></Properties>`);
    expect(parts.get("docProps/core.xml")).toContain("<dc:title>Thử</dc:title>");
  });

  it("marks what waits for a person", async () => {
    const document = (await partsOf(letter)).get("word/document.xml") ?? "";
    expect(document).toMatch(/<w:highlight w:val="yellow"\/>(?:(?!<\/w:r>).)*\[chỗ trống\]/);
  });
});
