import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import ts from "typescript";
import { filesBelow, importsOf, nodesOf, parse, root, type Import } from "./source-files";

/** One row of the table in docs/road.md. */
interface Place {
  readonly name: string;
  readonly mayImport: readonly string[];
}

const files = filesBelow("src").filter((path) => /\.tsx?$/.test(path));
const sources = new Map(files.map((path) => [path, parse(path)]));
const imports = [...sources.values()].flatMap(importsOf);
const table = placesIn(readFileSync(join(root, "docs/road.md"), "utf8"));
const placeNames = new Set(table.map(({ name }) => name));

function placesIn(page: string): Place[] {
  return [...page.matchAll(/^\| `([^`]+)` +\|(.*)\|$/gm)].map(([, name = "", cell = ""]) => ({
    name,
    mayImport: [...cell.matchAll(/`([^`]+)`/g)].map(([, target = ""]) => target),
  }));
}

function isIn(path: string, place: string): boolean {
  if (place.endsWith("/*.ts")) return path.endsWith(".ts") && path === place.replace("*.ts", basename(path));
  return path === place || path.startsWith(`${place}/`);
}

/** The most exact place that names a file. */
function placeOf(path: string): Place | undefined {
  const places = table.filter(({ name }) => isIn(path, name));
  const rank = ({ name }: Place): number => (name === path ? Infinity : name.replace("/*.ts", "").length);
  return places.sort((a, b) => rank(b) - rank(a))[0];
}

/** A package stands for all its entries: "hucre" for "hucre/xlsx", "node:*" for "node:path". */
function isOfPackage(specifier: string, name: string): boolean {
  if (name.endsWith(":*")) return specifier.startsWith(name.slice(0, -1));
  return specifier === name || specifier.startsWith(`${name}/`);
}

function isAllowed({ from, to, isOurs }: Import): boolean {
  const here = placeOf(from);
  if (!here) return false;
  if (!isOurs) return here.mayImport.some((name) => isOfPackage(to, name));
  const there = placeOf(to);
  if (there === here) return true;
  return here.mayImport.some((name) => (placeNames.has(name) ? there?.name === name : isIn(to, name)));
}

/** The first circle that is met, as the files on it; empty where there is none. */
function circleIn(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (file: string): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    path.push(file);
    for (const next of edges.get(file) ?? []) {
      const circle = walk(next);
      if (circle.length > 0) return circle;
    }
    path.pop();
    done.add(file);
    return [];
  };
  for (const file of edges.keys()) {
    const circle = walk(file);
    if (circle.length > 0) return circle;
  }
  return [];
}

function edgesBetween(nameOf: (path: string) => string): Map<string, string[]> {
  const edges = new Map<string, string[]>();
  for (const { from, to, isOurs } of imports) {
    const [here, there] = [nameOf(from), nameOf(to)];
    if (isOurs && here !== there) edges.set(here, [...(edges.get(here) ?? []), there]);
  }
  return edges;
}

describe("who may import whom (docs/road.md)", () => {
  it("the table is there, and every place in it has files", () => {
    expect(table.length).toBeGreaterThan(10);
    const everything = [...filesBelow("src"), "package.json"];
    expect(table.filter(({ name }) => !everything.some((path) => isIn(path, name)))).toEqual([]);
  });

  it("every file of src has its place", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((path) => !placeOf(path))).toEqual([]);
  });

  it("a place imports only from the rows above it, so that all goes one way", () => {
    for (const [index, { name, mayImport }] of table.entries()) {
      const below = table.slice(index).map((place) => place.name);
      const notAbove = below.filter((place) =>
        mayImport.some((target) => (placeNames.has(target) ? place === target : isIn(place, target))),
      );
      expect({ name, notAbove }).toEqual({ name, notAbove: [] });
    }
  });

  it("no file imports what the table does not let it", () => {
    expect(imports.length).toBeGreaterThan(500);
    expect(imports.filter((one) => !isAllowed(one))).toEqual([]);
  });

  it("words take only types from the rooms of the core", () => {
    const ofWords = imports.filter(({ from, to }) => isIn(from, "src/words") && isIn(to, "src/core"));
    expect(ofWords.length).toBeGreaterThan(5);
    expect(ofWords.filter(({ to, isOfTypes }) => !isOfTypes && placeOf(to)?.name !== "src/core/*.ts")).toEqual([]);
  });

  it("nothing stands in the table that nobody imports", () => {
    const unused = table.flatMap(({ name, mayImport }) =>
      mayImport
        .filter((target) => target !== "src/core/*.ts")
        .filter(
          (target) =>
            !imports.some(
              ({ from, to, isOurs }) =>
                placeOf(from)?.name === name && (isOurs ? isIn(to, target) : isOfPackage(to, target)),
            ),
        )
        .map((target) => `${name}: ${target}`),
    );
    expect(unused).toEqual([]);
  });

  it("every import within the house leads to a file", () => {
    const known = new Set([...filesBelow("src"), "package.json"]);
    expect(imports.filter(({ to, isOurs }) => isOurs && !known.has(to))).toEqual([]);
  });

  it("the core stands on zod, fraction.js and @noble/hashes alone", () => {
    const foreign = imports.filter(({ from, isOurs }) => !isOurs && isIn(from, "src/core")).map(({ to }) => to);
    expect(new Set(foreign.map((name) => name.replace(/^(@[^/]+\/[^/]+|[^/]+).*/, "$1")))).toEqual(
      new Set(["@noble/hashes", "fraction.js", "zod"]),
    );
  });
});

describe("circles", () => {
  it("a circle would be seen", () => {
    const edges = new Map([
      ["a", ["b", "c"]],
      ["b", []],
      ["c", ["d"]],
      ["d", ["a"]],
    ]);
    expect(circleIn(edges)).toEqual(["a", "c", "d", "a"]);
  });

  it("there is none between files, imports of types included", () => {
    expect(circleIn(edgesBetween((path) => path))).toEqual([]);
  });

  it("there is none between places", () => {
    expect(circleIn(edgesBetween((path) => placeOf(path)?.name ?? path))).toEqual([]);
  });
});

describe("the ways to import that are seen", () => {
  it.each([
    [`import { a } from "./cell";`, "src/core/cell.ts"],
    [`import type { A } from "./cell";`, "src/core/cell.ts"],
    [`export { a } from "./plan/plan";`, "src/core/plan/plan.ts"],
    [`type A = import("../words/statuses").A;`, "src/words/statuses.ts"],
    [`const a = await import("node:fs");`, "node:fs"],
    [`import "./cell";`, "src/core/cell.ts"],
    [`const a = await import(name);`, "(computed)"],
    [`import a = require("./cell");`, "src/core/cell.ts"],
  ])("%s", (text, to) => {
    expect(importsOf(parse("src/core/sample.ts", text)).map((one) => one.to)).toEqual([to]);
  });

  it.each([
    [`import type { A } from "./cell";`, true],
    [`import { type A, type B } from "./cell";`, true],
    [`export type { A } from "./cell";`, true],
    [`type A = import("./cell").A;`, true],
    [`import { a, type B } from "./cell";`, false],
    [`import a, { type B } from "./cell";`, false],
    [`import * as a from "./cell";`, false],
    [`import "./cell";`, false],
  ])("%s takes types alone: %s", (text, expected) => {
    expect(importsOf(parse("src/core/sample.ts", text)).map((one) => one.isOfTypes)).toEqual([expected]);
  });
});

/** What makes an outcome hang on the machine, the moment or chance. */
const worldly = new Set([
  ...["Date", "Intl", "performance", "console", "process", "globalThis", "window", "document", "navigator"],
  ...["crypto", "fetch", "setTimeout", "setInterval", "setImmediate", "queueMicrotask", "require", "Buffer"],
]);
const worldlyProperties = new Set(["toLocaleString", "toLocaleLowerCase", "toLocaleUpperCase", "localeCompare"]);

/** The worldly words of a file with their lines; names of properties and of things declared in it are its own. */
function worldlyIn(source: ts.SourceFile): string[] {
  return [...nodesOf(source)].flatMap((node) => {
    if (!isWorldly(node)) return [];
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    return [`${source.fileName}:${line + 1} ${node.getText()}`];
  });
}

function isWorldly(node: ts.Node): boolean {
  if (ts.isMetaProperty(node)) return true;
  if (ts.isElementAccessExpression(node)) return node.expression.getText() === "Math";
  if (!ts.isIdentifier(node)) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    return worldlyProperties.has(node.text) || (node.text === "random" && parent.expression.getText() === "Math");
  }
  const isOwnName =
    (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent)) &&
    parent.name === node;
  return worldly.has(node.text) && !isOwnName;
}

describe("src/core", () => {
  const core = [...sources.values()].filter(({ fileName }) => isIn(fileName, "src/core"));

  it("knows no clock, no chance, no console and no process", () => {
    expect(core.flatMap(worldlyIn)).toEqual([]);
  });

  it.each([
    "const now = Date.now();",
    "const now = new Date();",
    "function at(day: Date): void {}",
    "const roll = Math.random();",
    `const roll = Math["random"]();`,
    `console.log("x");`,
    "const { env } = process;",
    "const g = globalThis;",
    "const text = (1).toLocaleString();",
    `const order = "a".localeCompare("b");`,
    "const here = import.meta.url;",
  ])("would be caught at: %s", (text) => {
    expect(worldlyIn(parse("src/core/sample.ts", text))).toHaveLength(1);
  });

  it.each(["const one = { process: 1 };", "const day = cell.date;", "const half = Math.trunc(1.5);", "a.process();"])(
    "is left in peace at: %s",
    (text) => {
      expect(worldlyIn(parse("src/core/sample.ts", text))).toEqual([]);
    },
  );
});

describe("names of files", () => {
  it("there is no drawer for what has no place", () => {
    const drawers = /(^|\/)(utils?|helpers?|common|shared|index|misc)(\.|\/)/;
    // The entry of an add-in is called so everywhere.
    const entry = "src/taskpane/index.tsx";
    expect(filesBelow("src").filter((path) => drawers.test(path) && path !== entry)).toEqual([]);
  });

  it("are in small letters with hyphens", () => {
    const named = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/;
    expect(filesBelow("src").filter((path) => !named.test(basename(path)))).toEqual([]);
  });
});
