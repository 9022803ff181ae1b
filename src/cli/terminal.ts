import type { Language } from "../core/language";
import type { CannotBeDone } from "./cannot-be-done";
import type { Outcome } from "./outcome";

/** How the words of a run are wanted. */
export interface Manner {
  readonly language: Language;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
}

/** Prints what a command did; with JSON wanted, standard output holds the document and nothing else. */
export function printOutcome({ isJson, isQuiet }: Manner, outcome: Outcome): void {
  const { document, lines, faults, remarks, complaints = [] } = outcome;
  if (isJson) {
    printDocument(document);
    if (!isQuiet) print(process.stderr, remarks);
  } else {
    print(process.stdout, isQuiet ? faults : [...lines, ...remarks]);
  }
  print(process.stderr, complaints);
}

/** Says why a command could not be done. */
export function printFailure({ language, isJson }: Manner, { sentences }: CannotBeDone): void {
  const lines = sentences.map((sentence) => sentence[language]);
  print(process.stderr, lines);
  if (isJson) printDocument({ version: 1, error: lines.map(onOneLine).join(" ") });
}

/** Whole texts such as the help, on standard output. */
export function printText(text: string): void {
  print(process.stdout, text.trimEnd().split("\n"));
}

export function printComplaint(text: string): void {
  print(process.stderr, text.trimEnd().split("\n"));
}

function printDocument(document: Readonly<Record<string, unknown>>): void {
  // JSON itself escapes only the controls below space.
  const text = JSON.stringify(document, null, 2).replace(
    /[\u007F-\u009F\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  process.stdout.write(`${text}\n`);
}

function print(stream: NodeJS.WriteStream, lines: readonly string[]): void {
  if (lines.length > 0) stream.write(`${lines.map(onOneLine).join("\n")}\n`);
}

/** Text from a report may hold anything: what would steer the terminal, break the line or turn its direction is shown as "·". */
function onOneLine(text: string): string {
  return text.normalize("NFC").replace(/[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "·");
}
