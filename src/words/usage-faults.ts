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
  mendWithOutput: (): Phrase => ({
    vi: "--mend và -o đi cùng nhau: -o nêu nơi ghi bản đã sửa.",
    en: "--mend and -o go together: -o says where the mended copy goes.",
  }),
  chooseWithMend: (): Phrase => ({
    vi: "--choose dùng cùng với --mend.",
    en: "--choose goes with --mend.",
  }),
  unknownChoice: (given: string): Phrase => ({
    vi: `Không hiểu lựa chọn "${given}". Viết sheet, ô và số thứ tự của cách sửa, ví dụ "Kinh phí!D8=2".`,
    en: `The choice "${given}" is not understood. Write sheet, cell and the number of the mend, as in "Sheet!D8=2".`,
  }),
  suggestion: (near: string): Phrase => ({ vi: `Có phải ý bạn là ${near}?`, en: `Did you mean ${near}?` }),
  seeHelp: (command: string): Phrase => ({
    vi: `Xem hướng dẫn: ${command} --help`,
    en: `For help: ${command} --help`,
  }),
};
