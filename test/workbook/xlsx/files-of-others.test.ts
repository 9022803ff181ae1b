import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { writeXlsx } from "hucre/xlsx";
import type { Cell } from "../../../src/core/cell";
import type { Snapshot } from "../../../src/core/snapshot";
import { recalculate } from "../../tools/libreoffice";
import { byHand } from "./by-hand";
import { cellsOf, snapshotOf } from "./plain-snapshot";

const python = process.env["PLAN_MONITOR_PYTHON"];
const inPython = python === undefined ? describe.skip : describe;
const inOffice = process.env["PLAN_MONITOR_SOFFICE"] === undefined ? describe.skip : describe;

/** The cells of each sheet, by its name. */
function cellsBySheet({ sheets }: Snapshot): Record<string, Record<string, Cell>> {
  return Object.fromEntries(sheets.map((sheet) => [sheet.name, cellsOf(sheet)]));
}

/** What a Python script, given a path, saves there with openpyxl. */
function saved(script: string): Uint8Array {
  const room = mkdtempSync(join(tmpdir(), "plan-monitor-openpyxl-"));
  try {
    const path = join(room, "a.xlsx");
    execFileSync(python ?? "", ["-c", script, path]);
    return readFileSync(path);
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

describe("a workbook that hucre wrote", () => {
  it("reads as it was meant", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "Số liệu",
          rows: [
            ["mã", " hai  ba ", "_x0041_", "=1+1", "__proto__", "a\nb"],
            [1.5, true, new Date(Date.UTC(2022, 5, 30)), null, -0.001, 1e21],
          ],
          merges: [{ startRow: 3, startCol: 0, endRow: 3, endCol: 2 }],
        },
        { name: "Ẩn", rows: [["một"]], veryHidden: true },
      ],
    });
    const snapshot = snapshotOf(bytes);
    expect(snapshot.sheets.map(({ visibility }) => visibility)).toEqual(["visible", "very-hidden"]);
    expect(snapshot.sheets[0]?.merges).toEqual([{ top: 3, left: 0, bottom: 3, right: 2 }]);
    expect(cellsBySheet(snapshot)).toEqual({
      "Số liệu": {
        A1: { value: "mã" },
        B1: { value: " hai  ba " },
        // What hucre does not keep apart from an escape, Excel takes for one.
        C1: { value: "A" },
        D1: { value: "=1+1" },
        E1: { value: "__proto__" },
        F1: { value: "a\nb" },
        A2: { value: 1.5 },
        B2: { value: true },
        C2: { value: { date: "2022-06-30" } },
        E2: { value: -0.001 },
        F2: { value: 1e21 },
      },
      Ẩn: { A1: { value: "một" } },
    });
  });
});

inPython("a workbook that openpyxl wrote", () => {
  const script = `
import sys, datetime, openpyxl
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Số liệu"
sheet["A1"] = " hai  ba "
sheet["B1"] = 12.5
sheet["C1"] = True
sheet["D1"] = datetime.date(2022, 6, 30)
sheet["E1"] = datetime.datetime(2022, 6, 30, 18, 30)
sheet["F1"] = "=SUM(B1:B1)&\\"x\\""
sheet["G1"] = "#N/A"
sheet["H1"] = "=1+1"
sheet["H1"].data_type = "s"
sheet["A2"] = "Tó Nang"
sheet["A2"].font = Font(name=".VnTime")
sheet["B2"].font = Font(bold=True)
sheet["C2"] = "a\\nb"
sheet["XFD1048576"] = "cuối"
sheet.merge_cells("A5:C6")
sheet.row_dimensions[2].hidden = True
sheet.column_dimensions["B"].hidden = True
sheet.protection.sheet = True
hidden = book.create_sheet("__proto__")
hidden.sheet_state = "veryHidden"
hidden["A1"] = 1
names = book.defined_names
name = DefinedName("pm_period", attr_text="'Số liệu'!$B$1")
names.add(name) if hasattr(names, "add") else names.append(name)
book.save(sys.argv[1])
`;
  let snapshot: Snapshot;
  beforeAll(() => {
    snapshot = snapshotOf(saved(script));
  });

  it("reads as it was meant, formulas without a value among the rest", () => {
    expect(cellsBySheet(snapshot)).toEqual({
      "Số liệu": {
        A1: { value: " hai  ba " },
        B1: { value: 12.5 },
        C1: { value: true },
        D1: { value: { date: "2022-06-30" } },
        E1: { value: { date: "2022-06-30T18:30:00" } },
        F1: { value: null, formula: 'SUM(B1:B1)&"x"' },
        G1: { value: { error: "#N/A" } },
        H1: { value: "=1+1" },
        A2: { value: "Tó Nang", legacyFont: ".VnTime" },
        C2: { value: "a\nb" },
        XFD1048576: { value: "cuối" },
      },
      ["__proto__"]: { A1: { value: 1 } },
    });
  });

  it("tells of names, merges, protection and what is hidden", () => {
    const [sheet] = snapshot.sheets;
    expect(snapshot.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["Số liệu", "visible"],
      ["__proto__", "very-hidden"],
    ]);
    expect([...snapshot.names]).toEqual([["pm_period", { sheet: "Số liệu", cell: "B1" }]]);
    expect(sheet?.merges).toEqual([{ top: 4, left: 0, bottom: 5, right: 2 }]);
    expect([...(sheet?.hiddenRows ?? [])]).toEqual([1]);
    expect([...(sheet?.hiddenColumns ?? [])]).toEqual([1]);
    expect(sheet?.isProtected).toBe(true);
  });
});

inOffice("a workbook that LibreOffice saved again", () => {
  const strings = '<si><t>Tú Nang</t></si><si><t xml:space="preserve"> hai  ba </t></si><si><t>_x005F_x0041_</t></si>';
  const styles = `<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
    <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><sz val="11"/><name val="VNI-Times"/></font></fonts>
    <fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
    <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>`;
  const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" s="1"><v>44742</v></c><c r="E1" s="2" t="s"><v>0</v></c></row>
    <row r="2"><c r="A2"><v>0.1</v></c><c r="B2"><f t="shared" ref="B2:B4" si="0">A2*2</f><v>0.2</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="str"><f>IF(A2&gt;0,"","x")</f><v></v></c></row>
    <row r="3" hidden="1"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>6</v></c><c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
    <row r="4"><c r="A4"><v>4</v></c><c r="B4"><f t="shared" si="0"/><v>8</v></c></row>`;
  const told = byHand({
    rows,
    strings,
    styles,
    after: '<sheetProtection sheet="1"/><mergeCells count="1"><mergeCell ref="A6:C7"/></mergeCells>',
    names: "<definedNames><definedName name=\"pm_period\">'Số liệu'!$A$2</definedName></definedNames>",
  });
  let again: Snapshot;
  beforeAll(async () => {
    const [bytes] = await recalculate([told], { trustStored: false });
    again = snapshotOf(bytes ?? new Uint8Array());
  });

  it("reads as before", () => {
    const before = cellsBySheet(snapshotOf(told))["Số liệu"];
    // LibreOffice writes a truth that was typed as a formula.
    expect(cellsBySheet(again)).toEqual({ "Số liệu": { ...before, C2: { value: true, formula: "TRUE()" } } });
    expect(cellsBySheet(again)["Số liệu"]).toMatchObject({
      B1: { value: " hai  ba " },
      C1: { value: "_x0041_" },
      E1: { value: "Tú Nang", legacyFont: "VNI-Times" },
      B4: { value: 8, formula: "A4*2" },
      D2: { value: "", formula: 'IF(A2>0,"","x")' },
    });
  });

  it("tells the same of names, merges, protection and what is hidden", () => {
    const [before] = snapshotOf(told).sheets;
    const [after] = again.sheets;
    expect(again.names).toEqual(snapshotOf(told).names);
    expect({ ...after, rows: null }).toEqual({ ...before, rows: null });
  });
});
