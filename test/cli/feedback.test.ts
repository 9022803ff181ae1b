import { beforeAll, describe, expect, it } from "@jest/globals";
import { strFromU8 } from "fflate";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SheetSnapshot } from "../../src/core/snapshot";
import { isUnreadable } from "../../src/core/snapshot";
import { sampleMissing } from "../../src/samples/sample-faults";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { toPdf } from "../tools/libreoffice";
import { yenChau } from "../plans/opened";
import { filesIn, makeRoom, run } from "./program";
import { writeSample } from "./sample-file";

const room = makeRoom();
const inOffice = process.env["PLAN_MONITOR_SOFFICE"] === undefined ? it.skip : it;

function sheetsOf(file: string): readonly SheetSnapshot[] {
  const snapshot = readSnapshot(file, readFileSync(join(room, file)));
  if (isUnreadable(snapshot)) throw new Error(snapshot.detail);
  return snapshot.sheets;
}

function textsOf(file: string): string {
  const cells = sheetsOf(file).flatMap(({ rows }) => [...rows.values()].flatMap((row) => [...row.values()]));
  return JSON.stringify(cells);
}

const day = ["--on", "2022-06-21"] as const;

beforeAll(async () => {
  expect((await run(["sample", "-o", "samples"], room)).code).toBe(0);
});

describe("feedback", () => {
  it("gives each reporting unit an answer, those that sent nothing too", async () => {
    const { code, stderr } = await run(["feedback", "samples/with-faults", "-o", "answers", ...day], room);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const files = filesIn(join(room, "answers"));
    expect(files.map((file) => file.split("-")[1])).toEqual(yenChau.units.map(({ code: unit }) => unit));
    for (const file of files) {
      const texts = textsOf(`answers/${file}`);
      const isMissing = sampleMissing.includes(file.split("-")[1] ?? "");
      expect({ file, says: texts.includes("Chưa gửi báo cáo") }).toEqual({ file, says: isMissing });
      expect(texts).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  inOffice(
    "is one page of A4 for each unit",
    async () => {
      const files = filesIn(join(room, "answers")).map((file) => join(room, "answers", file));
      const printed = (await toPdf(files)).map((pdf) => strFromU8(pdf, true));
      const pages = printed.map((pdf) => pdf.match(/\/Type\/Page(?!s)/g)?.length);
      expect(pages).toEqual(files.map(() => 1));
      for (const pdf of printed) expect(pdf).toMatch(/\/MediaBox\[0 0 595\.\d+ 841\.\d+\]/);
    },
    300_000,
  );

  it("puts all of them in one workbook where that is asked for, in English", async () => {
    const parameters = ["feedback", "samples/2022-H1", "-o", "all.xlsx", "--one-file", "--lang", "en", ...day];
    expect(await run(parameters, room)).toMatchObject({ code: 0, stderr: "" });
    expect(sheetsOf("all.xlsx")).toHaveLength(yenChau.units.length);
    expect(textsOf("all.xlsx")).toMatch(/There is nothing to put right|Give priority/);
  });

  it("names the files that no answer tells of, and does not end as if all were well", async () => {
    const [damaged, stray] = ["mixed/04099-damaged.xlsx", "mixed/04093-other-period.xlsx"];
    cpSync(join(room, "samples/2022-H1"), join(room, "mixed"), { recursive: true });
    for (const file of filesIn(join(room, "mixed"))) if (/^040(99|93)-/.test(file)) rmSync(join(room, "mixed", file));
    writeFileSync(join(room, damaged), "PK\u0003\u0004 cut");
    await writeSample(join(room, stray), { unit: "04093", period: "2022-Y" });
    const { code, stdout } = await run(["feedback", "mixed", "-o", "told", "--json", ...day], room);
    expect({ code, leftOut: (JSON.parse(stdout) as { leftOut: unknown }).leftOut }).toEqual({
      code: 1,
      leftOut: [stray, damaged],
    });
    const shown = await run(["feedback", "mixed", "-o", "told", "--force", "--quiet", ...day], room);
    expect({ code: shown.code, said: [damaged, stray].map((file) => shown.stdout.includes(file)) }).toEqual({
      code: 1,
      said: [true, true],
    });
  });

  it("writes nothing where a unit has two different reports, and replaces nothing unasked", async () => {
    await writeSample(join(room, "rivals/other.xlsx"), { unit: "04063", changes: { "elements/S10/actual": 60 } });
    const rivals = await run(["feedback", "samples/2022-H1/04063*.xlsx", "rivals", "-o", "none"], room);
    expect({ code: rivals.code, isWritten: existsSync(join(room, "none")) }).toEqual({ code: 2, isWritten: false });
    expect(await run(["feedback", "samples/2022-H1", "-o", "answers"], room)).toMatchObject({ code: 2, stdout: "" });
  });
});
