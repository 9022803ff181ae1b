import type { PackageDraft } from "./package-draft";
import { announcePart, relate } from "./package-links";
import { relationshipsPart } from "./package-part";

const drawingType = "application/vnd.openxmlformats-officedocument.drawing+xml";
const chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const noRelationships = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;

/** A sheet's drawing with its charts, as the parts of a workbook of its own hold them. */
export interface WrittenDrawing {
  readonly xml: string;
  /** In the order of the drawing's relationships rId1, rId2 … */
  readonly charts: readonly string[];
}

/** Puts a drawing of ours beside those of the host, under names that are free, and gives the id that leads to it. */
export function transplantDrawing(
  draft: PackageDraft,
  sheetPart: string,
  { drawing, isStrict }: { readonly drawing: WrittenDrawing; readonly isStrict: boolean },
): string {
  const inHost = isStrict ? strict : (xml: string) => xml;
  const folder = sheetPart.split("/").slice(0, -2).join("/");
  const put = (
    from: string,
    kind: "drawing" | "chart",
    xml: string,
  ): { readonly part: string; readonly id: string } => {
    const part = freePart(draft, `${folder === "" ? "" : `${folder}/`}${kind}s/${kind}`);
    draft.write(part, inHost(xml));
    announcePart(draft, part, kind === "chart" ? chartType : drawingType);
    if (!draft.find(relationshipsPart(from))) draft.write(relationshipsPart(from), noRelationships);
    return { part, id: relate(draft, from, { to: part, type: inHost(`${relationships}/${kind}`) }) };
  };
  const { part, id } = put(sheetPart, "drawing", drawing.xml);
  // The first relationship of a part that has none yet is rId1, as the drawing names its first chart.
  for (const chart of drawing.charts) put(part, "chart", chart);
  return id;
}

function freePart(draft: PackageDraft, stem: string): string {
  for (let number = 1; ; number++) {
    const part = `${stem}${number}.xml`;
    if (!draft.find(part) && !draft.find(relationshipsPart(part))) return part;
  }
}

/** Transitional and strict files differ in the names of their namespaces. */
export function strict(xml: string): string {
  return xml
    .replaceAll("http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/")
    .replaceAll(relationships, "http://purl.oclc.org/ooxml/officeDocument/relationships");
}

/** What a drawing of ours leads to, when the package that holds it has no other drawing. */
export function drawingIn(text: (path: string) => string): WrittenDrawing | null {
  const xml = text("xl/drawings/drawing1.xml");
  if (xml === "") return null;
  const charts: string[] = [];
  for (
    let chart = text("xl/charts/chart1.xml");
    chart !== "";
    chart = text(`xl/charts/chart${charts.length + 1}.xml`)
  ) {
    charts.push(chart);
  }
  return { xml, charts };
}
