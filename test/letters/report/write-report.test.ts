import { describe, expect, it } from "@jest/globals";
import type { Consolidation } from "../../../src/core/consolidation/consolidation";
import { contentsKey } from "../../../src/core/form/contents";
import type { Language } from "../../../src/core/language";
import type { Letter, LetterBlock } from "../../../src/core/letter";
import { merge } from "../../../src/core/merge";
import { makeForm } from "../../../src/core/form/make-form";
import { cellOf, figureOf } from "../../../src/core/reading/reading";
import { review } from "../../../src/core/review";
import { openGaps } from "../../../src/letters/report/open-gaps";
import { reportOfSummary, writeReport } from "../../../src/letters/report/write-report";
import { sampleContents } from "../../../src/samples/sample-contents";
import { snapshotOf } from "../../../src/workbook/memory";
import { reviewsOf } from "../../core/consolidation/reports";
import { truongNguyen, yenChau } from "../../plans/opened";
import { summaryOf } from "../summaries";

function linesOf(blocks: readonly LetterBlock[]): string[] {
  return blocks
    .map((block) => {
      if (block.kind === "heading") return block.text;
      if (block.kind === "paragraph") return block.runs.map(({ text }) => text).join("");
      if (block.kind === "bars")
        return [block.caption, ...block.bars.map(({ label, text }) => `${label}\t${text}`)].join("\n");
      return [block.caption, ...block.rows.map(({ cells }) => cells.join("\t"))].join("\n");
    })
    .map((line) => line.replaceAll("\u00A0", " "));
}

function section(letter: Letter, from: string, to: string): string[] {
  const lines = linesOf(letter.body);
  return lines.slice(
    lines.findIndex((line) => line.startsWith(from)) + 1,
    lines.findIndex((line) => line.startsWith(to)),
  );
}

async function reportOf(folder: string, language: Language, without: readonly string[] = []) {
  const { consolidation, summary } = await summaryOf(folder, without);
  const letter = reportOfSummary(yenChau, summary, { on: "2022-06-21", language });
  if (!letter) throw new Error("The summary is not read.");
  return { consolidation, letter };
}

/** Two places, half away from zero, by plain arithmetic and not by the program's own words. */
function places(value: number): string {
  const cents = Math.sign(value) * Math.round(Math.abs(value) * 100 + 1e-7);
  const text = (Math.abs(cents) / 100).toFixed(2);
  const [whole = "", rest = ""] = text.split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ".")},${rest}`;
}

/** All that the summary shows of its indicators, as Vietnamese texts. */
function shownFigures({ indicators, plan, period }: Consolidation): Set<string> {
  const texts = new Set<string>();
  const add = (value: number | null): void => {
    if (value === null) return;
    texts.add(places(value));
    texts.add(places(value).replace(/,?0+$/, "").replace(/,$/, ""));
    texts.add(places(value).replace(/,00$/, ""));
  };
  for (const one of indicators) {
    for (const value of [one.value, one.progress, one.change, one.changeLastYear, one.forecast, one.target]) add(value);
    for (const value of [one.numerator, one.denominator, ...one.coverage]) add(value);
    if (one.paceNeeded !== null) add((one.paceNeeded * (12 - period.months)) / 12);
  }
  for (const { target } of plan.indicators) if (target.kind === "range") add(target.hi);
  for (const { target } of plan.indicators) if (target.kind === "fall") add(target.upTo ?? null);
  return texts;
}

/** The numbers of a sentence, without those of names and dates. */
function numbersIn(line: string, names: readonly string[]): string[] {
  const bare = names.reduce((text, name) => text.replaceAll(name, ""), line).replace(/\d{2}\/\d{2}\/\d{4}/g, "");
  return bare.match(/\d[\d.]*(?:,\d+)?/g)?.map((number) => number.replace(/\.$/, "")) ?? [];
}

describe.each(["2022-H1", "2022-Y"])("the report of %s", (folder) => {
  it("says of the poverty rate what the consolidation says", async () => {
    const { consolidation, letter } = await reportOf(folder, "vi");
    const rate = consolidation.indicators.find(({ code, group }) => code === "C01" && group === null);
    if (typeof rate?.value !== "number" || rate.change === null || rate.progress === null) throw new Error("No rate.");
    const until = folder === "2022-H1" ? "14/06/2022" : "14/12/2022";
    expect(section(letter, "2. Kết quả từng chỉ tiêu", "III.")[0]).toContain(
      `Tỷ lệ hộ nghèo toàn huyện đến ngày ${until} là ${places(rate.value)}% ` +
        `(${places(rate.numerator ?? 0).slice(0, -3)}/${places(rate.denominator ?? 0).slice(0, -3)} hộ), ` +
        `giảm ${places(rate.change)} điểm % so với đầu kỳ, đạt ${places(rate.progress)}% kế hoạch`,
    );
  });

  it("gives each indicator one item, in the plan's order", async () => {
    const { letter } = await reportOf(folder, "vi");
    const items = section(letter, "2. Kết quả từng chỉ tiêu", "III.");
    expect(items.map((line, index) => line.startsWith(yenChau.indicators[index]?.name.vi ?? "?"))).toEqual(
      yenChau.indicators.map(() => true),
    );
  });

  it("holds no number in section II that the summary does not show", async () => {
    const { consolidation, letter } = await reportOf(folder, "vi");
    const shown = shownFigures(consolidation);
    const names = [...yenChau.indicators, ...yenChau.groups].map(({ name }) => name.vi);
    const told = section(letter, "2. Kết quả từng chỉ tiêu", "III.").flatMap((line) => numbersIn(line, names));
    expect(told.length).toBeGreaterThan(100);
    expect(told.filter((number) => !shown.has(number))).toEqual([]);
  });

  it("counts its indicators by verdict", async () => {
    const { consolidation, letter } = await reportOf(folder, "vi");
    const met = yenChau.indicators.filter(
      ({ code, onlyGroup, target }) =>
        target.kind !== "watched" &&
        consolidation.indicators.some(
          (one) => one.code === code && one.group === (onlyGroup ?? null) && one.status === "met",
        ),
    );
    expect(section(letter, "1. Đánh giá chung", "2. Kết quả từng chỉ tiêu")[0]).toContain(`${met.length} đạt`);
  });

  it("is whole in English: no Vietnamese sentence of the program is left", async () => {
    const { letter } = await reportOf(folder, "en");
    const own = linesOf([...letter.body, ...letter.annexes]).filter(
      (line) => !/đến ngày|Mục tiêu năm|Riêng|chưa có số liệu|Đã nhận|Biểu \d|đơn vị/.test(line),
    );
    expect(own).toHaveLength(letter.body.length + letter.annexes.length);
    expect(letter.head.state).toBe("SOCIALIST REPUBLIC OF VIET NAM");
  });
});

describe("what is missing", () => {
  const without = ["04093", "04096"];

  it("is marked with the names of the units, and never counted as 0", async () => {
    const { consolidation, letter } = await reportOf("2022-H1", "vi", without);
    const [first = ""] = section(letter, "2. Kết quả từng chỉ tiêu", "III.");
    expect(first).toContain("(13/15 đơn vị, tạm tính) [chưa có số liệu: xã Tú Nang, xã Lóng Phiêng]");
    const shown = shownFigures(consolidation);
    const names = [...yenChau.indicators, ...yenChau.groups].map(({ name }) => name.vi);
    const told = section(letter, "2. Kết quả từng chỉ tiêu", "III.").flatMap((line) => numbersIn(line, names));
    expect(told.filter((number) => !shown.has(number))).toEqual([]);
    expect(linesOf(letter.body)).toContain(
      "Chưa nộp báo cáo: xã Tú Nang, xã Lóng Phiêng. Số liệu tổng hợp là số tạm tính.",
    );
    expect(openGaps(letter).filter((gap) => gap.startsWith("[chưa có số liệu"))).not.toEqual([]);
  });

  it("leaves no figure at all where nobody reports it", async () => {
    const { letter } = await reportOf("2022-H1", "vi", ["124"]);
    expect(section(letter, "2. Kết quả từng chỉ tiêu", "III.")).toContain(
      "Tỷ lệ lao động tham gia bảo hiểm xã hội: [chưa có số liệu: huyện Yên Châu].",
    );
  });
});

describe("words of a commune", () => {
  it("are quoted on one line as text, with the commune's name", () => {
    const [unit] = yenChau.units;
    const [period] = yenChau.periods;
    if (!unit || !period) throw new Error("No unit.");
    const contents = sampleContents(yenChau, { unit, period, seed: 1 });
    const hostile = '=HYPERLINK("http://example.com";"x")\n\u202Eabc { PAGE }';
    const cells = new Map(contents.cells).set(
      contentsKey({ table: "tasks", code: "NV01", key: "difficulty" }),
      hostile,
    );
    const report = snapshotOf(makeForm(yenChau, { unit, period }, { ...contents, cells }), "a.xlsx");
    const { consolidation } = merge(yenChau, [review(yenChau, report)], { allowsErrors: true });
    if (!consolidation) throw new Error("Nothing was laid together.");
    const lines = linesOf(writeReport(consolidation, { on: "2022-06-21", language: "vi" }).body);
    expect(lines.filter((line) => line.includes("HYPERLINK"))).toEqual([
      'Thực hiện chính sách, chăm lo người có công với cách mạng: =HYPERLINK("http://example.com";"x") abc { PAGE } (thị trấn Yên Châu).',
    ]);
  });
});

describe("[CO2] the rate of disbursement", () => {
  const half = "04063";
  const cell = { table: "funds", code: "K01", key: "disbursed" } as const;
  const reviews = reviewsOf(yenChau, "2022-H1", { changes: new Map([[half, { cells: [[cell, null]] }]]) });
  const { consolidation } = merge(yenChau, reviews);
  if (!consolidation) throw new Error("Nothing was laid together.");
  const { body, annexes } = writeReport(consolidation, { on: "2022-06-21", language: "vi" });
  const rowOf = (blocks: readonly LetterBlock[], caption: string, label: string): readonly string[] => {
    const table = blocks.find((block) => block.kind === "table" && block.caption.startsWith(caption));
    return (table?.kind === "table" ? table.rows : []).find(({ cells }) => cells[0] === label)?.cells ?? [];
  };
  const amount = (unit: string, code: string, key: string): number => {
    const reading = consolidation.units.find((status) => status.unit.code === unit)?.reading;
    return (reading && figureOf(cellOf(reading, "funds", { code, key }))) ?? 0;
  };
  const codes = yenChau.funds.map(({ code }) => code);
  const whole = yenChau.units.map(({ code }) => code).filter((code) => code !== half);
  const rate = (sources: readonly string[]): string => {
    const sum = (key: string): number =>
      whole.reduce((all, unit) => sources.reduce((some, code) => some + amount(unit, code, key), all), 0);
    return places((100 * sum("disbursed")) / sum("allocated"));
  };

  it("leaves a unit that says one of the two amounts out of both sides, and names it", () => {
    expect(yenChau.units.find(({ code }) => code === half)?.name).toBe("Chiềng Đông");
    const [source = ""] = yenChau.funds.map(({ label }) => label.vi);
    expect(rowOf(body, "Kinh phí", source).at(-1)).toBe(rate(["K01"]));
    expect(rowOf(body, "Kinh phí", "Tổng cộng").at(-1)).toBe(rate(codes));
    expect(rowOf(annexes, "Biểu 4", "Tổng cộng").at(-1)).toBe(rate(codes));
    expect(rowOf(annexes, "Biểu 4", "Chiềng Đông").at(-1)).toBe("");
    expect(linesOf(body)).toContain(
      "[tỷ lệ giải ngân chưa tính nguồn thiếu số đã phân bổ hoặc đã giải ngân: xã Chiềng Đông]",
    );
  });
});

describe("another plan", () => {
  it("gives a report too, without the parts that it does not have", () => {
    const [period] = truongNguyen.periods;
    if (!period) throw new Error("No period.");
    const reviews = truongNguyen.units.map((unit) =>
      review(
        truongNguyen,
        snapshotOf(
          makeForm(truongNguyen, { unit, period }, sampleContents(truongNguyen, { unit, period, seed: 1 })),
          `${unit.code}.xlsx`,
        ),
      ),
    );
    const { consolidation } = merge(truongNguyen, reviews);
    if (!consolidation) throw new Error("Nothing was laid together.");
    const letter = writeReport(consolidation, { on: "2026-04-01", language: "vi" });
    expect(letter.head.placeAndDay).toMatch(/ngày 01 tháng 4 năm 2026$/);
    expect(linesOf([...letter.body, ...letter.annexes]).join("\n")).not.toMatch(/undefined|NaN|null|\[object/);
    expect(letter.annexes.some(({ kind }) => kind === "table")).toBe(true);
    const words = linesOf([...letter.body, ...letter.annexes]).join("\n");
    expect(words).toContain("Biểu 1. Kết quả thực hiện các chỉ tiêu của toàn tỉnh");
    expect(words).not.toContain("huyện");
  });
});

describe("[CO4] a change that counts fewer units than the value", () => {
  const lineOf = (language: Language): string => {
    const changes = new Map([
      ["04093", { cells: [[{ table: "elements", code: "S02", key: "baseline" }, null] as const] }],
    ]);
    const { consolidation } = merge(yenChau, reviewsOf(yenChau, "2022-H1", { changes }));
    if (!consolidation) throw new Error("Nothing was laid together.");
    const letter = writeReport(consolidation, { on: "2022-06-21", language });
    expect(openGaps(letter).filter((gap) => /đầu kỳ|baseline/.test(gap))).not.toEqual([]);
    return linesOf(letter.body).find((line) => line.includes("14/15") || line.includes("14 of these 15")) ?? "";
  };

  it("is told with the units that it lacks", () => {
    expect(lineOf("vi")).toMatch(
      /^Tỷ lệ hộ nghèo .* \(so với đầu kỳ chỉ tính 14\/15 đơn vị\) \[chưa có số đầu kỳ: xã [^\]]+\]/,
    );
    expect(lineOf("en")).toContain("(since the baseline only 14 of these 15 units count) [no baseline: ");
  });
});
