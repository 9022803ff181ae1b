import { beforeAll, describe, expect, it } from "@jest/globals";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { ChartBlueprint, SheetBlueprint } from "../../../src/core/blueprint";
import type { PutSheet } from "../../../src/core/edit";
import type { Chart } from "../../../src/workbook/charts";
import { readCharts } from "../../../src/workbook/xlsx/read-charts";
import { writeWorkbook } from "../../../src/workbook/xlsx/write-workbook";
import { itWithValidator } from "../../proof/tools";
import { validate } from "../../tools/validator";
import { linkedBook, partOf, patched } from "./patching";
import { snapshotOf } from "./plain-snapshot";

const look = {};
const column = (at: number) => ({ top: 1, bottom: 3, left: at, right: at });

const drawn: ChartBlueprint = {
  kind: "column",
  title: "Tiến độ & “kế hoạch”",
  description: "Mỗi cột một đơn vị.",
  series: [
    { name: "Thực hiện", categories: column(0), values: column(1), colour: "1F4E79", hasLabels: true },
    { name: "Kế hoạch", categories: column(0), values: column(2), colour: "C00000", isLine: true },
  ],
  axes: { categories: "Đơn vị", values: "%", format: "0.0" },
  place: { top: 5, left: 0, bottom: 20, right: 7 },
};

const lying: ChartBlueprint = { ...drawn, kind: "bar", title: "Nằm", series: drawn.series.slice(0, 1) };

function sheetWith(name: string, charts: readonly ChartBlueprint[]): SheetBlueprint {
  const rows = [
    ["Xã A", 12.5, 100],
    ["Xã B (thiếu)", "", 100],
    ["Xã C", 0, 100],
  ] as const;
  return {
    name,
    visibility: "visible",
    columns: [{ width: 20 }, { width: 10 }, { width: 10 }],
    rows: new Map(),
    cells: rows.flatMap((values, row) =>
      values.map((value, at) =>
        value === ""
          ? { row: row + 1, column: at, value, formula: '""', look }
          : { row: row + 1, column: at, value, look },
      ),
    ),
    merges: [],
    lists: [],
    inputs: [],
    conditions: [],
    charts,
    isProtected: true,
    print: { orientation: "landscape", fitsWidth: false, pageStarts: [22] },
  };
}

function book(...sheets: SheetBlueprint[]): Promise<Uint8Array> {
  return writeWorkbook({ title: "Biểu đồ", sheets, names: [] });
}

/** What reading a blueprint's chart should give. */
function asRead(sheet: string, { kind, title, series, axes, place }: ChartBlueprint): Chart {
  return {
    kind,
    title,
    axes,
    place,
    series: series.map(({ name, categories, values, colour, isLine }) => ({
      name,
      categories: { sheet, block: categories },
      values: { sheet, block: values },
      colour,
      isLine: isLine === true,
    })),
  };
}

function putting(bytes: Uint8Array, sheet: SheetBlueprint, replaced: string | null): PutSheet {
  const old = snapshotOf(bytes).sheets.find(({ name }) => name === replaced);
  const replaces = old ? { sheet: old.name, expect: old.rows } : null;
  return { kind: "put-sheet", sheet, names: [], replaces, after: null };
}

function partsLike(bytes: Uint8Array, pattern: RegExp): string[] {
  return Object.keys(unzipSync(bytes)).filter((name) => pattern.test(name));
}

describe("written charts", () => {
  const quoted = "Xã's 2022";
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await book(sheetWith("Biểu đồ", [drawn, lying]), sheetWith(quoted, [drawn]));
  });

  it("are read back as they were described", () => {
    expect(readCharts(bytes)).toEqual(
      new Map([
        ["Biểu đồ", [asRead("Biểu đồ", drawn), asRead("Biểu đồ", lying)]],
        [quoted, [asRead(quoted, drawn)]],
      ]),
    );
  });

  it("are the same bytes each time", async () => {
    expect(await book(sheetWith("Biểu đồ", [drawn, lying]), sheetWith(quoted, [drawn]))).toEqual(bytes);
  });

  it("store what the cells hold; a missing figure is a gap and 0 is 0", () => {
    const points = [...partOf(bytes, "xl/charts/chart1.xml").matchAll(/<c:numCache>.*?<\/c:numCache>/g)][0]?.[0];
    expect(points).toContain(
      '<c:ptCount val="3"/><c:pt idx="0"><c:v>12.5</c:v></c:pt><c:pt idx="2"><c:v>0</c:v></c:pt>',
    );
    expect(partOf(bytes, "xl/charts/chart1.xml")).toContain('<c:dispBlanksAs val="gap"/>');
  });

  it("cannot be lying bars with a line", async () => {
    await expect(book(sheetWith("Biểu đồ", [{ ...drawn, kind: "bar" }]))).rejects.toThrow(RangeError);
  });

  itWithValidator("are what the Open XML SDK takes", async () => {
    expect(await validate([bytes])).toEqual([]);
  });
});

describe("[ED5] a sheet with charts that is put", () => {
  it("comes with them, beside the charts that are there", async () => {
    const before = await book(sheetWith("Cũ", [drawn]));
    const after = await patched(before, [putting(before, sheetWith("Biểu đồ", [drawn, lying]), null)]);
    expect(readCharts(after)).toEqual(
      new Map([
        ["Cũ", [asRead("Cũ", drawn)]],
        ["Biểu đồ", [asRead("Biểu đồ", drawn), asRead("Biểu đồ", lying)]],
      ]),
    );
    expect(partOf(after, "xl/charts/chart1.xml")).toBe(partOf(before, "xl/charts/chart1.xml"));
  });

  it("takes the old sheet's charts away, and no other's", async () => {
    const before = await book(sheetWith("Cũ", [drawn, lying]), sheetWith("Khác", [drawn]));
    const after = await patched(before, [putting(before, sheetWith("Biểu đồ", [lying]), "Cũ")]);
    expect(readCharts(after)).toEqual(
      new Map([
        ["Biểu đồ", [asRead("Biểu đồ", lying)]],
        ["Khác", [asRead("Khác", drawn)]],
      ]),
    );
    expect(partsLike(after, /charts\/chart\d+\.xml$/)).toHaveLength(2);
    expect(partsLike(after, /drawings\/drawing\d+\.xml$/)).toHaveLength(2);
  });

  it("takes a name along that charts of other sheets lead to", async () => {
    const before = await book(sheetWith("Cũ", []), sheetWith("Khác", [drawn]));
    const part = "xl/charts/chart1.xml";
    const parts = unzipSync(before);
    parts[part] = strToU8(partOf(before, part).replaceAll("'Khác'!", "'Cũ'!"));
    const linked = zipSync(parts);
    const after = await patched(linked, [putting(linked, sheetWith("Mới", []), "Cũ")]);
    expect(readCharts(after).get("Khác")).toEqual([asRead("Mới", drawn)]);
  });

  itWithValidator("is what the Open XML SDK takes, in files of others too", async () => {
    const own = await book(sheetWith("Cũ", [drawn]));
    const hosts = [own, linkedBook()];
    const after = await Promise.all(
      hosts.map((bytes) => patched(bytes, [putting(bytes, sheetWith("Biểu đồ", [drawn, lying]), null)])),
    );
    const [before, now] = [await validate(hosts), await validate(after)];
    expect(now).toEqual(before);
  });
});

describe("charts of strangers", () => {
  const withChart = async (change: (xml: string) => string): Promise<Uint8Array> => {
    const bytes = await book(sheetWith("Biểu đồ", [drawn]));
    const part = "xl/charts/chart1.xml";
    return zipSync({ ...unzipSync(bytes), [part]: strToU8(change(partOf(bytes, part))) });
  };

  it.each<readonly [string, (xml: string) => string]>([
    ["a pie", (xml) => xml.replaceAll("barChart", "pieChart")],
    ["stacked columns", (xml) => xml.replace('val="clustered"', 'val="stacked"')],
    ["figures in another workbook", (xml) => xml.replaceAll("'Biểu đồ'!", "'[2]Biểu đồ'!")],
    ["two areas", (xml) => xml.replaceAll("$B$2:$B$4", "$B$2:$B$3,'Biểu đồ'!$B$4")],
    ["a whole million rows", (xml) => xml.replaceAll("$B$2:$B$4", "$B$2:$B$1000000")],
    ["a block of two columns", (xml) => xml.replaceAll("$B$2:$B$4", "$B$2:$C$4")],
    ["a formula of 10,000 signs", (xml) => xml.replaceAll("$B$2:$B$4", `$B$2:$B$4${"+1".repeat(5000)}`)],
    ["a part that breaks off", (xml) => xml.slice(0, 900)],
    ["a document type", (xml) => xml.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>')],
    ["no chart at all", () => ""],
  ])("%s: told of, not drawn", async (_, change) => {
    const [chart, ...others] = readCharts(await withChart(change)).get("Biểu đồ") ?? [];
    expect([chart?.kind, chart?.place, others]).toEqual(["other", drawn.place, []]);
  });

  it.each([
    ["no bytes", new Uint8Array()],
    ["no zip", strToU8("xin chào")],
    ["a zip of something else", zipSync({ "a.txt": strToU8("a") })],
  ])("%s: none", (_, bytes) => {
    expect(readCharts(bytes)).toEqual(new Map());
  });
});
