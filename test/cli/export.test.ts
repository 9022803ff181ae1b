import { beforeAll, describe, expect, it } from "@jest/globals";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { z } from "zod";
import { madeBy } from "../../src/core/made-by";
import { fileWith } from "../hostile/clean-file";
import { yenChau } from "../plans/opened";
import { consolidateShape, exportShape, parsed } from "./json-shapes";
import { filesIn, makeRoom, run } from "./program";
import { writeSample } from "./sample-file";

const room = makeRoom();

function described(path: string) {
  return z.object({
    path: z.literal(path),
    bytes: z.int(),
    hash: z.string(),
    schema: z.object({ fields: z.array(z.object({ name: z.string(), type: z.string() })) }),
  });
}

const packageShape = z.object({
  profile: z.literal("data-package"),
  resources: z.tuple([described("figures.csv"), described("figures.parquet")]),
});

interface Figure {
  readonly unit: string;
  readonly period: string;
  readonly element: string;
  readonly column: string;
  readonly value: string;
  readonly isNil: string;
  readonly place: string;
}

function table(folder: string): { headings: string; figures: Figure[] } {
  const text = readFileSync(join(room, folder, "figures.csv"), "utf8");
  const [headings = "", ...lines] = text.trimEnd().split("\r\n");
  const figures = lines.map((line) => {
    const [unit = "", period = "", element = "", column = "", value = "", isNil = "", ...place] = line.split(",");
    return { unit, period, element, column, value, isNil, place: place.join("!") };
  });
  return { headings, figures };
}

beforeAll(async () => {
  await writeSample(join(room, "in/one.xlsx"), {
    unit: "04063",
    changes: { "elements/S02/actual": "-", "elements/S05/actual": null, "elements/S06/actual": "sáu mươi" },
  });
  await writeSample(join(room, "in/two.xlsx"), { unit: "04066" });
  writeFileSync(join(room, "no.xlsx"), "no workbook");
});

describe("export", () => {
  it("writes each figure with its cell: a dash is nil, a blank and words are no figure", async () => {
    const { code, stdout } = await run(["export", "in", "-o", "out", "--json"], room);
    const { files, reports, figures } = parsed(exportShape, stdout);
    expect({ code, files, reports }).toEqual({
      code: 0,
      files: ["out/figures.csv", "out/figures.parquet", "out/datapackage.json"],
      reports: ["in/one.xlsx", "in/two.xlsx"],
    });
    const read = table("out");
    expect(read.headings).toBe("unit,period,element,column,value,is_nil,file,sheet,cell");
    expect(read.figures).toHaveLength(figures);
    const of = (element: string) =>
      read.figures.find((one) => one.unit === "04063" && one.element === element && one.column === "actual");
    expect(of("S02")).toMatchObject({ period: "2022-H1", value: "0", isNil: "true", place: "in/one.xlsx!Số liệu!F10" });
    expect(of("S05")).toMatchObject({ value: "", isNil: "false" });
    expect(of("S06")).toMatchObject({ value: "", isNil: "false" });
    expect(new Set(read.figures.map(({ place }) => place)).size).toBe(figures);
  });

  it("gives the figures that a consolidation adds up", async () => {
    await run(["export", "in", "-o", "sums", "--force"], room);
    const { stdout } = await run(["consolidate", "in", "-o", "s.xlsx", "--allow-errors", "--json", "--force"], room);
    const totals = parsed(consolidateShape, stdout).elements.filter(({ total }) => total !== null);
    const { figures } = table("sums");
    const sumOf = (code: string) =>
      figures
        .filter(({ element, column }) => element === code && column === "actual")
        .reduce((sum, { value }) => sum + Number(value), 0);
    expect(totals.length).toBeGreaterThan(40);
    expect(totals.map(({ code }) => [code, sumOf(code)])).toEqual(totals.map(({ code, total }) => [code, total]));
  });

  it("describes the tables by their bytes, the same each time", async () => {
    await run(["export", "in", "-o", "again"], room);
    await run(["export", "in/two.xlsx", "in/one.xlsx", "-o", "third"], room);
    const description: unknown = JSON.parse(readFileSync(join(room, "again/datapackage.json"), "utf8"));
    expect(description).toMatchObject({ generator: madeBy });
    const { resources } = packageShape.parse(description);
    for (const { path, bytes, hash, schema } of resources) {
      const file = readFileSync(join(room, "again", path));
      expect(bytes).toBe(file.length);
      expect(hash).toBe(`sha256:${createHash("sha256").update(file).digest("hex")}`);
      expect(schema.fields.map(({ name }) => name).join(",")).toBe(table("again").headings);
      expect(readFileSync(join(room, "third", path)).equals(file)).toBe(true);
    }
    expect(filesIn(join(room, "third"))).toEqual(["datapackage.json", "figures.csv", "figures.parquet"]);
  });

  it("gives in Parquet the lines of the CSV, with null where that is empty", async () => {
    await run(["export", "in", "-o", "both"], room);
    const bytes = readFileSync(join(room, "both/figures.parquet"));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
    const rows = z.array(z.record(z.string(), value)).parse(await parquetReadObjects({ file }));
    const lines = rows.map((row) =>
      Object.values(row)
        .map((one) => one ?? "")
        .join(","),
    );
    expect(lines).toEqual(readFileSync(join(room, "both/figures.csv"), "utf8").trimEnd().split("\r\n").slice(1));
    expect(new Set(rows.map((row) => typeof row["value"]))).toEqual(new Set(["number", "object"]));
    expect(new Set(rows.map((row) => row["is_nil"]))).toEqual(new Set([true, false]));
  });

  it("[RD8] names the files that it cannot read, and writes nothing where there is nothing else", async () => {
    const some = await run(["export", "in/two.xlsx", "no.xlsx", "-o", "some", "--json", "--quiet"], room);
    expect({ code: some.code, unread: parsed(exportShape, some.stdout).unread }).toEqual({
      code: 1,
      unread: ["no.xlsx"],
    });
    const none = await run(["export", "no.xlsx", "-o", "none"], room);
    expect(none.code).toBe(2);
    expect(none.stderr).toContain("no.xlsx");
    expect(filesIn(room).filter((path) => path.startsWith("none"))).toEqual([]);
  });

  it("[ED7] lets no name of a file or sheet act: the CSV guards it, Parquet holds it as the text that it is", async () => {
    const [file, sheet] = ["=1+1.xlsx", '=HYPERLINK("tinxau")'];
    const renamed = fileWith({
      "xl/workbook.xml": (text) => text.replaceAll("Số liệu", sheet.replaceAll('"', "&quot;")),
    });
    writeFileSync(join(room, file), renamed);
    const { code } = await run(["export", file, "-o", "acting", "--quiet"], room);
    expect(code).toBe(0);
    const csv = readFileSync(join(room, "acting/figures.csv"), "utf8");
    expect(csv).toContain(`,"'=1+1.xlsx","'=HYPERLINK(""tinxau"")",`);
    const fields = csv.match(/(?<=^|,|\n)(?:"(?:[^"]|"")*"|[^",\r\n]*)/g) ?? [];
    expect(fields.length).toBeGreaterThan(1000);
    expect(fields.filter((field) => /^"?[=+@\t]/.test(field))).toEqual([]);
    const { buffer } = new Uint8Array(readFileSync(join(room, "acting/figures.parquet")));
    const rows = (await parquetReadObjects({ file: buffer })) as { file: string; sheet: string }[];
    expect(new Set(rows.map((row) => row.file))).toEqual(new Set([file]));
    expect(rows.filter((row) => row.sheet === sheet).length).toBeGreaterThan(10);
    expect(readFileSync(join(room, "acting/datapackage.json"), "utf8")).not.toContain("tinxau");
  });

  it("replaces nothing without --force", async () => {
    await run(["export", "in", "-o", "kept"], room);
    expect((await run(["export", "in", "-o", "kept"], room)).code).toBe(2);
    expect((await run(["export", "in", "-o", "kept", "--force"], room)).code).toBe(0);
  });

  it("has every total of a summary, whoever reports it", async () => {
    expect((await run(["consolidate", "in", "-o", "summary.xlsx"], room)).code).toBeLessThan(2);
    expect((await run(["export", "summary.xlsx", "-o", "totals"], room)).code).toBe(0);
    const read = table("totals").figures.filter(({ column }) => column === "actual");
    expect(read.map(({ element }) => element)).toEqual(yenChau.elements.map(({ code }) => code));
    expect(new Set(read.map(({ unit }) => unit))).toEqual(new Set([yenChau.whole.code]));
  });
});
