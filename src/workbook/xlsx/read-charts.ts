import type { Block } from "../../core/cell";
import type { BookCharts, SheetChart } from "../charts";
import { openArchive, type PartSource } from "./archive";
import { isFault } from "./fault";
import { readRelationships } from "./package-part";
import { readChart } from "./read-chart";
import { walkXml } from "./walk-xml";
import { readWorkbook } from "./workbook-part";

/** An honest chart's part has some kilobytes. */
const maxPartLength = 4 * 1024 * 1024;
const maxCharts = 500;
const furthest = 1_048_576;

/** The charts of a .xlsx workbook; parts that cannot be read have none, and no bytes make it throw. */
export function readCharts(bytes: Uint8Array): BookCharts {
  const charts = new Map<string, readonly SheetChart[]>();
  const archive = openArchive(bytes);
  if (isFault(archive)) return charts;
  let left = maxCharts;
  for (const { name, part } of orElse(() => readWorkbook(archive).sheets, [])) {
    const own = orElse(() => chartsOfSheet(archive, part, left), []);
    left -= own.length;
    if (own.length > 0) charts.set(name, own);
  }
  return charts;
}

function orElse<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    // Strangers' parts can be anything; a picture less is no harm.
    return otherwise;
  }
}

function chartsOfSheet(archive: PartSource, sheet: string, most: number): SheetChart[] {
  const drawings = partsOfKind(archive, sheet, "drawing");
  return drawings.flatMap((drawing) => orElse(() => chartsOfDrawing(archive, drawing), [])).slice(0, most);
}

function chartsOfDrawing(archive: PartSource, drawing: string): SheetChart[] {
  const relationships = readRelationships(archive, drawing);
  return anchorsIn(textOf(archive, drawing))
    .slice(0, maxCharts)
    .flatMap(({ place, id }): SheetChart[] => {
      const found = relationships.get(id);
      const part = found?.part ?? null;
      if (part === null || !/^chart/i.test(found?.kind ?? "")) return [];
      return [orElse(() => readChart(textOf(archive, part), place), { kind: "other", title: "", place })];
    });
}

function partsOfKind(archive: PartSource, part: string, kind: string): string[] {
  return [...readRelationships(archive, part).values()].flatMap((one) =>
    one.kind === kind && one.part !== null ? [one.part] : [],
  );
}

function textOf(archive: PartSource, part: string): string {
  const bytes = archive.read(part);
  if (isFault(bytes)) throw new Error(bytes.detail);
  if (bytes.length > maxPartLength) throw new Error(`${part} is too long`);
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

interface Anchor {
  readonly place: Block;
  readonly id: string;
}

const usualSize = { rows: 15, columns: 8 };

/** Where each chart of a drawing stands, and the relationship that leads to it. */
function anchorsIn(xml: string): Anchor[] {
  const anchors: Anchor[] = [];
  let ends = new Map<string, number>();
  let ids: string[] = [];
  walkXml(xml, {
    open: ({ name, path, attributes }) => {
      if (path.length === 1) {
        ends = new Map();
        ids = [];
      }
      const id = name === "chart" ? [...attributes].find(([key]) => key.endsWith(":id"))?.[1] : undefined;
      if (id !== undefined) ids.push(id);
    },
    close: ({ name, path, text }) => {
      const [end = ""] = path.slice(-1);
      if (path.length === 3 && (name === "row" || name === "col")) ends.set(`${end}.${name}`, Number(text));
      if (path.length === 1) anchors.push(...ids.map((id) => ({ id, place: placeFrom(ends) })));
    },
  });
  return anchors;
}

/** The second corner is the first cell beyond. */
function placeFrom(ends: ReadonlyMap<string, number>): Block {
  const within = (value: number | undefined, otherwise: number): number =>
    value !== undefined && Number.isInteger(value) && value >= 0 && value < furthest ? value : otherwise;
  const top = within(ends.get("from.row"), 0);
  const left = within(ends.get("from.col"), 0);
  const bottom = within(ends.get("to.row"), top + usualSize.rows) - 1;
  const right = within(ends.get("to.col"), left + usualSize.columns) - 1;
  return { top, left, bottom: Math.max(top, bottom), right: Math.max(left, right) };
}
