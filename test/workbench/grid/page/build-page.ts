import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import webpack from "webpack";
import { gridParts } from "../../../../scripts/grid-parts.mjs";

/** The policy that the workbench's page has: nothing is loaded from elsewhere, and nothing can be sent. */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data: blob:; font-src data:; connect-src 'none'; worker-src blob:";

const page = `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Sheet</title><style>html,body{margin:0;height:100%}body{display:flex;flex-direction:column}#sheet{flex:1;min-height:0}</style></head>
<body><button id="before">Trước</button><div id="sheet"></div><button id="after">Sau</button>
<script src="page.js"></script></body></html>`;

/** A page with the grid alone, in a folder of its own. */
export async function buildPage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "grid-page-"));
  const { rules, plugins } = gridParts();
  const stats = await new Promise<webpack.Stats | undefined>((done, fail) => {
    webpack(
      {
        mode: "production",
        devtool: false,
        target: "web",
        entry: { page: resolve("test/workbench/grid/page/page.ts") },
        output: { path: folder, filename: "[name].js", publicPath: "auto" },
        resolve: { extensions: [".ts", ".tsx", ".mjs", ".js"] },
        module: { rules: [{ test: /\.tsx?$/, loader: "ts-loader", options: { transpileOnly: true } }, ...rules] },
        optimization: { minimize: false },
        performance: { hints: false },
        plugins,
      },
      (fault, result) => (fault ? fail(fault) : done(result)),
    );
  });
  if (stats?.hasErrors()) throw new Error(stats.toString("errors-only"));
  writeFileSync(join(folder, "index.html"), page);
  return folder;
}
