import type { Look } from "../blueprint";

/** Colours of the form, RGB: pale enough to print, and never the only sign of anything. */
export const colours = {
  input: "FFF9E6",
  heading: "E8EEF4",
  total: "F3F3F3",
  wanting: "FDE9D9",
  good: "2E7D32",
  bad: "B00020",
  quiet: "7F7F7F",
  goodFill: "E2F0D9",
  badFill: "FBE0E0",
  slowFill: "FFF2CC",
} as const;

const boxed: Look = { hasBorder: true, upDown: "center", size: 11 };

/** How the parts of an official sheet look. */
export const looks = {
  key: { size: 8, colour: colours.quiet },
  letterhead: { isBold: true, across: "center", upDown: "center", wraps: true, size: 12 },
  title: { isBold: true, across: "center", upDown: "center", size: 14 },
  subtitle: { isItalic: true, across: "center", upDown: "center", size: 12 },
  heading: { ...boxed, isBold: true, across: "center", wraps: true, fill: colours.heading },
  number: { ...boxed, isItalic: true, across: "center", size: 9, wraps: true, fill: colours.heading },
  section: { ...boxed, isBold: true },
  code: { ...boxed, across: "center" },
  label: { ...boxed, wraps: true },
  /** A word or two under a heading of its own. */
  centredLabel: { ...boxed, wraps: true, across: "center" },
  figure: { ...boxed, across: "right" },
  figureInput: { ...boxed, across: "right", fill: colours.input, isInput: true },
  choiceInput: { ...boxed, across: "center", fill: colours.input, isInput: true },
  textInput: { ...boxed, wraps: true, fill: colours.input, isInput: true },
  /** A figure whose place may hold a few words instead. */
  figureOrWords: { ...boxed, across: "right", size: 10, wraps: true },
  total: { ...boxed, across: "right", isBold: true, fill: colours.total },
  totalLabel: { ...boxed, isBold: true, fill: colours.total },
  status: { ...boxed, across: "center", isBold: true },
  check: { across: "left", upDown: "center", size: 10, colour: colours.bad },
  helper: { ...boxed, across: "right", size: 9, colour: colours.quiet },
  signature: { isBold: true, across: "center", size: 12 },
  signatureNote: { isItalic: true, across: "center", size: 11 },
  plain: { size: 12, upDown: "center", wraps: true },
  fieldLabel: { ...boxed, isBold: true, size: 12 },
  field: { ...boxed, size: 12, wraps: true },
  fieldInput: { ...boxed, size: 12, wraps: true, fill: colours.input, isInput: true },
} as const satisfies Record<string, Look>;

const formattedLooks = new WeakMap<Look, Map<string, Look>>();

/** A look with a number format of its own: one value however many cells ask for it, so that a style is looked up but once. */
export function formatted(look: Look, format: string | undefined): Look {
  if (format === undefined) return look;
  const known = formattedLooks.get(look) ?? new Map<string, Look>();
  formattedLooks.set(look, known);
  const made = known.get(format) ?? { ...look, format };
  known.set(format, made);
  return made;
}
