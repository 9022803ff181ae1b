import type { CommanderError } from "commander";
import type { Phrase } from "../core/language";
import { usageFaults } from "../words/usage-faults";

/** What the library found wrong in a command line, in our words: it says so in English only. */
export function usageFault({ code, message }: CommanderError): Phrase[] {
  const given = /'([^']*)'/.exec(message)?.[1] ?? "";
  const near = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1];
  return [faultOf(code, given), ...(near === undefined ? [] : [usageFaults.suggestion(near)])];
}

function faultOf(code: string, given: string): Phrase {
  switch (code) {
    case "commander.unknownOption":
      return usageFaults.unknownOption(given);
    case "commander.unknownCommand":
      return usageFaults.unknownCommand(given);
    case "commander.missingArgument":
      return usageFaults.missingArgument(given);
    case "commander.optionMissingArgument":
      return usageFaults.missingValue(given);
    case "commander.missingMandatoryOptionValue":
      return usageFaults.missingOption(given);
    case "commander.excessArguments":
      return usageFaults.excessArguments();
    case "commander.help":
      return usageFaults.noCommand();
    default:
      return usageFaults.notUnderstood();
  }
}
