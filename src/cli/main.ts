import { setFlagsFromString } from "node:v8";
import { CommanderError } from "commander";
import { config } from "zod";
import { languages, type Language } from "../core/language";
import { usageFaults } from "../words/usage-faults";
import { whatStops } from "../words/what-stops";
import { CannotBeDone } from "./cannot-be-done";
import type { ExitCode } from "./outcome";
import { buildProgram, type CommonOptions, type Task } from "./program";
import { openSession } from "./session";
import { printComplaint, printFailure, printOutcome, type Manner } from "./terminal";
import { usageFault } from "./usage-fault";

/** Does what a command line asks for and gives the exit code; never throws. */
async function main(given: readonly string[]): Promise<ExitCode> {
  const asked = askedLanguage(given);
  const language = languageOf(given);
  const early: Manner = { language, isJson: given.includes("--json"), isQuiet: given.includes("--quiet") };
  try {
    if (asked !== language) throw new CannotBeDone(usageFaults.unknownLanguage(asked));
    const { task, options } = parse(given, language);
    if (!task) return 0;
    const { json: isJson = false, quiet: isQuiet = false } = options;
    const session = await openSession({ language, isJson, isQuiet }, options);
    const outcome = await task(session);
    printOutcome(session, outcome);
    return outcome.code;
  } catch (error) {
    printFailure(early, error instanceof CannotBeDone ? error : unexpected(error));
    return 2;
  }
}

/** The last one counts, as with every option; Vietnamese where none is asked for. */
function askedLanguage(given: readonly string[]): string {
  let asked: string = "vi" satisfies Language;
  for (const [index, word] of given.entries()) {
    if (word === "--") break;
    if (word === "--lang") asked = given[index + 1] ?? asked;
    else if (word.startsWith("--lang=")) asked = word.slice("--lang=".length);
  }
  return asked;
}

function languageOf(given: readonly string[]): Language {
  const asked = askedLanguage(given);
  return languages.find((one) => one === asked) ?? "vi";
}

/** The task of a command line; null where help or the version was asked for, and shown. */
function parse(given: readonly string[], language: Language): { task: Task | null; options: CommonOptions } {
  let task: Task | null = null;
  const program = buildProgram(language, (chosen) => {
    task = chosen;
  });
  try {
    program.parse(given, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { task: null, options: {} };
    const command = program.commands.find((one) => given.includes(one.name()));
    const name = [program.name(), ...(command ? [command.name()] : [])].join(" ");
    throw new CannotBeDone(...usageFault(error), usageFaults.seeHelp(name));
  }
  return { task, options: program.opts<CommonOptions>() };
}

function unexpected(error: unknown): CannotBeDone {
  if (process.env["PLAN_MONITOR_DEBUG"]) printComplaint(error instanceof Error ? (error.stack ?? "") : String(error));
  const message = error instanceof Error ? error.message : String(error);
  return new CannotBeDone(whatStops.unexpected(message));
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // Whoever read has seen enough (`| head`).
    if (error.code === "EPIPE") process.exit();
    if (stream === process.stdout) printComplaint(whatStops.notPrinted()[languageOf(process.argv.slice(2))]);
    process.exit(2);
  });
}

/** What shells expect of a program that was told to stop. */
const stopped = { SIGINT: 130, SIGTERM: 143 } as const;
for (const [signal, code] of Object.entries(stopped)) {
  // Afterwards: a progress bar first gives the terminal back as it was.
  process.once(signal, () => setImmediate(() => process.exit(code)));
}

// The V8 of Node 20 thoroughly compiles what a command of one second runs a few hundred times, and takes the second processor
// for it: with seven times its patience a run costs a third less. Later ones judge better, and call it by another name.
if (process.versions.node.startsWith("20.")) setFlagsFromString("--interrupt-budget=500000");

// A run parses one plan: to compile its schema first would take longer than to walk it.
config({ jitless: true });

// Not `process.exit`: what is on its way to a pipe would be lost.
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
