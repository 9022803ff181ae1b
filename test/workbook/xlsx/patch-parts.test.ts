import { describe, expect, it } from "@jest/globals";
import { askForCalculation, withoutElements } from "../../../src/workbook/xlsx/patch-parts";

function book(inner: string): string {
  return `<?xml version="1.0"?>\r\n<x:workbook xmlns:x="u">${inner}</x:workbook>`;
}

describe("askForCalculation", () => {
  it.each([
    ['<x:calcPr calcId="191029"/>', '<x:calcPr calcId="191029" fullCalcOnLoad="1"/>'],
    ["<x:calcPr calcId='1' />", "<x:calcPr calcId='1' fullCalcOnLoad=\"1\" />"],
    ["<x:calcPr></x:calcPr>", '<x:calcPr fullCalcOnLoad="1"></x:calcPr>'],
    ['<x:calcPr fullCalcOnLoad="0" calcId="1"/>', '<x:calcPr fullCalcOnLoad="1" calcId="1"/>'],
    ['<x:calcPr fullCalcOnLoad="1"/>', '<x:calcPr fullCalcOnLoad="1"/>'],
    ["<x:calcPr fullCalcOnLoad='true'/>", "<x:calcPr fullCalcOnLoad='true'/>"],
    ["<x:sheets/><x:oleSize/>", '<x:sheets/><x:calcPr fullCalcOnLoad="1"/><x:oleSize/>'],
    [
      "<x:sheets/><x:definedNames><x:definedName/></x:definedNames><x:extLst/>",
      '<x:sheets/><x:definedNames><x:definedName/></x:definedNames><x:calcPr fullCalcOnLoad="1"/><x:extLst/>',
    ],
  ])("makes of %s %s", (before, after) => {
    expect(askForCalculation(book(before))).toBe(book(after));
  });
});

describe("withoutElements", () => {
  it("cuts only what is picked", () => {
    expect(withoutElements(book('<a n="1"/> <a n="2"></a>'), ({ attributes }) => attributes.get("n") === "1")).toBe(
      book(' <a n="2"></a>'),
    );
  });
});
