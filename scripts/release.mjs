import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build, buildWhatChanged } from "./build.mjs";
import { installPackages } from "./packages.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const usage = "npm run release -- --url https://… [--built]";

process.exitCode = await main(process.argv.slice(2));

/**
 * Builds everything anew and packs it into out/release, for the address at which the pane will be served. With `--built` what was
 * built before is packed, if it is of these sources.
 */
async function main(parameters) {
  const { url, built: isBuiltAlready } = optionsIn(parameters);
  if (url === undefined) {
    console.error(`Nêu địa chỉ nơi đặt phần bổ trợ / say where the add-in will be served: ${usage}`);
    return 2;
  }
  const installed = await installPackages(root);
  if (installed !== 0) return installed;
  // These need packages, which are there only now.
  const { pageAddress } = await import("./page-address.mjs");
  const { findTools } = await import("./tools.mjs");
  const { makeRelease } = await import("./make-release.mjs");
  const { commitOf } = await import("./commit.mjs");
  const address = addressOf(url, pageAddress);
  if (address === undefined) return 2;
  const { variables, missing } = await findTools(["PLAN_MONITOR_CHROMIUM"]);
  for (const { name, advice } of missing) console.error(`Missing: ${name}. To install it: ${advice}`);
  if (missing.length > 0) return 1;
  if (commitOf().isChanged) console.error("Có thay đổi chưa ghi vào git / there are uncommitted changes.");
  const built = isBuiltAlready ? await buildWhatChanged(root) : await build(root, { PLAN_MONITOR_URL: address });
  if (built !== 0) return built;
  const program = variables.PLAN_MONITOR_CHROMIUM;
  for (const path of await makeRelease(join(root, "out/release"), { address, program })) console.log(path);
  return 0;
}

function optionsIn(parameters) {
  try {
    const options = { url: { type: "string" }, built: { type: "boolean" } };
    const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true });
    // Where a shell keeps the two dashes for itself, npm takes --url for its own and hands on the address alone.
    return { url: positionals[0], ...values };
  } catch {
    return {};
  }
}

function addressOf(url, pageAddress) {
  try {
    return pageAddress(url, "production");
  } catch (error) {
    console.error(error.message);
    return undefined;
  }
}
