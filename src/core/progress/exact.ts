import Fraction from "fraction.js";

/**
 * Exact arithmetic (law AR3). A figure is taken for the decimal that it shows, so 97.1 is 971/10 and not the binary
 * number nearest to it.
 */
export type Exact = Fraction;

export function exact(value: number): Exact {
  if (!Number.isFinite(value)) throw new RangeError(`Not a figure: ${value}`);
  if (Number.isInteger(value)) return new Fraction(BigInt(value));
  const [digits = "0", exponent = "0"] = String(value).split("e");
  const power = new Fraction(10n ** BigInt(Math.abs(Number(exponent))));
  const mantissa = new Fraction(digits);
  return Number(exponent) < 0 ? mantissa.div(power) : mantissa.mul(power);
}

/** Σ of figures, exactly; whole numbers, which nearly all are, are added without a detour. */
export function exactSum(values: readonly number[]): Exact {
  let whole = 0;
  let rest: Exact | null = null;
  for (const value of values) {
    if (Number.isSafeInteger(value) && Number.isSafeInteger(whole + value)) whole += value;
    else rest = (rest ?? exact(0)).add(exact(value));
  }
  const sum = exact(whole);
  return rest ? sum.add(rest) : sum;
}

/** Σ of the figures that are there, as the nearest double; null where none is, and not 0 (law CO2). */
export function totalOf(figures: readonly (number | null)[]): number | null {
  const there = figures.filter((figure) => figure !== null);
  return there.length === 0 ? null : nearest(exactSum(there));
}

/** Enough bits of a quotient for one correct rounding to a double's 53. */
const quotientBits = 66;

/** The double nearest to an exact number, ties to even; null beyond what a double can hold. */
export function nearest(value: Exact): number | null {
  const { n, d } = value;
  if (n <= BigInt(Number.MAX_SAFE_INTEGER) && d <= BigInt(Number.MAX_SAFE_INTEGER)) {
    return Number(value.s) * (Number(n) / Number(d));
  }
  const shift = quotientBits - (n.toString(2).length - d.toString(2).length);
  const [over, under] = shift >= 0 ? [n << BigInt(shift), d] : [n, d << BigInt(-shift)];
  // The last bit remembers whether anything was cut off.
  const quotient = ((over / under) << 1n) | (over % under === 0n ? 0n : 1n);
  // In two steps, so that neither power leaves the range of doubles before the result does.
  const half = Math.trunc(-(shift + 1) / 2);
  const double = Number(quotient) * 2 ** half * 2 ** (-(shift + 1) - half);
  return Number.isFinite(double) ? Number(value.s) * double : null;
}
