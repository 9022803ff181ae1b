import { plainText } from "../plain-text";
import { readingDigest } from "./canonical";
import type { Reading } from "./reading";

/**
 * The version of the rule set that a report is sealed by. Raise it with each release in which a rule is new, is gone,
 * finds something else or has another severity, and with each change of the canonical reading; of that the earlier
 * manner has to be kept too, so that seals of earlier versions still can be told (docs/canonical-reading.md).
 */
export const rulesVersion = 1;

/** What a seal says: the day (ISO `yyyy-mm-dd`), the version of the rules, and the report's digest in hexadecimal. */
export interface Seal {
  readonly on: string;
  readonly rules: number;
  readonly digest: string;
}

/** The seal of a report as it stands now (law SE1). */
export function sealOf(reading: Reading, on: string): Seal {
  return { on, rules: rulesVersion, digest: readingDigest(reading) };
}

/** "Chốt ngày 18/06/2022 · bộ quy tắc 1 · SHA-256 …", as it stands on Bìa. */
export function sealText({ on, rules, digest }: Seal): string {
  return `Chốt ngày ${dayAsWritten(on)} · bộ quy tắc ${rules} · SHA-256 ${digest}`;
}

/** "2022-06-18" → "18/06/2022". */
export function dayAsWritten(iso: string): string {
  return iso.split("-").reverse().join("/");
}

const sealed = /^Chốt ngày (\d{2})\/(\d{2})\/(\d{4}) · bộ quy tắc ([1-9]\d{0,8}) · SHA-256 ([0-9a-f]{64})$/i;

/** The seal that a text is; null for any other text. */
export function readSeal(text: string): Seal | null {
  const [, day = "", month = "", year = "", rules = "", digest = ""] = sealed.exec(plainText(text)) ?? [];
  if (!isDay(Number(year), Number(month), Number(day))) return null;
  return { on: `${year}-${month}-${day}`, rules: Number(rules), digest: digest.toLowerCase() };
}

const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = daysOfMonths[month - 1] ?? 0;
  return day >= 1 && day <= (month === 2 && !isLeap ? 28 : days);
}

/** How the seal on a report's cover stands to what the report says now. */
export type SealState =
  | { readonly kind: "none" }
  /** Something stands there that is no seal. */
  | { readonly kind: "no-seal"; readonly text: string }
  | { readonly kind: "fits"; readonly seal: Seal }
  | { readonly kind: "broken"; readonly seal: Seal; readonly digest: string };

export function sealStateOf(reading: Reading): SealState {
  const field = reading.cover.get("pm_seal");
  const value = field?.found?.value ?? null;
  const text = value !== null && typeof value === "object" && "error" in value ? value.error : (field?.text ?? "");
  if (text === "") return { kind: "none" };
  const seal = readSeal(text);
  if (!seal) return { kind: "no-seal", text };
  const digest = readingDigest(reading);
  return seal.digest === digest ? { kind: "fits", seal } : { kind: "broken", seal, digest };
}

/** The day on which a report was sealed, ISO; null where it is not sealed, or has changed since. */
export function sealedOn(reading: Reading): string | null {
  const state = sealStateOf(reading);
  return state.kind === "fits" ? state.seal.on : null;
}
