import type { Phrase } from "../core/language";

/** A command line that cannot be understood. `given` is what was typed or is wanted, as the program calls it. */
export const usageFaults = {
  unknownOption: (given: string): Phrase => ({
    vi: `Không có tùy chọn "${given}".`,
    en: `There is no option "${given}".`,
  }),
  unknownCommand: (given: string): Phrase => ({
    vi: `Không có lệnh "${given}".`,
    en: `There is no command "${given}".`,
  }),
  missingArgument: (given: string): Phrase => ({
    vi: `Thiếu <${given}>.`,
    en: `<${given}> is missing.`,
  }),
  missingValue: (given: string): Phrase => ({
    vi: `Tùy chọn "${given}" cần một giá trị đi sau.`,
    en: `The option "${given}" needs a value after it.`,
  }),
  missingOption: (given: string): Phrase => ({
    vi: `Thiếu tùy chọn "${given}".`,
    en: `The option "${given}" is missing.`,
  }),
  excessArguments: (): Phrase => ({
    vi: "Có nhiều đối số hơn lệnh này nhận.",
    en: "There are more arguments than this command takes.",
  }),
  noCommand: (): Phrase => ({ vi: "Nêu một trong các lệnh trên.", en: "Name one of the commands above." }),
  notUnderstood: (): Phrase => ({ vi: "Không hiểu câu lệnh.", en: "The command line is not understood." }),
  unknownLanguage: (given: string): Phrase => ({
    vi: `Không có ngôn ngữ "${given}"; chọn vi hoặc en.`,
    en: `There is no language "${given}"; choose vi or en.`,
  }),
  unknownDay: (given: string): Phrase => ({
    vi: `"${given}" không phải là một ngày. Viết năm-tháng-ngày, ví dụ 2022-06-30.`,
    en: `"${given}" is no day. Write year, month and day, as in 2022-06-30.`,
  }),
  suggestion: (near: string): Phrase => ({ vi: `Có phải ý bạn là ${near}?`, en: `Did you mean ${near}?` }),
  seeHelp: (command: string): Phrase => ({
    vi: `Xem hướng dẫn: ${command} --help`,
    en: `For help: ${command} --help`,
  }),
};
