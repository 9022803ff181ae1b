import type { SheetBlueprint } from "../../blueprint";
import type { CellValue } from "../../cell";
import { formats } from "../../form/formats";
import { tableSheet } from "../../form/table-sheet";
import type { Column, Table } from "../../form/table";
import { elementsAskedOf, unitName } from "../../plan/lookups";
import { elementFigure, summarySheets, type Book, type BookUnit } from "./book";
import { isOfOtherStage } from "../consolidation";
import { receivedWords } from "../../reading/received-words";
import { summaryOwner } from "./summary-owner";

/** Tình hình nộp: one row a unit, the whole's own report last. */
export function receivedSheet(book: Book): SheetBlueprint {
  const all = [...book.units, book.whole];
  const byCode = new Map(all.map((unit) => [unit.unit.code, unit]));
  const words = (key: string, heading: string, width: number): Column => ({
    key,
    tiers: [heading],
    number: "",
    width,
    content: "computed",
    holdsWords: true,
  });
  const count = (key: string, heading: string): Column => ({
    ...words(key, heading, 10),
    format: formats.count,
    holdsWords: false,
  });
  const table: Table<"received"> = {
    id: "received",
    sheet: summarySheets.received,
    title: "TÌNH HÌNH NỘP BÁO CÁO",
    columns: [
      { key: "code", tiers: ["Mã đơn vị"], number: "A", width: 9, content: "code" },
      { key: "name", tiers: ["Đơn vị"], number: "B", width: 26, content: "label" },
      words("received", "Tình hình nộp", 22),
      ...(book.isOfSummaries ? [words("below", "Báo cáo cấp dưới đã tính", 12)] : []),
      words("stage", "Mức độ số liệu", 14),
      words("on_time", "Thời hạn", 12),
      words("filled", "Ô bắt buộc đã có số liệu", 13),
      count("errors", "Số lỗi"),
      count("warnings", "Số cảnh báo"),
      { ...count("sealed", "Chốt số liệu ngày"), width: 12, format: formats.date },
      words("file", "Tệp", 36),
      words("digest", "Mã kiểm tra số liệu (SHA-256)", 34),
    ],
    rows: all.map(({ unit }) => ({ code: unit.code, label: { vi: unitName(unit), en: unitName(unit) } })),
  };
  return tableSheet(table, summaryOwner(book), (row, column) => {
    if (column.key === "code") return { value: row.code };
    if (column.key === "name") return { value: row.label.vi };
    const unit = byCode.get(row.code);
    return { value: unit ? statusValue(book, unit, column.key) : null };
  });
}

function statusValue(book: Book, unit: BookUnit, key: string): CellValue {
  const { status } = unit;
  switch (key) {
    case "received":
      if (!status.isReceived) return receivedWords.missing;
      if (status.reading) return receivedWords.received;
      return isOfOtherStage(book.consolidation, status) ? receivedWords.otherStage : receivedWords.refused;
    case "below":
      return status.reading?.summary?.below?.join("/") ?? null;
    case "stage":
      return status.stage;
    case "on_time":
      return status.isOnTime === null ? null : status.isOnTime ? receivedWords.onTime : receivedWords.late;
    case "filled":
      return status.reading ? filled(book, unit) : null;
    case "errors":
      return status.counts?.error ?? null;
    case "warnings":
      return status.counts?.warning ?? null;
    case "sealed":
      return status.sealedOn === null ? null : { date: status.sealedOn };
    case "file":
      return status.file === null ? null : fileName(status.file);
    case "digest":
      return status.digest;
    default:
      return null;
  }
}

/** "96/98": the baseline and actual figures that are there, of those asked. */
function filled({ consolidation }: Book, unit: BookUnit): string {
  const asked = elementsAskedOf(consolidation.plan, unit.unit.code);
  const there = asked.flatMap(({ code }) =>
    (["baseline", "actual"] as const).filter((time) => elementFigure(unit, code, time) !== null),
  );
  return `${there.length}/${asked.length * 2}`;
}

/** A summary is sent on: where the reports lay on someone's machine is nobody else's business. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
