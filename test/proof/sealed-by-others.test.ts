import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect } from "@jest/globals";
import { isRefusal } from "../../src/core/apply-edits";
import { contentsKey } from "../../src/core/form/contents";
import { makeForm } from "../../src/core/form/make-form";
import { periodById, unitByCode } from "../../src/core/plan/lookups";
import { sealedOn } from "../../src/core/reading/seal";
import { review } from "../../src/core/review";
import { sealingOf } from "../../src/core/seal";
import { sampleContents } from "../../src/samples/sample-contents";
import { patchWorkbook } from "../../src/workbook/xlsx/patch-workbook";
import { writeWorkbook } from "../../src/workbook/xlsx/write-workbook";
import { yenChau } from "../plans/opened";
import { recalculate } from "../tools/libreoffice";
import { picture } from "./books";
import { itWithLibreOffice, itWithPython } from "./tools";

const owners = [
  ["04063", "2022-H1"],
  ["04060", "2022-Y"],
  ["124", "2022-H1"],
] as const;

/** A sealed report, with an amount that no decimal is: programs save it to fifteen or to seventeen digits. */
async function sealedFile([unitCode, periodId]: (typeof owners)[number]): Promise<Uint8Array> {
  const [unit, period] = [unitByCode(yenChau, unitCode), periodById(yenChau, periodId)];
  if (!unit || !period) throw new RangeError(unitCode);
  const sample = sampleContents(yenChau, { unit, period, seed: 267 });
  const fund = yenChau.funds[0]?.code ?? "";
  const key = contentsKey({ table: "funds", code: fund, key: "planned" });
  const planned = Number(sample.cells.get(key) ?? 0) + 1 / 3;
  const cells = new Map([...sample.cells, ...(sample.cells.has(key) ? [[key, planned] as const] : [])]);
  const bytes = await writeWorkbook(makeForm(yenChau, { unit, period }, { ...sample, cells }));
  const sealing = sealingOf(review(yenChau, picture(bytes)), "2022-06-18");
  if (sealing.kind !== "may-be-sealed") throw new Error(JSON.stringify(sealing));
  const patched = await patchWorkbook(bytes, [sealing.edit]);
  if (isRefusal(patched)) throw new Error(patched.reason);
  return patched.bytes;
}

/** The day of the seal, where it fits, and what is found. */
function read(bytes: Uint8Array): { on: string | null; found: string[] } {
  const { reading, findings } = review(yenChau, picture(bytes));
  return { on: reading && sealedOn(reading), found: findings.map(({ rule }) => rule) };
}

const saveAgain = "import openpyxl, sys; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])";

async function savedByScript(bytes: Uint8Array): Promise<Uint8Array> {
  const room = await mkdtemp(join(tmpdir(), "plan-monitor-saved-"));
  try {
    const [from, to] = [join(room, "from.xlsx"), join(room, "to.xlsx")];
    await writeFile(from, bytes);
    await promisify(execFile)(process.env["PLAN_MONITOR_PYTHON"] ?? "python3", [
      "-W",
      "ignore",
      "-c",
      saveAgain,
      from,
      to,
    ]);
    return await readFile(to);
  } finally {
    await rm(room, { recursive: true, force: true });
  }
}

describe("a sealed report", () => {
  const unbroken = { on: "2022-06-18", found: [] };

  itWithLibreOffice("[SE1] is still sealed when LibreOffice has computed and saved it", async () => {
    const saved = await recalculate(await Promise.all(owners.map(sealedFile)), { trustStored: false });
    expect(saved.map(read)).toEqual(owners.map(() => unbroken));
  });

  itWithPython("[SE1] is still sealed when openpyxl has saved it, without stored values", async () => {
    const saved = await Promise.all((await Promise.all(owners.map(sealedFile))).map(savedByScript));
    expect(saved.map(read)).toEqual(owners.map(() => unbroken));
  });
});
