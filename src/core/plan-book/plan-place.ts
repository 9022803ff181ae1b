import type { Phrase } from "../language";
import { sayFaultAt, sayPlanFault, type PlanFault, type PlanPath } from "../plan/plan-fault";
import { valueAt } from "../plan/tree";
import type { PlanSheet } from "./plan-column";
import { planFields } from "./plan-fields";
import { planSheets } from "./plan-sheets";

/** The faults of a plan file's text, each as `sayPlanFaultInWords` says it. */
export function sayPlanTextFaults(text: string, faults: readonly PlanFault[]): Phrase[] {
  const json = parsed(text);
  return faults.map((fault) => sayPlanFaultInWords(fault, json));
}

/** For naming places alone: a text that is no JSON has its fault already. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * A fault of a plan file (JSON) as a sentence that names its place in words, by the headings of the plan workbook, and
 * by its path; by the path alone where no heading stands for it.
 */
export function sayPlanFaultInWords(fault: PlanFault, json: unknown): Phrase {
  const place = placeInWords(fault.path, json);
  const plain = sayPlanFault(fault);
  if (!place) return plain;
  const said = sayFaultAt(fault, { vi: `${place.vi} [${fault.path}]`, en: `${place.en} [${fault.path}]` });
  return { vi: said.vi, en: place.en === "" ? plain.en : said.en };
}

/** The headings are Vietnamese: in English the path of a field says more. */
function placeInWords(path: string, json: unknown): Phrase | null {
  const field = planFields.flatMap(({ value, english }) => (english ? [value, english] : [value]));
  const heading = field.find((column) => column.path(() => "").join(".") === path)?.heading;
  if (heading !== undefined) return { vi: heading, en: "" };
  const [, list = "", index = "", rest = ""] = /^([a-z]+(?:\.[a-z]+)?)\[(\d+)\](?:\.(.*))?$/i.exec(path) ?? [];
  const sheet = planSheets.find((one) => one.list.join(".") === list);
  if (!sheet) return null;
  return entryInWords(sheet, { entryPath: [...sheet.list, Number(index)], index: Number(index), rest }, json);
}

function entryInWords(
  sheet: PlanSheet,
  { entryPath, index, rest }: { readonly entryPath: PlanPath; readonly index: number; readonly rest: string },
  json: unknown,
): Phrase {
  const entry = valueAt(json, entryPath);
  const code = valueAt(entry, ["code"]) ?? valueAt(entry, ["id"]);
  const said = typeof code === "string" ? ` (${code.slice(0, 40)})` : "";
  const kinds = (key: string): string => {
    const kind = valueAt(entry, key.split("."));
    return typeof kind === "string" ? kind : "";
  };
  const column = sheet.columns.find(({ path }) => path(kinds).join(".") === rest);
  const heading = column ? `, ${column.heading}` : "";
  return {
    vi: `${sheet.name}, mục thứ ${index + 1}${said}${heading}`,
    en: `Entry ${index + 1}${said} of ${sheet.list.join(".")}`,
  };
}
