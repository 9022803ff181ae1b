import { describe, expect, it } from "@jest/globals";
import { failureShape, parsed } from "./json-shapes";
import { filesIn, makeRoom, run } from "./program";

const room = makeRoom();
const commands = [
  "form",
  "check",
  "compute",
  "seal",
  "consolidate",
  "export",
  "trace",
  "feedback",
  "report",
  "plan",
  "sample",
];

/** Words that only one of the two languages has. */
const isEnglish = /\b(?:the|is|there|files?|written|needs?|options?|Usage)\b/;
const isVietnamese = /[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i;

describe("help", () => {
  it.each(commands)("of %s is wholly in the chosen language", async (command) => {
    const vietnamese = await run([command, "--help"], room);
    const english = await run(["--lang", "en", command, "--help"], room);
    expect(vietnamese.code).toBe(0);
    expect(english.code).toBe(0);
    expect(vietnamese.stdout).toMatch(/^Cách dùng: plan-monitor/);
    expect(vietnamese.stdout).not.toMatch(/Usage|Options|Arguments|display|default|choices/);
    expect(english.stdout).toMatch(/^Usage: plan-monitor/);
    expect(english.stdout.replace(/Yên Châu/g, "")).not.toMatch(isVietnamese);
    for (const option of ["--plan", "--lang", "--on", "--json", "--quiet"]) expect(vietnamese.stdout).toContain(option);
    expect(vietnamese.stderr + english.stderr).toBe("");
  });

  it("of the program names every command, and none that is not there", async () => {
    const { stdout } = await run(["--help"], room);
    const named = [...(stdout.split("Lệnh:")[1]?.matchAll(/^ {2}([a-z]+)/gm) ?? [])].map(([, name]) => name);
    expect(named).toEqual([...commands, "help"]);
  });

  it("of a command is shown by the command help, too", async () => {
    expect((await run(["help", "check"], room)).stdout).toBe((await run(["check", "--help"], room)).stdout);
  });

  it("gives the version", async () => {
    expect(await run(["--version"], room)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

describe("a command line that cannot be understood", () => {
  const cases: readonly (readonly [parameters: string, vietnamese: RegExp, english: RegExp])[] = [
    ["", /^Nêu một trong các lệnh trên/m, /^Name one of the commands above/m],
    ["nonsense", /Không có lệnh "nonsense"/, /There is no command "nonsense"/],
    ["chek x.xlsx", /Có phải ý bạn là check\?/, /Did you mean check\?/],
    ["seal x.xlsx", /Thiếu tùy chọn "-o, --output <tệp>"/, /The option "-o, --output <file>" is missing/],
    ["seal x.xlsx -o y.xlsx --on 18/06/2022", /Viết năm-tháng-ngày/, /Write year, month and day/],
    ["check --mend x.xlsx", /--mend và -o đi cùng nhau/, /--mend and -o go together/],
    ["check x.xlsx -o y.xlsx", /--mend và -o đi cùng nhau/, /--mend and -o go together/],
    ["check x.xlsx --choose A!B1=1", /--choose dùng cùng với --mend/, /--choose goes with --mend/],
    ["check x.xlsx --mend -o y.xlsx --choose B1", /Không hiểu lựa chọn "B1"/, /The choice "B1" is not understood/],
    ["check --fix x.xlsx", /Không có tùy chọn "--fix"/, /There is no option "--fix"/],
    ["check x.xlsx --quite", /Có phải ý bạn là --quiet\?/, /Did you mean --quiet\?/],
    ["check", /Thiếu <đường-dẫn>/, /<path> is missing/],
    ["trace x.xlsx", /Thiếu <mã>/, /<code> is missing/],
    ["trace x.xlsx S01 S02", /nhiều đối số hơn/, /more arguments than/],
    ["compute x.xlsx", /Thiếu tùy chọn "-o, --output <tệp>"/, /The option "-o, --output <file>" is missing/],
    ["compute x.xlsx -o", /"-o, --output <tệp>" cần một giá trị/, /"-o, --output <file>" needs a value/],
    ["form --unit 04063 -o x.xlsx", /Thiếu tùy chọn "--period <kỳ>"/, /The option "--period <period>" is missing/],
    ["check x.xlsx --on 2022-06-31", /"2022-06-31" không phải là một ngày/, /"2022-06-31" is no day/],
    ["check x.xlsx --on 30/06/2022", /Viết năm-tháng-ngày/, /Write year, month and day/],
    ["--on", /"--on <ngày>" cần một giá trị/, /"--on <day>" needs a value/],
    ["form --period 2022-H1 -o x.xlsx", /--unit, hoặc --all/, /--unit, or all of them with --all/],
    ["form --unit 04063 --all --period 2022-H1 -o x", /không dùng cả hai/, /not both/],
  ];

  it.each(cases)("%s", async (parameters, vietnamese, english) => {
    const words = parameters.split(" ").filter((word) => word !== "");
    const inVietnamese = await run(words, room);
    const inEnglish = await run(["--lang=en", ...words], room);
    expect(inVietnamese).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(vietnamese) });
    expect(inEnglish).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(english) });
    expect(inVietnamese.stderr).not.toMatch(isEnglish);
    expect(inEnglish.stderr.replace(/Yên Châu/g, "")).not.toMatch(isVietnamese);
    expect(filesIn(room)).toEqual([]);
  });

  it("is one JSON document where JSON is wanted", async () => {
    const { code, stdout } = await run(["nonsense", "--json", "--lang", "en"], room);
    expect(code).toBe(2);
    expect(parsed(failureShape, stdout).error).toContain("nonsense");
  });

  it("in a language that there is not, says so", async () => {
    const { code, stderr } = await run(["check", "x.xlsx", "--lang", "fr"], room);
    expect(code).toBe(2);
    expect(stderr).toContain('Không có ngôn ngữ "fr"');
  });
});

describe("what the plan does not have", () => {
  const cases: readonly (readonly [what: string, parameters: string[], named: string[]])[] = [
    ["a unit, near its code", ["form", "--unit", "04064", "--period", "2022-H1"], ["04063 (Xã Chiềng Đông)"]],
    ["a unit, near its name", ["form", "--unit", "chieng dog", "--period", "2022-H1"], ["04063 (Xã Chiềng Đông)"]],
    ["a unit, near none", ["form", "--unit", "zzzzzzzz", "--period", "2022-H1"], ["04060", "04102", "124"]],
    ["a period", ["form", "--unit", "04063", "--period", "2022-Q1"], ["2022-H1", "2022-Y"]],
  ];

  it.each(cases)("%s", async (_, parameters, named) => {
    const { code, stdout, stderr } = await run([...parameters, "-o", "x.xlsx"], room);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    for (const name of named) expect(stderr).toContain(name);
    expect(filesIn(room)).toEqual([]);
  });

  it("a unit may be called by its name, diacritics or not", async () => {
    const { code } = await run(["form", "--unit", "chieng dong", "--period", "2022-H1", "-o", "named.xlsx"], room);
    expect(code).toBe(0);
  });
});
