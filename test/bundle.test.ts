import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import { officeFiles } from "../scripts/page-policy.mjs";
import { root } from "./laws/source-files";

/** As `npm test` has built it. */
const built = join(root, "dist/taskpane");
const page = readFileSync(join(built, "taskpane.html"), "utf8");
const scripts = [...page.matchAll(/<script\b[^>]*?\bsrc="?([^"\s>]+)/g)].map(([, src = ""]) => src);
/** `pane` is asked for by the page's own script as soon as Office is there. */
const loadedNext = readdirSync(built).filter((file) => /^pane\..*\.js$/.test(file));
const own = [...scripts.filter((src) => !src.includes("office.js")), ...loadedNext];
const initial = own.map((src) => textOf(src)).join("\n");

function textOf(file: string): string {
  return readFileSync(join(built, file), "utf8");
}

/** What the pane's worker loads, and with it what the pane asks for later. */
const later = readdirSync(built).filter((file) => file.endsWith(".js") && !own.includes(file));

/** Sentences that stand in a part of the program and in no other, minified or not. */
const parts = {
  fflate: "invalid length/literal",
  saxes: "an XML declaration must be at the start of the document.",
  hucre: "HucreError",
  "the rules": "closing-follows-from-movements",
  "the plan": "Phiêng Khoài",
};

describe("what the pane loads before it shows anything", () => {
  it("is Office's script, the look at the browser, and scripts of its own", () => {
    expect(scripts.filter((src) => !own.includes(src))).toHaveLength(1);
    expect(loadedNext).toHaveLength(1);
    expect(own).toContain("floor.js");
    expect(own.length).toBeGreaterThan(1);
    expect(own.filter((src) => !existsSync(join(built, src)))).toEqual([]);
  });

  it("is at most 250 KB, as servers send it", () => {
    const sizes = own.map((src) => gzipSync(textOf(src)).length);
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
    expect(kilobytes).toBeGreaterThan(20);
    expect(kilobytes).toBeLessThanOrEqual(250);
  });

  it.each(Object.entries(parts))("does not hold %s, which belong to the engine's worker", (_part, sentence) => {
    // A sentence that changed, or that the bundler left out, would be missed everywhere.
    expect(later.filter((file) => textOf(file).includes(sentence))).not.toEqual([]);
    expect(initial).not.toContain(sentence);
  });
});

describe("the page", () => {
  const [, policy = ""] = /Content-Security-Policy"? content="([^"]+)"/.exec(page) ?? [];

  it("may load itself and Office's script, and may send nothing", () => {
    expect(policy.split("; ")).toEqual([
      "default-src 'none'",
      expect.stringMatching(/^script-src 'self'( https:\/\/appsforoffice\.microsoft\.com)?$/),
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "worker-src 'self'",
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it("has no script within it, which the policy would not run", () => {
    expect(/<script(?![^>]*\bsrc=)/.exec(page)).toBeNull();
    expect(/\son[a-z]+=/.exec(page)).toBeNull();
  });

  it.each(own)("%s makes no code of text, which the policy would not run either", (chunk) => {
    expect(/\beval\(|\bnew Function\(/.exec(textOf(chunk))).toBeNull();
  });

  it("its first script is plain ES5, which Internet Explorer reads", () => {
    expect(textOf("floor.js")).toBe(readFileSync(join(root, "src/taskpane/floor.js"), "utf8"));
    expect(textOf("floor.js")).not.toMatch(/=>|\b(let|const|class|async)\b|`/);
  });
});

describe("Office's script for networks without internet", () => {
  it.each(officeFiles)("%s is in Microsoft's package", (file) => {
    expect(existsSync(join(root, "node_modules/@microsoft/office-js/dist", file))).toBe(true);
  });
});

describe("the workbench", () => {
  const folder = join(root, "dist/workbench");
  const start = readFileSync(join(folder, "index.html"), "utf8");
  const [, policy = ""] = /Content-Security-Policy"? content="([^"]+)"/.exec(start) ?? [];
  const loaded = [...start.matchAll(/<script\b[^>]*?\bsrc="?([^"\s>]+)/g)].map(([, src = ""]) => src);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  const keeper = readFileSync(join(folder, "service-worker.js"), "utf8");

  it("loads at most 300 KB, as servers send it, before it shows anything; neither the engine nor the grid", () => {
    const texts = loaded.map((src) => readFileSync(join(folder, src), "utf8"));
    const kilobytes = texts.reduce((sum, text) => sum + gzipSync(text).length, 0) / 1024;
    expect(kilobytes).toBeGreaterThan(100);
    expect(kilobytes).toBeLessThanOrEqual(300);
    for (const sentence of [...Object.values(parts), "univer"]) expect(texts.join("\n")).not.toContain(sentence);
  });

  it("names its own files as they lie beside it, so that it works in any folder", () => {
    const named = [...start.matchAll(/\b(?:src|href)="?([^"\s>]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !files.includes(name))).toEqual([]);
  });

  it("may load its own files alone, and may send nothing", () => {
    expect(policy.split("; ")).toEqual([
      "default-src 'none'",
      "script-src 'self' file:",
      "style-src 'self' file: 'unsafe-inline'",
      "img-src 'self' file: data: blob:",
      "font-src 'self' file: data:",
      "worker-src 'self' blob:",
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it("keeps every file that it is made of for when there is no network", () => {
    const [, list = "[]"] = /files\s*=\s*(\[[^\]]*\])/.exec(keeper) ?? [];
    const kept: unknown = JSON.parse(list);
    expect(kept).toEqual(files.filter((file) => file !== "service-worker.js" && !file.endsWith(".LICENSE.txt")).sort());
  });

  it.each(loaded)("%s makes no code of text", (file) => {
    expect(/\beval\(|\bnew Function\(/.exec(readFileSync(join(folder, file), "utf8"))).toBeNull();
  });
});
