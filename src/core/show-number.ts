import type { Phrase } from "./language";

/**
 * A number as people write it: "1.234,56" in Vietnamese, "1,234.56" in English; at most `decimals` places, rounded half
 * away from zero on the decimal that the number shows (law AR3). A quotient beyond all doubles is "∞".
 */
export function shown(value: number, decimals = 2): Phrase {
  if (Math.abs(value) === Infinity) return value < 0 ? { vi: "-∞", en: "-∞" } : { vi: "∞", en: "∞" };
  const rounded = roundHalfAway(value, decimals);
  const [integer = "0", fraction] = rounded.replace("-", "").split(".");
  const sign = rounded.startsWith("-") ? "-" : "";
  const write = (group: string, mark: string): string =>
    `${sign}${integer.replace(/\B(?=(\d{3})+$)/g, group)}${fraction === undefined ? "" : mark + fraction}`;
  return { vi: write(".", ","), en: write(",", ".") };
}

/** Always with that many places, as rates are written: "95,00". */
export function shownFixed(value: number, decimals = 2): Phrase {
  const { vi, en } = shown(value, decimals);
  const pad = (text: string, mark: string): string => {
    const [integer = "", fraction = ""] = text.split(mark);
    return decimals === 0 ? integer : `${integer}${mark}${fraction.padEnd(decimals, "0")}`;
  };
  return { vi: pad(vi, ","), en: pad(en, ".") };
}

/** Rounded half away from zero on the decimal that the number shows, as Excel's ROUND does (law AR3). */
export function roundedHalfAway(value: number, decimals: number): number {
  return Number.isFinite(value) ? Number(roundHalfAway(value, decimals)) : Number.NaN;
}

/** Plain decimal digits, without trailing zeros and without "-0". */
function roundHalfAway(value: number, decimals: number): string {
  const digits = plainDigits(Math.abs(value));
  const [integer = "0", fraction = ""] = digits.split(".");
  const scaled = BigInt(integer + fraction.slice(0, decimals).padEnd(decimals, "0"));
  const isUp = (fraction[decimals] ?? "0") >= "5";
  const whole = (isUp ? scaled + 1n : scaled).toString().padStart(decimals + 1, "0");
  const head = whole.slice(0, whole.length - decimals);
  const tail = whole.slice(whole.length - decimals).replace(/0+$/, "");
  const text = tail === "" || decimals === 0 ? head : `${head}.${tail}`;
  return value < 0 && text !== "0" ? `-${text}` : text;
}

/** The shortest decimal of a double, without an exponent. */
function plainDigits(value: number): string {
  const [mantissa = "0", exponent] = String(value).split("e");
  if (exponent === undefined) return mantissa;
  const [integer = "0", fraction = ""] = mantissa.split(".");
  const shift = Number(exponent);
  if (shift < 0) return `0.${"0".repeat(-shift - 1)}${integer}${fraction}`;
  return `${integer}${fraction.padEnd(shift, "0").slice(0, shift)}${fraction.length > shift ? `.${fraction.slice(shift)}` : ""}`;
}
