import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { filesIn, run } from "./cli/program";
import { fencedIn, pages, spansIn, textOf } from "./laws/pages";
import { root } from "./laws/source-files";
import { freshCopy, git } from "./tools/fresh-copy";
import { plainEnv, shell } from "./tools/shell";

/*
 * Every command that a document names, but those of the program itself (test/cli/pages.test.ts), is run here in a copy of the
 * repository, is run by another test, or stands below with the reason why it can be run nowhere.
 *
 * The copy lies in another folder and is made later. That the command line and the pane are built in it of the same bytes as here
 * shows that no build depends on its folder or on time. The workbench, which takes minutes, is built no otherwise.
 */

interface Trial {
  /** As documents show it. */
  readonly shown: readonly string[];
  /** What is run, where that is another: less of the same. */
  readonly as?: string;
  /** What it prints. */
  readonly says: RegExp;
  /** What goes on until it is stopped, as soon as it printed that and was looked at. */
  readonly lasts?: (text: string) => Promise<void>;
  /** It listens at the one address that Excel knows, and says so where another program has it. */
  readonly isForExcel?: true;
  readonly before?: () => void;
  readonly after?: () => void;
  /** The only files of the repository that may be others after it. */
  readonly writes?: RegExp;
  /** A variable that the tests have where a tool is there; without it the trial is left out. */
  readonly needs?: string;
}

const [chromium, duckdb] = ["PLAN_MONITOR_CHROMIUM", "PLAN_MONITOR_DUCKDB"];
const passed = /Tests: +\d+ passed, \d+ total/;
const room = mkdtempSync(join(tmpdir(), "plan-monitor-commands-"));
/** Its name has what names of folders have here, and another length than that of the repository. */
const copy = join(room, "bản sao của kế hoạch");
const build = "npm run build -- --config-name";
const address = "https://kehoach.example.vn/plan-monitor";
const pane = "https://localhost:3000";
const rules = "docs/rules/README.md";
const planted = join(copy, "src/words/planted.ts");

const trials: readonly Trial[] = [
  {
    shown: ["npm start -- --no-serve"],
    says: /tong-hop-2022-Y\.xlsx/,
    after: () => isThere("out/tong-hop-2022-H1.xlsx"),
  },
  {
    shown: ["npm start"],
    says: /npm run start:excel/,
    lasts: async (text) => {
      const [served = ""] = /http:\/\/localhost:\d+\/workbench\//.exec(text) ?? [];
      expect(await (await fetch(served)).text()).toContain("workbench.");
    },
  },
  {
    shown: ["npm start -- --https"],
    says: /Upload My Add-in/,
    isForExcel: true,
    lasts: async () => expect(await pageAt(`${pane}/taskpane.html`)).toContain("taskpane."),
  },
  {
    shown: ["npm run dev-server"],
    says: /compiled successfully/,
    isForExcel: true,
    lasts: async () => expect(await pageAt(`${pane}/taskpane.html`)).toContain("taskpane."),
  },
  { shown: ["npx plan-monitor", "npx plan-monitor …"], as: "npx plan-monitor --version", says: /^\d+\.\d+\.\d+\n$/ },
  { shown: ["npm run docs"], says: passed },
  {
    shown: ["npm run guides"],
    says: /guide-commune\.pdf/,
    after: () => isThere("out/guides/huong-dan-xa.pdf"),
    needs: chromium,
  },
  { shown: ["npm run kill-test -- --times N"], as: "npm run kill-test -- --times 8", says: passed },
  { shown: ["npm run fuzz -- --minutes N --seed S"], as: "npm run fuzz -- --minutes 0.02 --seed 7", says: passed },
  {
    shown: ["npm run show:duckdb -- --units N", "npm run show:duckdb -- --units 1000"],
    as: "npm run show:duckdb -- --units 3",
    says: /3 units report\n(?:.*differing: none\n.*\n){2}/,
    needs: duckdb,
  },
  { shown: ["npm run hostile"], as: "npm run hostile -- --only bomb-of-rows", says: passed },
  {
    shown: ["npm run bench", "npm run bench -- --rounds 9 --write"],
    as: "npm run bench -- --rounds 1 --only floor --write",
    says: /median of 1 rounds/,
    // The other programs would have to be installed first.
    before: () => mkdirSync(join(copy, "test/bench/peers/node_modules")),
    writes: /^docs\/benchmarks\.md$/,
  },
  {
    shown: ["npm run bench -- --scale 200,1000", "npm run bench -- --scale 15,200,1000"],
    as: "npm run bench -- --scale 2,3 --only units",
    says: /\| 3 \| consolidate \|/,
  },
  {
    shown: ["npm run bench -- --levels 1000", "npm run bench -- --levels 10598"],
    as: "npm run bench -- --levels 3",
    says: /add up to\./,
  },
  { shown: ["npm run bench:excel"], as: "BENCH_UNITS=1 npm run bench:excel", says: passed },
  { shown: ["npm run bench:pane"], as: "BENCH_ROUNDS=1 npm run bench:pane", says: passed, needs: chromium },
  { shown: ["npm run bench:workbench"], as: "BENCH_UNITS=2 npm run bench:workbench", says: passed, needs: chromium },
  {
    shown: ["npm test -- test/core/progress", "npm test -- test/laws"],
    as: "npm test -- test/core/progress",
    says: /[1-9]\d* passed, 0 failed/,
  },
  {
    shown: ["npm run build"],
    as: `${build} cli`,
    says: /compiled successfully/,
    after: () => expect(builtIn(copy, "cli")).toEqual(builtIn(root, "cli")),
  },
  {
    shown: [
      `PLAN_MONITOR_URL=${address} npm run build`,
      "OFFICE_JS=local PLAN_MONITOR_URL=https://kehoach.noibo.example.vn npm run build",
    ],
    as: `OFFICE_JS=local PLAN_MONITOR_URL=${address} ${build} taskpane`,
    says: /compiled successfully/,
    after: () => {
      const [here, there] = [builtIn(root, "taskpane"), builtIn(copy, "taskpane")];
      expect(there.get("manifest.xml")).toContain(`"${address}/taskpane.html"`);
      expect(there.get("taskpane.html")).toMatch(/src="?office-js\/office\.js/);
      expect(there.get("taskpane.html")).not.toContain("microsoft.com");
      expect(there.has("office-js/office.js")).toBe(true);
      // What is the pane's own is the same, wherever it was built and for whatever address.
      const names = [...here.keys()].filter((name) => !["manifest.xml", "taskpane.html"].includes(name));
      expect(names.filter((name) => name.endsWith(".js")).length).toBeGreaterThan(3);
      expect(names.filter((name) => here.get(name) !== there.get(name))).toEqual([]);
    },
  },
  {
    shown: ["npm run build:dev", "npm run build:dev -- --config-name workers --config-name workbench --watch"],
    as: "npm run build:dev -- --config-name workers --watch",
    says: /compiled successfully/,
    lasts: () => Promise.resolve(),
  },
  // What comes from here on changes what is built.
  { shown: ["npm run icons"], says: /icons/, writes: /^assets\/.*\.png$/, needs: chromium },
  {
    shown: ["npm run new-rule -- --lists"],
    says: /written: .*README\.md/,
    before: () => writeFileSync(join(copy, rules), ""),
    after: () => expect(readFileSync(join(copy, rules), "utf8")).toBe(textOf(rules)),
    writes: /^docs\/rules\/README\.md$/,
  },
  {
    shown: ["npm run new-rule -- figure-is-plausible within warning", "npm run new-rule -- NAME FAMILY SEVERITY"],
    as: "npm run new-rule -- figure-is-plausible within warning",
    says: /written: .*README\.md/,
    writes: /figure-is-plausible|within-rules\.ts$|rules\/README\.md$/,
  },
  {
    shown: ["npm run lint:fix"],
    says: /eslint/,
    before: () => {
      leaveLittle();
      writeFileSync(planted, 'let planted = "x"\nexport const shown = planted\n');
    },
    after: () => expect(readFileSync(planted, "utf8")).toContain("const planted"),
    writes: /planted\.ts$/,
  },
  {
    shown: ["npm run prettier"],
    says: /planted\.ts/,
    after: () => expect(readFileSync(planted, "utf8")).toBe('const planted = "x";\nexport const shown = planted;\n'),
    writes: /planted\.ts$/,
  },
  { shown: ["npm run lint"], says: /eslint/ },
  { shown: ["npm run check"], says: /All matched files use Prettier code style/ },
];

/** What is run in every `npm test`, by whom, and the words there that show it. */
const elsewhere: Readonly<Record<string, readonly [file: string, words: string]>> = {
  "npm test": [".ci/run", "npm test"],
  "npm ci": ["scripts/packages.mjs", '"ci"'],
  "node dist/cli/plan-monitor.mjs": ["test/cli/program.ts", "dist/cli/plan-monitor.mjs"],
  "node dist/cli/plan-monitor.mjs …": ["test/cli/program.ts", "dist/cli/plan-monitor.mjs"],
  "npm run docs -- excel-faults": ["test/workbook/excel/faults.test.ts", "docs/excel-faults.md"],
  "npm run fault-matrix": ["test/matrix/fault-matrix.test.ts", "docs/fault-matrix.md"],
  "npm run pictures": ["test/end-to-end/looks.test.ts", "takePicture"],
  "npm run release": ["test/release.test.ts", "npm run release -- --url"],
  "npm run release -- --url https://…": ["test/release.test.ts", "npm run release -- --url"],
  [`npm run release -- --url ${address}`]: ["test/release.test.ts", "npm run release -- --url"],
  "npm install -g ./plan-monitor-….tgz": ["test/release.test.ts", "npm install -g ./plan-monitor-"],
  "npm uninstall -g plan-monitor": ["test/release.test.ts", "npm uninstall -g plan-monitor"],
  "sha256sum -c SHA256SUMS": ["test/release.test.ts", "sha256sum -c SHA256SUMS"],
};

const nowhere: Readonly<Record<string, string>> = {
  "npm run start:excel": "opens Excel, with a tool from the internet",
  "npm run stop:excel": "closes what start:excel opened",
  "npm run validate": "asks a service of Microsoft's",
  "shasum -a 256 -c SHA256SUMS": "sha256sum, as a Mac has it",
  "certutil -hashfile plan-monitor-….zip SHA256": "a program of Windows",
  [`$env:PLAN_MONITOR_URL="${address}"; npm run build`]: "for PowerShell, what is tried for other shells",
  "node --max-old-space-size=640": "no whole command: how the program beside it was limited",
};

/** The commands in the blocks of a page and in its text, but those of the program. */
function commandsIn(page: string): string[] {
  const lines = fencedIn(textOf(page), "sh").map((line) => line.replace(/(?:^| +)#.*$/, ""));
  const spans = spansIn(textOf(page)).filter((code) =>
    /(?:^|[\s;])(?:npm|npx|node|git|sha256sum|shasum|certutil) \S/.test(code),
  );
  return [...lines, ...spans].filter((line) => line !== "" && !/^(?:npx )?plan-monitor [a-z]/.test(line));
}

function isThere(path: string): void {
  expect({ path, isThere: existsSync(join(copy, path)) }).toEqual({ path, isThere: true });
}

/** What was built under a name, file by file. */
function builtIn(folder: string, name: string): Map<string, string> {
  const home = join(folder, "dist", name);
  const files = filesIn(home).filter((path) => /\.\w+$/.test(path));
  return new Map(files.map((path) => [path, readFileSync(join(home, path), "latin1")]));
}

/** A page of a server whose certificate was made a moment ago, for this machine alone. */
function pageAt(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { rejectUnauthorized: false, agent: false }, (response) => {
      let text = "";
      response.on("data", (part: Buffer) => (text += part.toString()));
      response.on("end", () => resolve(text));
    }).on("error", reject);
  });
}

/** What looks at every source takes as long as there are sources: a few are left. */
function leaveLittle(): void {
  const kept = /^(?:src\/core\/(?:tsconfig\.json|language\.ts)|test\/tools\/package\.json|scripts\/run\.mjs|[^/]+)$/;
  for (const path of git(["ls-files", "--cached", "--others", "--exclude-standard", "-z"], copy).split("\0")) {
    if (path !== "" && !kept.test(path)) rmSync(join(copy, path), { force: true });
  }
  mkdirSync(dirname(planted), { recursive: true });
}

/** The files of the copy that are not as git was last given them. */
function changed(): string[] {
  const paths = ["diff --name-only -z", "ls-files --others --exclude-standard -z"].flatMap((words) =>
    git(words.split(" "), copy).split("\0"),
  );
  return paths.filter((path) => path !== "" && path !== "node_modules");
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "localhost", () => server.close(() => resolve(true)));
  });
}

afterAll(() => rmSync(room, { recursive: true, force: true }));

describe("commands in the documents", () => {
  const shown = [...new Set(pages.flatMap(commandsIn))].sort();

  it("are run here or elsewhere, or cannot be run; and no others are listed", () => {
    const known = [...trials.flatMap((trial) => trial.shown), ...Object.keys(elsewhere), ...Object.keys(nowhere)];
    expect(known.sort()).toEqual(shown);
  });

  it.each(Object.entries(elsewhere))("%s: is run by another test", (_command, [file, words]) => {
    expect(readFileSync(join(root, file), "utf8")).toContain(words);
  });
});

describe("commands in the documents do what is said", () => {
  beforeAll(async () => {
    // Whatever was built before is built anew where the source has changed.
    await run(["--version"], room);
    freshCopy(copy);
    cpSync(join(root, "dist"), join(copy, "dist"), { recursive: true });
    mkdirSync(join(room, "tmp"));
  }, 600_000);

  for (const { shown, as: command = shown[0] ?? "", says, lasts, isForExcel, before, after, writes, needs } of trials) {
    const isLeftOut = needs !== undefined && process.env[needs] === undefined;
    (isLeftOut ? it.skip : it)(
      command,
      async () => {
        before?.();
        // Only what this one changes is looked at.
        git(["add", "--all"], copy);
        const env = plainEnv({ TMPDIR: join(room, "tmp") });
        const isTaken = isForExcel === true && !(await isFree(3000));
        const look = lasts && !isTaken ? { until: says, look: lasts } : {};
        const { code, text } = await shell(command, { folder: copy, env, ...look });
        if (isTaken) expect(text).toMatch(/3000/);
        else {
          expect({ code, text }).toEqual({ code: lasts ? null : 0, text: expect.stringMatching(says) });
          after?.();
        }
        expect(changed().filter((path) => writes?.test(path) !== true)).toEqual([]);
      },
      300_000,
    );
  }
});
