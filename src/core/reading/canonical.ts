import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { answers } from "../form/choices";
import { contentsKey } from "../form/contents";
import { isNilText } from "../form/said";
import { isNumeric, isTyped } from "../form/table";
import { plainText } from "../plain-text";
import type { Evidence, Pair } from "../progress/evidence";
import type { CellReading, CoverReading, Reading, TableReading } from "./reading";

/** The first line says by which manner the rest is written: docs/canonical-reading.md. */
const firstLine = "canonical-reading 1";

/**
 * What a report says, without its looks: one line for each code, value and text that was typed, in an order of their
 * own. Two files that say the same are the same report (law CO5), whatever they are called and whoever saved them.
 */
export function canonicalReading(reading: Reading): string {
  const said = [...coverLines(reading), ...tableLines(reading), ...summaryLines(reading)];
  // Paths are ASCII and each stands once, so that code units sort them as bytes do.
  const lines = said.filter((line) => line !== null).sort((one, other) => (one < other ? -1 : 1));
  return [firstLine, ...lines].map((line) => `${line}\n`).join("");
}

/** SHA-256 over the canonical reading, in hexadecimal: the same for two files that say the same (law SE1). */
export function readingDigest(reading: Reading): string {
  return digestOf(canonicalReading(reading));
}

/** The digest of a canonical reading that is at hand. */
export function digestOf(canonical: string): string {
  return bytesToHex(sha256(utf8ToBytes(canonical)));
}

/** A path, the kind of what stands there, and what it is; null where nothing does: a blank says nothing. */
type Line = string | null;

function lineOf(path: string, [kind, value]: readonly [kind: string, value: string] | readonly []): Line {
  return kind === undefined ? null : `${path}\t${kind}\t${value}`;
}

function coverLines({ cover }: Reading): Line[] {
  return [...cover]
    .filter(([field, { text }]) => field !== "pm_seal" && text !== "")
    .map(([field, said]) => lineOf(`cover/${field}`, ["text", coverText(said)]));
}

/** A cover field is a text, whatever its cell was taken for: a phone number, a code without its zeros. */
function coverText({ text, found, legacyFont }: CoverReading): string {
  if (typeof found?.value === "number") return canonicalNumber(found.value);
  return legacyFont !== undefined && typeof found?.value === "string" ? plainText(found.value) : text;
}

function tableLines({ tables }: Reading): Line[] {
  return [...tables.values()].flatMap((reading) =>
    typedIn(reading).map(({ code, key, cell }) =>
      lineOf(contentsKey({ table: reading.table.id, code, key }), sayingOf(cell)),
    ),
  );
}

interface TypedCell {
  readonly code: string;
  readonly key: string;
  readonly cell: CellReading;
}

/** The cells of a table that the report's own words and figures stand in. */
export function typedIn({ rows }: TableReading): TypedCell[] {
  return [...rows].flatMap(([code, { row, cells }]) =>
    [...cells]
      // The heading of a row of totals is the form's own.
      .filter(([key, { content }]) => isTyped(content) && !(row.isTotal && key === "name"))
      .map(([key, cell]) => ({ code, key, cell })),
  );
}

/** Of a summary the pairs too: equal totals can stand on other units' pairs (law CO9). */
function summaryLines({ summary }: Reading): Line[] {
  if (!summary) return [];
  return [
    ...[...summary.elements].flatMap(([code, cells]) =>
      [...cells].map(([key, cell]) => lineOf(`summary-elements/${code}/${key}`, sayingOf(cell))),
    ),
    ...[...summary.evidence].flatMap(([code, evidence]) =>
      [...pairsOf(evidence)].flatMap(([prefix, pair]) => [
        lineOf(`summary-indicators/${code}/${prefix}numerator`, numberSaying(pair?.n ?? null)),
        lineOf(`summary-indicators/${code}/${prefix}denominator`, numberSaying(pair?.d ?? null)),
      ]),
    ),
  ];
}

function pairsOf({ actual, both, baseline, lastBoth, lastYear }: Evidence<number>): Map<string, Pair<number> | null> {
  return new Map([
    ["", actual],
    ["both_", both?.now ?? null],
    ["baseline_", baseline],
    ["last_both_", lastBoth?.now ?? null],
    ["last_year_", lastYear],
  ]);
}

type Saying = readonly [kind: string, value: string] | readonly [];

/** The kind of what a cell says, and what it is, without its looks; nothing for a blank. */
export function sayingOf({ said, content, found, legacyFont }: CellReading): Saying {
  // As it is stored: converting it into Unicode is a change of the report, which a seal has to show.
  if (legacyFont !== undefined && typeof found.value === "string") return storedText(found.value, content);
  switch (said.kind) {
    case "missing":
      return [];
    case "number":
      return numberSaying(said.number);
    case "nil":
      return numberSaying(0);
    case "answer":
      return ["text", said.isYes ? answers.yes : answers.no];
    case "text":
    case "number-as-text":
      return isNumeric(content) || content === "yes-no" ? figureText(said.text) : ["text", said.text];
    case "date":
      return ["date", said.date];
    case "error":
      return ["error", said.error];
    case "truth":
      return ["truth", String(said.isTrue)];
    case "uncalculated":
      return ["formula", said.formula];
  }
}

function storedText(stored: string, content: CellReading["content"]): Saying {
  const text = plainText(stored);
  if (text === "") return [];
  return isNumeric(content) || content === "yes-no" ? figureText(text) : ["text", text];
}

/** The same where a count or an answer is wanted, so that nobody has to know the plan to tell what a cell says. */
function figureText(text: string): Saying {
  if (isNilText(text)) return numberSaying(0);
  const answer = [answers.yes, answers.no].find((one) => one.toLowerCase() === text.toLowerCase());
  return ["text", answer ?? text];
}

function numberSaying(number: number | null): Saying {
  return number === null ? [] : ["number", canonicalNumber(number)];
}

/** More digits than this no spreadsheet shows, and some do not keep them when they save. */
const significantDigits = 15;

/**
 * A number in plain decimal digits, without an exponent and without zeros that say nothing, rounded half away from zero
 * to 15 significant digits: "1234", "-0.5", "0".
 */
export function canonicalNumber(number: number): string {
  // Most figures are counts: these stand so already.
  if (Number.isInteger(number) && Math.abs(number) < 10 ** significantDigits) return String(number);
  const [mantissa = "0", power = "0"] = Math.abs(number)
    .toExponential(significantDigits - 1)
    .split("e");
  const digits = mantissa.replace(".", "").replace(/0+$/, "");
  if (digits === "") return "0";
  const point = Number(power) + 1;
  const integer = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  const fraction = point > 0 ? digits.slice(point) : "0".repeat(-point) + digits;
  return `${number < 0 ? "-" : ""}${integer}${fraction === "" ? "" : `.${fraction}`}`;
}
