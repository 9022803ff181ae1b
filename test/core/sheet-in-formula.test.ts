import { describe, expect, it } from "@jest/globals";
import { renameSheetIn } from "../../src/core/sheet-in-formula";

describe("renameSheetIn", () => {
  it.each([
    ["Bìa!A1+'Bìa'!$B$2", "'Mới'!A1+'Mới'!$B$2"],
    ["SUM(BÌA!A1:A3)", "SUM('Mới'!A1:A3)"],
    ['"Bìa!A1"&Bìa!A1', `"Bìa!A1"&'Mới'!A1`],
    ["Bìa2!A1+'Bìa 2'!A1+x.Bìa!A1", "Bìa2!A1+'Bìa 2'!A1+x.Bìa!A1"],
    ["[1]Bìa!A1+'[1]Bìa'!A1", "[1]Bìa!A1+'[1]Bìa'!A1"],
    ["SUM(Bìa:Cuối!A1)", "SUM('Mới:Cuối'!A1)"],
    ["SUM('Đầu:Bìa'!A1)", "SUM('Đầu:Mới'!A1)"],
    ["SUM(A1:Bìa!B2)", "SUM(A1:'Mới'!B2)"],
    ["SUM($A$1:Bìa!B2)", "SUM($A$1:'Mới'!B2)"],
    ["SUM(Đầu:Cuối!A1)", "SUM(Đầu:Cuối!A1)"],
    ["Bìa+Bìa()", "Bìa+Bìa()"],
  ])("makes of %s %s", (before, after) => {
    expect(renameSheetIn(before, "Bìa", "Mới")).toBe(after);
  });

  it("knows a name however its case is written", () => {
    expect(renameSheetIn("SUM(Đầu:ΟΔΟΣ!A1)+'ΟΔΟΣ'!A1", "οδος", "Mới")).toBe("SUM('Đầu:Mới'!A1)+'Mới'!A1");
    expect(renameSheetIn("SUM(Đầu:Σ!A1)", "σ", "Mới")).toBe("SUM('Đầu:Mới'!A1)");
  });

  it("doubles a quote in the new name", () => {
    expect(renameSheetIn("'d''Ivoire'!A1", "d'Ivoire", "l'Été")).toBe("'l''Été'!A1");
  });
});
