import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The licences of all packages that what is built can hold, as one text, since most of them ask to go along with every copy:
 * each licence once, under the packages that are given under it.
 */
export function licencesText() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const holders = new Map();
  for (const [path, { dev, optional, devOptional, link }] of Object.entries(packages)) {
    if (!path.startsWith("node_modules/") || dev || optional || devOptional || link) continue;
    const { name, version, license } = JSON.parse(readFileSync(join(root, path, "package.json"), "utf8"));
    const text = licenceIn(join(root, path)) ?? `(${license})`;
    holders.set(text, [...(holders.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  return [...holders].map(([text, names]) => `${names.sort().join("\n")}\n\n${text}\n`).join(`\n${"─".repeat(72)}\n\n`);
}

function licenceIn(folder) {
  const name = readdirSync(folder)
    .sort()
    .find((file) => /^(?:licen[cs]e|copying)/i.test(file));
  return name && readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n").trim();
}
