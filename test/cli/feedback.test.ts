import { beforeAll, describe, expect, it } from "@jest/globals";
import { strFromU8 } from "fflate";
import { existsSync, readFileSync } from "node:fs";
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

  it("writes nothing where a unit has two different reports, and replaces nothing unasked", async () => {
    await writeSample(join(room, "rivals/other.xlsx"), { unit: "04063", changes: { "elements/S10/actual": 60 } });
    const rivals = await run(["feedback", "samples/2022-H1/04063*.xlsx", "rivals", "-o", "none"], room);
    expect({ code: rivals.code, isWritten: existsSync(join(room, "none")) }).toEqual({ code: 2, isWritten: false });
    expect(await run(["feedback", "samples/2022-H1", "-o", "answers"], room)).toMatchObject({ code: 2, stdout: "" });
  });
});
