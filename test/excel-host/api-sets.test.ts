import { describe, expect, it } from "@jest/globals";
import { above, apiSets, versionOf } from "./api-sets";

describe("the requirement sets of members, as the types tell them", () => {
  it.each([
    ["Range.values", "1.1"],
    ["WorksheetProtection.protect", "1.2"],
    ["Worksheet.onChanged", "1.7"],
    ["Range.getRowProperties", "1.9"],
    ["Range.getMergedAreasOrNullObject", "1.13"],
    ["Workbook.insertWorksheetsFromBase64", "1.13"],
    ["Range.valuesAsJson", "1.16"],
    ["Application.createWorkbook", "1.8"],
  ])("%s came with ExcelApi %s", (member, version) => {
    expect(apiSets().get(member)).toBe(versionOf(version));
  });

  it("know previews as above all sets, and what is no member not at all", () => {
    expect([...apiSets().values()].filter((since) => since === above).length).toBeGreaterThan(10);
    expect(apiSets().has("Range.nothingOfTheKind")).toBe(false);
    expect(apiSets().size).toBeGreaterThan(2000);
  });

  it("puts 1.10 above 1.9", () => {
    expect(versionOf("1.10")).toBeGreaterThan(versionOf("1.9"));
  });
});
