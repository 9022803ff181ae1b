import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { lettersToPdf, toPdf } from "../tools/libreoffice";
import { pdfPages, pdfText } from "../tools/pdf";
import { validate } from "../tools/validator";
import { itWithValidator } from "../proof/tools";
import { filesIn, makeRoom, run } from "./program";

const room = makeRoom();
const isPrinted =
  process.env["PLAN_MONITOR_SOFFICE"] !== undefined && process.env["PLAN_MONITOR_PDFTOTEXT"] !== undefined;
const inOffice = isPrinted ? it : it.skip;
const day = ["--on", "2022-06-21"] as const;

beforeAll(async () => {
  expect((await run(["sample", "-o", "samples"], room)).code).toBe(0);
  const made = await run(["consolidate", "samples/2022-H1", "-o", "summary.xlsx", ...day], room);
  expect(made).toMatchObject({ code: 0, stderr: "" });
  const parameters = ["report", "summary.xlsx", ...day, "-o"];
  expect(await run([...parameters, "report-vi.docx"], room)).toMatchObject({ code: 0, stderr: "" });
  expect(await run([...parameters, "report-en.docx", "--lang", "en"], room)).toMatchObject({ code: 0, stderr: "" });
}, 300_000);

describe("report", () => {
  it("says what it wrote and how much is left to the official, for people and for programs", async () => {
    const { stdout } = await run(["report", "summary.xlsx", "-o", "again.docx", ...day], room);
    expect(stdout).toBe("Dự thảo còn 5 chỗ bôi vàng, để cơ quan soạn thảo bổ sung.\nĐã ghi: again.docx\n");
    expect(readFileSync(join(room, "again.docx")).equals(readFileSync(join(room, "report-vi.docx")))).toBe(true);
    const { stdout: json } = await run(["report", "summary.xlsx", "-o", "again.docx", "--force", "--json"], room);
    const document = JSON.parse(json) as { version: number; file: string; open: readonly unknown[] };
    expect({ ...document, open: document.open.length }).toEqual({ version: 1, file: "again.docx", open: 5 });
  });

  it("marks the figures that are missing, with the units that lack them", async () => {
    await run(["consolidate", "samples/with-faults", "-o", "faulty.xlsx", ...day], room);
    const { stdout } = await run(["report", "faulty.xlsx", "-o", "faulty.docx", "--json", ...day], room);
    const { open } = JSON.parse(stdout) as { open: readonly unknown[] };
    expect(open.length).toBeGreaterThan(5);
    expect(JSON.stringify(open)).toContain("Tú Nang");
  });

  it.each([
    ["what is no summary", ["samples/2022-H1/04063-Chieng-Dong-2022-H1.xlsx", "-o", "x.docx"], /is not a summary/],
    ["a name that is no Word file's", ["summary.xlsx", "-o", "x.pdf"], /"x\.pdf" has to end in \.docx/],
    ["a folder", ["samples/2022-H1", "-o", "x.docx"], /"samples\/2022-H1" is a folder.* one Excel file/],
    ["a file that is not there", ["nowhere.xlsx", "-o", "x.docx"], /nowhere\.xlsx/],
    ["a file that is there already", ["summary.xlsx", "-o", "report-vi.docx"], /--force/],
  ])("refuses %s, and writes nothing", async (_, parameters, why) => {
    const before = filesIn(room);
    const { code, stdout, stderr } = await run(["report", ...parameters, "--lang", "en"], room);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(why);
    expect(filesIn(room)).toEqual(before);
  });
});

/** In millimetres, from twentieths of a point. */
function millimetres(length: string): number {
  return (Number(length) * 25.4) / 1440;
}

function partOf(file: string, part: string): string {
  const bytes = unzipSync(readFileSync(join(room, file)))[part];
  if (!bytes) throw new Error(`${file} has no ${part}.`);
  return strFromU8(bytes);
}

describe.each(["vi", "en"])("the paper in %s", (language) => {
  const file = `report-${language}.docx`;

  itWithValidator("is a document as Microsoft's SDK knows it", async () => {
    expect(await validate([join(room, file)])).toEqual([]);
  });

  it("is A4 with the margins, the font and the sizes of the decree", () => {
    const [, page = ""] = /<w:sectPr[^>]*>([\s\S]*?)<\/w:sectPr>/.exec(partOf(file, "word/document.xml")) ?? [];
    const length = (name: string): number => millimetres(new RegExp(` w:${name}="([^"]+)"`).exec(page)?.[1] ?? "");
    expect(length("w")).toBeCloseTo(210, 0);
    expect(length("h")).toBeCloseTo(297, 0);
    const bounds = { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] } as const;
    for (const [side, [least, most]] of Object.entries(bounds)) {
      expect({ side, isWithin: length(side) >= least - 0.01 && length(side) <= most + 0.01 }).toEqual({
        side,
        isWithin: true,
      });
    }
    const styles = partOf(file, "word/styles.xml");
    const [, usual = ""] = /<w:docDefaults>([\s\S]*?)<\/w:docDefaults>/.exec(styles) ?? [];
    expect(usual).toContain('w:ascii="Times New Roman"');
    // Half points: 13 or 14.
    expect(/<w:sz w:val="(\d+)"\/>/.exec(usual)?.[1]).toMatch(/^(?:26|28)$/);
    const fonts = [...partOf(file, "word/document.xml").matchAll(/w:ascii="([^"]+)"/g)].map(([, font]) => font);
    expect(fonts.filter((font) => font !== "Times New Roman")).toEqual([]);
  });
});

const says = {
  vi: [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "ỦY BAN NHÂN DÂN",
    "HUYỆN YÊN CHÂU",
    "Yên Châu, ngày 21 tháng 6 năm 2022",
    "BÁO CÁO",
    "I. CÔNG TÁC CHỈ ĐẠO, TỔ CHỨC THỰC HIỆN",
    "II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU, CHỈ TIÊU",
    "III. KẾT QUẢ THỰC HIỆN NHIỆM VỤ, KINH PHÍ",
    "IV. KHÓ KHĂN, VƯỚNG MẮC, NGUYÊN NHÂN",
    "V. PHƯƠNG HƯỚNG, ĐỀ XUẤT",
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCH",
    "[họ và tên]",
    "Nơi nhận:",
    "Lưu: VT.",
    "Biểu 1.",
    "Biểu đồ. Tiến độ các chỉ tiêu so với kế hoạch năm",
  ],
  en: [
    "SOCIALIST REPUBLIC OF VIET NAM",
    "Independence - Freedom - Happiness",
    "REPORT",
    "I. STEERING AND ORGANISATION",
    "V. ",
    "CHAIRPERSON",
    "[full name]",
    "Recipients:",
    "Filed: Office.",
  ],
} as const;

describe("as LibreOffice prints it", () => {
  inOffice(
    "has all parts of the form, and nobody signs a page without text",
    async () => {
      const files = (["vi", "en"] as const).map((language) => ({
        language,
        path: join(room, `report-${language}.docx`),
      }));
      const printed = await lettersToPdf(files.map(({ path }) => path));
      for (const [index, { language }] of files.entries()) {
        const pdf = printed[index] ?? new Uint8Array();
        expect(strFromU8(pdf, true)).toMatch(/\/MediaBox\[0 0 595\.\d+ 841\.\d+\]/);
        const text = pdfText(pdf);
        expect(says[language].filter((part) => !text.includes(part))).toEqual([]);
        const last = pdfPages(pdf).find((page) =>
          page.includes(says[language].find((part) => part.startsWith("[")) ?? ""),
        );
        expect(last).toMatch(language === "vi" ? /Trên đây là báo cáo/ : /report of the People's Committee/);
      }
    },
    300_000,
  );

  inOffice(
    "answers to the units are one page each, in both languages",
    async () => {
      const folders = (["vi", "en"] as const).map((language) => ({ language, folder: `answers-${language}` }));
      for (const { language, folder } of folders) {
        const parameters = ["feedback", "samples/with-faults", "-o", folder, "--lang", language, ...day];
        expect((await run(parameters, room)).code).toBe(0);
      }
      const files = folders.flatMap(({ folder }) =>
        filesIn(join(room, folder)).map((file) => join(room, folder, file)),
      );
      expect(files).toHaveLength(30);
      const printed = await toPdf(files);
      expect(printed.map((pdf) => pdfPages(pdf).length)).toEqual(files.map(() => 1));
    },
    600_000,
  );
});
