import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildWhatChanged } from "./build.mjs";
import { installPackages } from "./packages.mjs";
import { run } from "./run.mjs";
import { serve, serveSomewhere } from "./serve.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, "dist/cli/plan-monitor.mjs");
const pane = join(root, "dist/taskpane");
const workbench = join(root, "dist/workbench");
const known = ["--no-serve", "--https"];
const periods = ["2022-H1", "2022-Y"];

process.exitCode = await main(process.argv.slice(2));

/** Installs and builds what is missing, consolidates the samples of each period, then serves the pane until it is stopped. */
async function main(options) {
  const unknown = options.filter((option) => !known.includes(option));
  if (unknown.length > 0) {
    console.error(`Không hiểu / not understood: ${unknown.join(" ")}. npm start [-- --no-serve | --https]`);
    return 2;
  }
  const prepared = (await installPackages(root)) || (await buildWhatChanged(root));
  if (prepared !== 0) return prepared;
  mkdirSync(join(root, "out"), { recursive: true });
  for (const period of periods) {
    const output = join("out", `tong-hop-${period}.xlsx`);
    const code = await node([program, "consolidate", join("samples", period), "-o", output, "--force"]);
    if (code !== 0) return code;
  }
  return options.includes("--no-serve") ? 0 : open(options.includes("--https"));
}

/** Leaves a server running, which keeps this program alive; gives the exit code. */
async function open(isSecure) {
  // Excel knows the pane's address; people begin at the workbench.
  const folder = { folder: pane, below: { workbench }, start: "workbench/", port: 3000 };
  try {
    // Excel looks at the address of manifest.xml and at no other; a browser goes wherever it is sent.
    const server = isSecure
      ? await serve({ ...folder, certificate: await secure() })
      : await serveSomewhere({ ...folder, certificate: undefined });
    tell(`${isSecure ? "https" : "http"}://localhost:${server.address().port}`, isSecure);
    return 0;
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw error;
    console.error("Cổng 3000 đang có chương trình khác dùng: đóng chương trình ấy rồi chạy lại.");
    console.error("Another program uses port 3000: close it and run this again.");
    return 1;
  }
}

/** Loaded only when wanted, and after the packages are there. */
async function secure() {
  const { certificates } = await import("./certificates.mjs");
  return certificates();
}

function tell(address, isSecure) {
  const summaries = periods.map((period) => join("out", `tong-hop-${period}.xlsx`)).join(", ");
  console.log(`
Biểu tổng hợp: ${summaries}
Bàn làm việc trên trình duyệt, không cần Excel: ${address}/workbench/. Dừng: Ctrl+C.
Bảng theo dõi trong Excel: ${address}/taskpane.html (mở trong Excel mới làm việc được với sổ tính).`);
  if (isSecure) console.log(`Trong Excel trên web: Phần bổ trợ, Tải phần bổ trợ của tôi lên, chọn ${manifest()}`);
  else console.log("Để mở trong Excel trên máy này: dừng, rồi npm run start:excel. Cách khác: docs/administrators.md.");
  console.log(`
Summaries: ${summaries}
The workbench in the browser, without Excel: ${address}/workbench/. To stop: Ctrl+C.
The pane in Excel: ${address}/taskpane.html (it works on a workbook only inside Excel).`);
  if (isSecure) console.log(`In Excel on the web: Add-ins, Upload My Add-in, choose ${manifest()}`);
  else
    console.log(
      "To open it in Excel on this machine: stop this, then npm run start:excel. Other ways: docs/administrators.md.",
    );
}

function manifest() {
  return join("dist", "taskpane", "manifest.xml");
}

function node(parameters) {
  return run(process.execPath, parameters, { cwd: root });
}
