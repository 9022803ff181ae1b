import { beforeAll, describe, expect, it } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SheetSnapshot } from "../../src/core/snapshot";
import { isUnreadable } from "../../src/core/snapshot";
import { sampleMissing } from "../../src/samples/sample-faults";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { yenChau } from "../plans/opened";
import { filesIn, makeRoom, run } from "./program";
import { writeSample } from "./sample-file";

const room = makeRoom();

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
