import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { filesIn, makeRoom, run } from "./program";

/* Every command of the program that a page shows in a block is run as it stands, in the order of the page. */

const room = makeRoom();
const plan = "src/plans/yen-chau-2022.json";
const report = "samples/2022-H1/04063-Chieng-Dong-2022-H1.xlsx";

interface Page {
  readonly path: string;
  readonly commands: number;
  /** What the page takes for granted: what of the repository lies under which name. */
  readonly given?: readonly (readonly [from: string, to: string])[];
  /** The workbook in which a person makes a plan of a later year, by the command that comes after. */
  readonly nextPlans?: Readonly<Record<string, string>>;
}

const pages: readonly Page[] = [
  { path: "README.md", commands: 36, given: [[plan, plan]] },
  { path: "docs/guide-district.md", commands: 20 },
  { path: "docs/export.md", commands: 1, given: [["samples/2022-H1", "reports"]] },
  {
    path: "docs/interface.md",
    commands: 22,
    given: [
      [plan, "plan.json"],
      ["samples/with-faults/04075-Vieng-Lan-2022-H1.xlsx", "report.xlsx"],
      [report, "earlier.xlsx"],
      [report, "late.xlsx"],
      ["samples/2022-H1", "reports"],
      ["samples/2022-H1", "last-period"],
      ["samples/2022-Y", "more"],
    ],
  },
  {
    path: "docs/new-plan.md",
    commands: 9,
    given: [
      [plan, plan],
      ["samples/2022-Y", "bao-cao-2025"],
    ],
    nextPlans: {
      "plan ke-hoach.xlsx": "ke-hoach.xlsx",
      "form --plan ke-hoach-2026.xlsx --all --period 2026-H1 --from bao-cao-2025 -o bieu-mau-2026":
        "ke-hoach-2026.xlsx",
      "plan plan.xlsx": "plan.xlsx",
    },
  },
];

/** The commands in the blocks of a page, without the comments beside them. */
function commandsIn(path: string): string[] {
  const blocks = [...readFileSync(path, "utf8").matchAll(/^```sh\n([\s\S]*?)^```/gm)];
  return blocks.flatMap(([, block = ""]) =>
    [...block.matchAll(/^(?:npx )?plan-monitor (.+?)(?: +#.*)?$/gm)].map(([, command = ""]) => command),
  );
}

/** As a shell takes them apart. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

async function makeNextPlan(file: string, folder: string): Promise<void> {
  const text = readFileSync(plan, "utf8").replaceAll("2022", "2026").replaceAll("2021", "2025");
  writeFileSync(join(folder, "next.json"), text);
  expect((await run(["plan", "next.json", "-o", file, "--force"], folder)).code).toBe(0);
}

describe("commands in the documents do what is said", () => {
  it.each(pages)(
    "$path",
    async ({ path, commands, given = [], nextPlans = {} }) => {
      const folder = mkdtempSync(join(room, "page-"));
      for (const [from, to] of given) {
        mkdirSync(dirname(join(folder, to)), { recursive: true });
        cpSync(from, join(folder, to), { recursive: true });
      }
      const shown = commandsIn(path);
      expect(shown).toHaveLength(commands);
      for (const command of shown) {
        const next = nextPlans[command];
        if (next !== undefined) await makeNextPlan(next, folder);
        const words = wordsOf(command);
        const { code, stderr } = await run(words, folder);
        // With --json, words go there.
        const complaint = words.includes("--json") ? "" : stderr;
        const output = words[words.indexOf("-o") + 1] ?? "";
        const isMade = !words.includes("-o") || existsSync(join(folder, output));
        // Where reports with faults are checked, they are found.
        const isFaulty = /with-faults|check report\.xlsx (?!.*--choose)/.test(command);
        expect({ command, code, complaint, isMade }).toEqual({
          command,
          code: isFaulty ? 1 : 0,
          complaint: "",
          isMade: true,
        });
      }
    },
    600_000,
  );

  it("every page that shows some is among them", () => {
    const docs = filesIn("docs").map((path) => `docs/${path}`);
    const all = ["README.md", ...docs].filter((path) => path.endsWith(".md"));
    expect(all.filter((path) => commandsIn(path).length > 0).sort()).toEqual(pages.map(({ path }) => path).sort());
  });
});
