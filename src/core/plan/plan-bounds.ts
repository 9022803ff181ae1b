import type { Phrase } from "../language";
import { planFault, type PlanFault, type PlanPath } from "./plan-fault";

/** A plan travels inside workbooks that anyone may send, so its size is bounded before anything else looks at it. */
export const planBounds = { characters: 16_000_000, depth: 12, values: 1_000_000, textLength: 4000 } as const;

const fewerValues: Phrase = { vi: "nhiều nhất 1.000.000 giá trị", en: "at most 1,000,000 values" };
const lessDeep: Phrase = { vi: "nhiều nhất 12 cấp ngoặc lồng nhau", en: "brackets at most 12 deep" };
const shorterText: Phrase = { vi: "nhiều nhất 4.000 ký tự", en: "at most 4,000 characters" };

/** Control characters and halves of characters stand in no cell of a workbook; tab and line feed do. */
const unprintable = /(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

/**
 * The first thing in a JSON value that is too deep, too much or unsafe, or null. Names that every object inherits
 * (`__proto__`, `constructor`) are refused as keys, so that looking one up never finds what the file does not say.
 */
export function findBeyondBounds(json: unknown): PlanFault | null {
  let values = 0;
  const visit = (value: unknown, path: PlanPath): PlanFault | null => {
    values += 1;
    if (values > planBounds.values) return planFault([], fewerValues, values);
    if (path.length > planBounds.depth) return planFault(path, lessDeep, value);
    if (typeof value === "string") return textFault(value, path);
    if (typeof value !== "object" || value === null) return null;
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        const fault = visit(item, [...path, index]);
        if (fault) return fault;
      }
      return null;
    }
    for (const [key, item] of Object.entries(value)) {
      const fault = keyFault(key, path) ?? visit(item, [...path, key]);
      if (fault) return fault;
    }
    return null;
  };
  return visit(json, []);
}

function textFault(text: string, path: PlanPath): PlanFault | null {
  if (text.length > planBounds.textLength) return planFault(path, shorterText, text);
  if (!unprintable.test(text)) return null;
  return planFault(path, { vi: "chữ không có ký tự điều khiển", en: "text without control characters" }, text);
}

function keyFault(key: string, path: PlanPath): PlanFault | null {
  if (!Object.hasOwn(Object.prototype, key) && !unprintable.test(key)) return null;
  return planFault(
    [...path, key],
    { vi: "một tên mục khác: không dùng tên này", en: "another name: this one is not allowed" },
    key,
  );
}
