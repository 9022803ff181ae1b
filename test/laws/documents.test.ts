import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { buildProgram } from "../../src/cli/program";
import { madeBy } from "../../src/core/made-by";
import { openPlanText } from "../../src/core/plan/open-plan";
import { checkShape, consolidateShape, traceShape } from "../cli/json-shapes";
import { fencedIn, listed, pages, spansIn, textOf } from "./pages";
import { exportsOf, filesBelow, parse, root } from "./source-files";

type Entries = Record<string, string>;
const { scripts, bin, dependencies, devDependencies } = JSON.parse(textOf("package.json")) as Record<
  "scripts" | "bin" | "dependencies" | "devDependencies",
  Entries
>;

const { optionalDependencies: toolDependencies } = JSON.parse(textOf("test/tools/package.json")) as {
  readonly optionalDependencies: Entries;
};

interface LockedPackage {
  readonly license?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

const { packages: lock } = JSON.parse(textOf("package-lock.json")) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

/** The name that a heading has in links. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(" ", "-");
}

function anchorsIn(page: string): Set<string> {
  return new Set([...textOf(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading)));
}

function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`\n]*`/g, "");
}

function codeIn(text: string): string[] {
  return [...fencedIn(text, "\\w*"), ...spansIn(text)];
}

function linksIn(text: string): string[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)|<\w+ [^>]*?\b(?:src|href)="([^"]+)"/g)]
    .map(([, target, ofTag = ""]) => target ?? ofTag)
    .filter((target) => !/^(https?|mailto):/.test(target));
}

function isDead(page: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? page : posix.join(posix.dirname(page), decodeURIComponent(path));
  if (!existsSync(join(root, target))) return true;
  return anchor !== undefined && !anchorsIn(target).has(decodeURIComponent(anchor));
}

describe("links in the documents", () => {
  it("there are some, in some pages", () => {
    expect(pages).toEqual(expect.arrayContaining(["README.md", "docs/road.md", "docs/spec.md", "docs/changelog.md"]));
    expect(linksIn(textOf("README.md")).length).toBeGreaterThan(10);
  });

  it.each(pages)("%s: lead to files and headings that are there", (page) => {
    expect(linksIn(textOf(page)).filter((link) => isDead(page, link))).toEqual([]);
  });

  it("show every picture of the docs", () => {
    const shown = pages.flatMap((page) => linksIn(textOf(page)).map((link) => posix.join(posix.dirname(page), link)));
    const pictures = listed("--cached", "--others", "--exclude-standard", "--", "docs/pictures");
    expect(pictures.length).toBeGreaterThan(10);
    expect(pictures.filter((picture) => !shown.includes(picture))).toEqual([]);
  });

  it.each(["docs/nowhere.md", "docs/road.md#no-such-heading", "#no-such-heading"])("a dead one is seen: %s", (link) => {
    expect(isDead("README.md", link)).toBe(true);
  });
});

describe("commands in the documents", () => {
  const said = pages.flatMap((page) =>
    textOf(page)
      .split("\n")
      .map((line) => ({ page, line })),
  );

  it("name scripts of npm that there are", () => {
    const run = said.flatMap(({ page, line }) =>
      [...line.matchAll(/\bnpm (?:run ([a-z][a-z:-]*)|(start|test)\b)/g)].map(([, script, short]) => ({
        page,
        script: script ?? short ?? "",
      })),
    );
    expect(run.length).toBeGreaterThan(5);
    expect(run.filter(({ script }) => !(script in scripts))).toEqual([]);
  });

  it("call the program by the name of its file", () => {
    const files = said.flatMap(({ line }) => [...line.matchAll(/\bdist\/cli[\w./-]*/g)].map(([file]) => file));
    expect(files.length).toBeGreaterThan(0);
    expect(new Set(files)).toEqual(new Set(Object.values(bin)));
  });

  it("use commands and options that the command line knows", () => {
    const program = buildProgram("en", () => undefined);
    const common = program.options.map(({ long }) => long);
    const known = new Map([
      ...program.commands.map(
        (command) => [command.name(), [...command.options.map(({ long }) => long), ...common]] as const,
      ),
      ["help", []],
    ]);
    const shown = pages.flatMap((page) =>
      codeIn(textOf(page)).flatMap((line) => {
        const [, name, rest = ""] = /^(?:npx )?plan-monitor ([a-z]+)\b([^#]*)/.exec(line) ?? [];
        if (name === undefined) return [];
        const options = [...rest.matchAll(/(?<=\s)--[a-z-]+/g)].map(([option]) => option);
        return [{ page, name, unknown: options.filter((option) => !known.get(name)?.includes(option)) }];
      }),
    );
    expect(shown.length).toBeGreaterThan(15);
    expect(shown.filter(({ name, unknown }) => !known.has(name) || unknown.length > 0)).toEqual([]);
  });
});

describe("what the documents tell of other files", () => {
  it("docs/contributing.md names every dependency with its version and licence", () => {
    const rows = [
      ...textOf("docs/contributing.md").matchAll(
        /^\| (\S+) +\| (\d\S+) +\| (?:the same|\d\S*) +\| (\S[^|]*?) +\| \S.* \|$/gm,
      ),
    ];
    const told = rows.map(([, name, version, licence]) => [name, version, licence]);
    const used = Object.entries({ ...dependencies, ...devDependencies, ...toolDependencies }).map(([name, version]) => {
      const licence = lock[`node_modules/${name}`]?.license;
      // Microsoft's own, which has no short name.
      return [name, version, licence === "LICENSE" ? "Microsoft, for developing add-ins" : licence];
    });
    expect(told.sort()).toEqual(used.sort());
  });

  it("docs/contributing.md says how many packages these bring with them", () => {
    const [, running, all] =
      /names (\d+) packages that are not for development alone and (\d+)\s+in all/.exec(
        textOf("docs/contributing.md"),
      ) ?? [];
    const brought = Object.entries(lock).filter(([path, { link }]) => path.includes("node_modules/") && link !== true);
    const notForDevelopment = brought.filter(([, { dev, optional, devOptional }]) => !(dev ?? optional ?? devOptional));
    expect({ running, all }).toEqual({ running: String(notForDevelopment.length), all: String(brought.length) });
  });

  it("every package in the lock is under a free licence, but those that docs/contributing.md names", () => {
    const free =
      /^\(?(?:MIT|MIT-0|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|MPL-2\.0|Python-2\.0|CC0-1\.0|CC-BY-4\.0)\b/;
    const others = Object.entries(lock).filter(
      ([path, { license, link }]) => path.includes("node_modules/") && link !== true && !free.test(license ?? ""),
    );
    expect(others.map(([path]) => path)).toEqual([
      "node_modules/@microsoft/office-js",
      "node_modules/@univerjs/telemetry",
    ]);
  });

  it("docs/road.md names files and what they export as they are", () => {
    const spoken = [
      ...textOf("docs/road.md")
        .replace(/^```[\s\S]*?^```/gm, "")
        .matchAll(/`([^`\n]+)`/g),
    ];
    const words = [...new Set(spoken.map(([, word = ""]) => word))];
    const files = [...filesBelow("src"), ...filesBelow("test")];
    const paths = words.filter((word) => /^[\w/-]+\.ts$/.test(word));
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !files.some((file) => `/${file}`.endsWith(`/${path}`)))).toEqual([]);
    const names = words.filter((word) => /^(?:[a-z]+[A-Z]|[A-Z][a-z]+)[A-Za-z]*$/.test(word));
    expect(names.length).toBeGreaterThan(20);
    const exported = new Set(files.filter((file) => file.endsWith(".ts")).flatMap((file) => exportsOf(parse(file))));
    expect(names.filter((name) => !exported.has(name))).toEqual([]);
  });

  it("the plan in docs/plan-file.md opens", () => {
    const [, plan = ""] = /^```json\n([\s\S]*?)^```/m.exec(textOf("docs/plan-file.md")) ?? [];
    expect(openPlanText(plan)).toMatchObject({ plan: { id: "example-2025" } });
  });

  it("the documents in docs/interface.md are of the shapes that --json gives", () => {
    const shown = [...textOf("docs/interface.md").matchAll(/^### (\w+)\n\n```json\n([\s\S]*?)^```/gm)];
    expect(shown.map(([, command]) => command)).toEqual(["check", "consolidate", "trace"]);
    const [check, consolidate, trace] = shown.map(([, , text = ""]) => JSON.parse(text) as { indicators?: object[] });
    const [whole] = checkShape.parse(check).files.flatMap(({ indicators }) => indicators);
    // The page says that these are shortened by what check gives.
    const indicators = consolidate?.indicators?.map((shortened) => ({ ...whole, ...shortened }));
    expect(consolidateShape.safeParse({ ...consolidate, indicators })).toMatchObject({ success: true });
    expect(traceShape.safeParse(trace)).toMatchObject({ success: true });
  });

  it("what is written into files names the version that package.json has", () => {
    const { name, version } = JSON.parse(textOf("package.json")) as { name: string; version: string };
    expect(madeBy).toBe(`${name} ${version}`);
  });

  it("docs/spec.md has every law that a test names", () => {
    const spec = textOf("docs/spec.md");
    const named = listed("--", "test").flatMap((path) =>
      path.endsWith(".test.ts")
        ? [...textOf(path).matchAll(/\[((?:RD|AR|CO|ED|SE|XL)\d+)\]/g)].map(([, law]) => law)
        : [],
    );
    expect(named.length).toBeGreaterThan(50);
    expect([...new Set(named)].filter((law) => !spec.includes(`- **${law ?? ""}** `))).toEqual([]);
  });
});

/** What says where it was made, which is nobody's business and true nowhere else. */
const traces = {
  "a path of one machine": /(?<![\w.:/-])\/(?:work|root|home|Users|tmp)\/[\w.-]+|\b[A-Z]:\\Users\\/,
  "a host of packages": /\bregistry\.[a-z0-9-]+\.[a-z]{2,}|\b(?:artifactory|nexus|verdaccio)\b|\blocalhost:4873\b/i,
  "a folder beside the repository": /\.\.\/shared(?![\w-])/,
};

function tracesIn(text: string): string[] {
  return Object.entries(traces).flatMap(([name, pattern]) => {
    const found = pattern.exec(text);
    return found ? [`${name}: ${found[0]}`] : [];
  });
}

describe("every file of the repository", () => {
  const binary = /\.(xlsx|png|ico|zip)$/;
  // This file holds the examples.
  const files = listed().filter((path) => !binary.test(path) && path !== "test/laws/documents.test.ts");

  it("says nothing of where it was made", () => {
    expect(files.length).toBeGreaterThan(200);
    const found = files.map((path) => ({ path, traces: tracesIn(textOf(path)) }));
    expect(found.filter((file) => file.traces.length > 0)).toEqual([]);
  });

  it.each(["see /home/someone/plan.xlsx", "https://registry.example.org/x", "read ../shared/design"])(
    "would be caught saying: %s",
    (text) => {
      expect(tracesIn(text)).toHaveLength(1);
    },
  );

  it.each(["https://example.org/home/page", `from "./shared-strings"`, "src/work/file.ts"])("may say: %s", (text) => {
    expect(tracesIn(text)).toEqual([]);
  });
});
