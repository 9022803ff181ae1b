import fc from "fast-check";

/** From 0 to 1 without 1, every place as likely as another: `fc.double` draws exponents, and would nearly always mean the first. */
export const share = fc.noBias(fc.integer({ min: 0, max: 2 ** 30 - 1 })).map((number) => number / 2 ** 30);
