import { it, expect } from "@jest/globals";
import { walkXml } from "../../src/workbook/xlsx/walk-xml";
it("x", () => {
  const xml = '\uFEFF<?xml version="1.0"?>\r\n<!-- <a> --><x:a xmlns:x="u" b="1 > 2 &amp;"><x:b/>🙂<c d=\'\'>t&lt;<![CDATA[<z>]]>\r\n</c\n></x:a>';
  const seen: unknown[] = [];
  walkXml(xml, { open: (e) => seen.push(["open", xml.slice(e.start, e.openEnd)]), close: (e) => seen.push([xml.slice(e.start, e.end), xml.slice(e.closeStart, e.end), e.text, e.path]) });
  console.log(JSON.stringify(seen, null, 1));
});
