import { Command, type Help } from "commander";
import packageFile from "../../package.json" with { type: "json" };
import type { Language, Phrase } from "../core/language";
import { commandHelp, helpHeadings, optionHelp, placeholders } from "../words/command-help";
import { answerInSummary } from "./answer-in-summary";
import { checkReports } from "./check";
import { choiceIn } from "./choice";
import { computeReport } from "./compute";
import { consolidateReports } from "./consolidate";
import { exportFigures } from "./export";
import { answerUnits } from "./feedback";
import { makeForms } from "./form";
import type { Outcome } from "./outcome";
import { checkPlan } from "./plan";
import { makeSamples } from "./sample";
import { sealReport } from "./seal";
import type { Given, Session } from "./session";
import { printComplaint, printText } from "./terminal";
import { traceCode } from "./trace";

/** A command with what was asked of it, ready to be done. */
export type Task = (session: Session) => Promise<Outcome>;

/** Options that stand before or after every command. */
export interface CommonOptions extends Given {
  readonly lang?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** The commands and options of the command line, with help in one language; `choose` is given the one that was asked for. */
export function buildProgram(language: Language, choose: (task: Task) => void): Command {
  const t = (phrase: Phrase): string => phrase[language];
  const { file, folder, path, code, period, summary, command, choice, day, language: lang } = placeholders;
  const output = `-o, --output <${t(file)}>`;
  const force = ["--force", t(optionHelp.force)] as const;
  const program = new Command("plan-monitor")
    .description(t(commandHelp.program))
    .version(packageFile.version, "-V, --version", t(optionHelp.version))
    .option(`--plan <${t(file)}>`, t(optionHelp.plan))
    .option(`--lang <${t(lang)}>`, t(optionHelp.lang))
    .option(`--on <${t(day)}>`, t(optionHelp.on))
    .option("--json", t(optionHelp.json))
    .option("--quiet", t(optionHelp.quiet))
    .helpOption("-h, --help", t(optionHelp.help))
    .helpCommand(`help [${t(command)}]`, t(commandHelp.help))
    .configureHelp(helpManner(language))
    .configureOutput({ writeOut: printText, writeErr: printComplaint, outputError: () => undefined })
    .exitOverride();

  program
    .command("form")
    .description(t(commandHelp.form))
    .option(`--unit <${t(code)}>`, t(optionHelp.unit))
    .requiredOption(`--period <${t(period)}>`, t(optionHelp.period))
    .requiredOption(`-o, --output <${t(path)}>`, t(optionHelp.outputFormOrFolder))
    .option("--all", t(optionHelp.all))
    .option(`--from <${t(path)}...>`, t(optionHelp.from))
    .option(...force)
    .action((given: FormOptions) => {
      const { unit, all: isForAll = false, from = [], force: mayReplace = false, ...rest } = given;
      choose((session) => makeForms(session, { unit, isForAll, from, mayReplace, ...rest }));
    });
  program
    .command("check")
    .description(t(commandHelp.check))
    .argument(`<${t(path)}...>`, t(optionHelp.inputs))
    .option(`--previous <${t(path)}...>`, t(optionHelp.previous))
    .option("--mend", t(optionHelp.mend))
    .option(`-o, --output <${t(path)}>`, t(optionHelp.outputMended))
    .option(`--choose <${t(choice)}...>`, t(optionHelp.choose))
    .option(...force)
    .action((given: string[], { previous = [], mend = false, output: to, ...rest }: CheckOptions) =>
      choose((session) =>
        checkReports(session, {
          given,
          previous,
          isMending: mend,
          output: to,
          choices: (rest.choose ?? []).map(choiceIn),
          mayReplace: rest.force ?? false,
        }),
      ),
    );
  program
    .command("compute")
    .description(t(commandHelp.compute))
    .argument(`<${t(file)}>`, t(optionHelp.report))
    .requiredOption(output, t(optionHelp.output))
    .option(...force)
    .action((report: string, { output: to, force: mayReplace = false }: OutputOptions) =>
      choose((session) => computeReport(session, { file: report, output: to, mayReplace })),
    );
  program
    .command("seal")
    .description(t(commandHelp.seal))
    .argument(`<${t(file)}>`, t(optionHelp.report))
    .requiredOption(output, t(optionHelp.output))
    .option(...force)
    .action((report: string, { output: to, force: mayReplace = false }: OutputOptions) =>
      choose((session) => sealReport(session, { file: report, output: to, mayReplace })),
    );
  program
    .command("consolidate")
    .description(t(commandHelp.consolidate))
    .argument(`<${t(path)}...>`, t(optionHelp.inputs))
    .requiredOption(output, t(optionHelp.output))
    .option("--allow-errors", t(optionHelp.allowErrors))
    .option(`--update <${t(summary)}>`, t(optionHelp.update))
    .option(`--previous <${t(path)}...>`, t(optionHelp.previous))
    .option(...force)
    .action((given: string[], { output: to, allowErrors = false, update, previous = [], ...rest }: MergeOptions) =>
      choose((session) =>
        consolidateReports(session, {
          given,
          output: to,
          mayReplace: rest.force ?? false,
          allowsErrors: allowErrors,
          update,
          previous,
        }),
      ),
    );
  program
    .command("export")
    .description(t(commandHelp.export))
    .argument(`<${t(path)}...>`, t(optionHelp.inputs))
    .requiredOption(`-o, --output <${t(folder)}>`, t(optionHelp.outputFolder))
    .option(...force)
    .action((given: string[], { output: to, force: mayReplace = false }: OutputOptions) =>
      choose((session) => exportFigures(session, { given, folder: to, mayReplace })),
    );
  program
    .command("trace")
    .description(t(commandHelp.trace))
    .argument(`<${t(summary)}>`, t(optionHelp.summary))
    .argument(`<${t(code)}>`, t(optionHelp.code))
    .action((from: string, wanted: string) => choose((session) => traceCode(session, { file: from, code: wanted })));
  program
    .command("feedback")
    .description(t(commandHelp.feedback))
    .argument(`[${t(path)}...]`, t(optionHelp.inputs))
    .requiredOption(`-o, --output <${t(path)}>`, t(optionHelp.outputAnswers))
    .option("--one-file", t(optionHelp.oneFile))
    .option(`--into <${t(summary)}>`, t(optionHelp.into))
    .option("--allow-errors", t(optionHelp.allowErrors))
    .option(`--previous <${t(path)}...>`, t(optionHelp.previous))
    .option(...force)
    .action((given: string[], { output: to, oneFile = false, allowErrors = false, ...rest }: FeedbackOptions) =>
      choose((session) => {
        const { into, force: mayReplace = false, previous = [] } = rest;
        const request = { given, output: to, mayReplace, allowsErrors: allowErrors, previous };
        return into === undefined
          ? answerUnits(session, { ...request, isOneFile: oneFile })
          : answerInSummary(session, { ...request, into });
      }),
    );
  program
    .command("report")
    .description(t(commandHelp.report))
    .argument(`<${t(summary)}>`, t(optionHelp.summary))
    .requiredOption(output, t(optionHelp.outputLetter))
    .option(...force)
    .action((from: string, { output: to, force: mayReplace = false }: OutputOptions) =>
      choose(async (session) => (await import("./report")).makeReport(session, { file: from, output: to, mayReplace })),
    );
  program
    .command("plan")
    .description(t(commandHelp.plan))
    .argument(`<${t(file)}>`, t(optionHelp.planFile))
    .option(output, t(optionHelp.outputPlan))
    .option(...force)
    .action((from: string, { output: to, force: mayReplace = false }: Partial<OutputOptions>) =>
      choose((session) => checkPlan(session, { file: from, output: to, mayReplace })),
    );
  program
    .command("sample")
    .description(t(commandHelp.sample))
    .requiredOption(`-o, --output <${t(folder)}>`, t(optionHelp.outputFolder))
    .option(...force)
    .action(({ output: to, force: mayReplace = false }: OutputOptions) =>
      choose((session) => makeSamples(session, { folder: to, mayReplace })),
    );
  return program;
}

interface CheckOptions {
  readonly previous?: readonly string[];
  readonly mend?: boolean;
  readonly output?: string;
  readonly choose?: readonly string[];
  readonly force?: boolean;
}

interface OutputOptions {
  readonly output: string;
  readonly force?: boolean;
}

interface FormOptions extends OutputOptions {
  readonly unit?: string;
  readonly period: string;
  readonly all?: boolean;
  readonly from?: readonly string[];
}

interface MergeOptions extends OutputOptions {
  readonly allowErrors?: boolean;
  readonly update?: string;
  readonly previous?: readonly string[];
}

interface FeedbackOptions extends OutputOptions {
  readonly oneFile?: boolean;
  readonly into?: string;
  readonly allowErrors?: boolean;
  readonly previous?: readonly string[];
}

/** The library's own words of the help, in the language of the run. */
function helpManner(language: Language): Partial<Help> {
  const options = `[${placeholders.options[language]}]`;
  const termOf = (command: Command): string => {
    const names = command.registeredArguments.map((argument) => {
      const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
      return argument.required ? `<${name}>` : `[${name}]`;
    });
    return [command.name(), ...names].join(" ");
  };
  return {
    showGlobalOptions: true,
    styleTitle: (title) => helpHeadings.get(title)?.[language] ?? title,
    subcommandTerm: termOf,
    commandUsage: (command) =>
      command.parent
        ? `${command.parent.name()} ${termOf(command)} ${options}`
        : `${command.name()} <${placeholders.command[language]}> ${options}`,
  };
}
