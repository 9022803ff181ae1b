import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

const page = "docs/benchmarks.md";

/** The machine that figures come from. */
export function machine() {
  const [first] = cpus();
  return `Measured on ${first?.model.trim() ?? "an unknown processor"}, ${cpus().length} cores, Node ${process.version}`;
}

/** Puts text between the marks of that name in the page of figures. */
export function putIntoPage(name, text) {
  const before = readFileSync(page, "utf8");
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [before.indexOf(open), before.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`${page} has no place for ${name}.`);
  writeFileSync(page, `${before.slice(0, start + open.length)}\n\n${text}\n\n${before.slice(end)}`);
}
