import type { Phrase } from "../language";

/** What is wrong in a plan file, where, and what was expected there. */
export interface PlanFault {
  /** Where in the file: "indicators[3].measure.numerator", counted from 0; empty for the file as a whole. */
  readonly path: string;
  readonly expected: Phrase;
  /** What stands there, shortened; empty where nothing does. */
  readonly found: string;
}

export type PlanPath = readonly (string | number)[];

const shownCharacters = 60;

/** A fault at a path; `found` is the value that stands there, undefined where none does. */
export function planFault(path: PlanPath, expected: Phrase, found: unknown): PlanFault {
  return { path: pathText(path), expected, found: shown(found) };
}

/** A path as people find it in the file; a key that is no plain word is quoted and shortened. */
export function pathText(path: PlanPath): string {
  return path
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      if (!/^[\w-]{1,40}$/.test(step)) return `[${JSON.stringify(shortened(step))}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join("");
}

/** A fault as one sentence that says where, what was expected and what is there. */
export function sayPlanFault(fault: PlanFault): Phrase {
  const { path } = fault;
  return sayFaultAt(fault, {
    vi: path === "" ? "Tệp kế hoạch" : `Mục ${path} của tệp kế hoạch`,
    en: path === "" ? "The plan file" : `${path} in the plan file`,
  });
}

/** The sentence of a fault whose place is told in words of one's own. */
export function sayFaultAt({ expected, found }: Pick<PlanFault, "expected" | "found">, where: Phrase): Phrase {
  const there =
    found === "" ? { vi: "hiện chưa có", en: "nothing is there" } : { vi: `đang là ${found}`, en: `it is ${found}` };
  return {
    vi: `${where.vi}: cần ${expected.vi}; ${there.vi}.`,
    en: `${where.en}: expected ${expected.en}; ${there.en}.`,
  };
}

function shown(value: unknown): string {
  if (value === undefined) return "";
  if (typeof value === "string") return JSON.stringify(shortened(value));
  if (Array.isArray(value)) return value.length === 0 ? "[]" : "[…]";
  if (typeof value === "object" && value !== null) return "{…}";
  return typeof value === "number" || typeof value === "boolean" || value === null ? String(value) : typeof value;
}

function shortened(text: string): string {
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}
