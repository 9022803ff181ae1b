import { chmod } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import webpack from "webpack";
import { certificates } from "./scripts/certificates.mjs";
import { gridParts } from "./scripts/grid-parts.mjs";
import { keepOffline } from "./scripts/keep-offline.mjs";
import { pageAddress, withAddress } from "./scripts/page-address.mjs";
import { officeFiles, officeScript, policy, workbenchPolicy } from "./scripts/page-policy.mjs";

const root = import.meta.dirname;
const isLocalOffice = process.env.OFFICE_JS === "local";

/** Below these, floor.js says what is needed. Safari 16.4 is the first that knows lookbehind in patterns. */
const browsers = "browserslist:edge >= 109, safari >= 16.4";

const workerCode = resolve(root, "dist/workers");

/** Types are checked by `npm run check`; here they would only make every build wait. */
const typescript = { test: /\.tsx?$/, loader: "ts-loader", options: { transpileOnly: true } };

/**
 * Links are not followed: the numbers of modules are made of their paths below this folder, so that a build gives the same bytes
 * in any folder, also where node_modules is a link.
 */
const found = (alias = {}) => ({
  resolve: { extensions: [".ts", ".tsx", ".mjs", ".js"], symlinks: false, alias },
  resolveLoader: { symlinks: false },
});

/** All files are written, also those that are as before: whether a build is older than its sources is seen by their times. */
const anew = { clean: true, compareBeforeEmit: false };

/**
 * Short names are given in one order. Terser would give the letters that a script has most of first, and counts those of the
 * names of chunks too, which hang on the folder while it counts: two letters that are nearly as frequent changed places.
 */
const minimizeOptions = {
  javascript: {
    compress: { passes: 2 },
    mangle: {
      nth_identifier: {
        // It goes to another thread as text, and can name nothing around it.
        get(index) {
          const letters = "etnraoisclumdpfhgvbyxwkTSCDEPRIMANOFBLjqVHUWGYXKzZQJ$_";
          const more = `${letters}0123456789`;
          let name = letters[index % letters.length];
          for (let rest = Math.floor(index / letters.length); rest > 0; rest = Math.floor((rest - 1) / more.length)) {
            name += more[(rest - 1) % more.length];
          }
          return name;
        },
      },
    },
  },
};

/** webpack writes plain files; a command needs to be executable. */
const executable = (file) => ({
  apply(compiler) {
    compiler.hooks.afterEmit.tapPromise("executable", () => chmod(file, 0o755));
  },
});

/** The command line: one file that needs Node and nothing else. */
const cli = (mode) => ({
  name: "cli",
  mode,
  target: "node20",
  devtool: false,
  entry: resolve(root, "src/cli/main.ts"),
  output: {
    path: resolve(root, "dist/cli"),
    filename: "plan-monitor.mjs",
    module: true,
    chunkFormat: "module",
    ...anew,
  },
  experiments: { outputModule: true },
  ...found(),
  // Left alone, `import.meta.url` is where the bundle lies; webpack would write in where this machine keeps the source.
  module: { rules: [typescript], parser: { javascript: { importMeta: false } } },
  // Node reads all of it at each start, a sixth faster so. Names are kept: traces in bug reports have to be readable.
  optimization: {
    minimizeOptions: { javascript: { compress: true, mangle: false } },
    splitChunks: false,
    runtimeChunk: false,
  },
  performance: { hints: false },
  // fdir looks for an optional package at run time, and does without.
  ignoreWarnings: [{ module: /node_modules[\\/]fdir[\\/]/, message: /createRequire/ }],
  stats: "errors-warnings",
  plugins: [
    new webpack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true }),
    // hucre asks whether there is one, and Node would load its HTTP client to answer: 40 ms of a run of one second.
    new webpack.DefinePlugin({ "typeof Response": JSON.stringify("function") }),
    new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
    executable(resolve(root, "dist/cli/plan-monitor.mjs")),
  ],
});

/** The pane: a page, its scripts and icons, and the manifest by which Excel finds them; nothing else has to be served. */
const taskpane = (mode, isServing) => ({
  name: "taskpane",
  mode,
  target: browsers,
  devtool: mode === "production" ? false : "source-map",
  entry: { taskpane: resolve(root, "src/taskpane/main.ts") },
  output: {
    path: resolve(root, "dist/taskpane"),
    filename: "[name].[contenthash:8].js",
    chunkFilename: "[name].[contenthash:8].js",
    publicPath: "auto",
    ...anew,
  },
  ...found(),
  module: { rules: [typescript] },
  performance: { hints: false },
  // What belongs together stays in one file, by whose name it is known.
  optimization: { splitChunks: false, minimizeOptions },
  stats: "errors-warnings",
  plugins: [
    new HtmlPlugin({
      template: resolve(root, "src/taskpane/taskpane.html"),
      filename: "taskpane.html",
      templateParameters: { officeScript: officeScript(isLocalOffice), policy: policy({ isLocalOffice, isServing }) },
    }),
    new CopyPlugin({ patterns: [...pageFiles(mode), ...(isLocalOffice ? officeCopies() : [])] }),
  ],
});

/** The workers of the workbench, each one script that needs nothing beside it: the page carries them along as text. */
const workers = (mode) => ({
  name: "workers",
  mode,
  target: ["webworker", "es2022"],
  devtool: false,
  entry: { engine: resolve(root, "src/worker/worker.ts"), files: resolve(root, "src/worker/file-worker.ts") },
  output: { path: workerCode, filename: "[name].js", ...anew },
  ...found(),
  module: { rules: [typescript] },
  optimization: { splitChunks: false, runtimeChunk: false, minimizeOptions },
  performance: { hints: false },
  stats: "errors-warnings",
  plugins: [new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })],
});

const grid = gridParts();

/** The workbench: a folder that works from any web server, from a disk, and offline after it was served once. */
const workbench = (mode) => ({
  name: "workbench",
  dependencies: ["workers"],
  mode,
  target: browsers,
  devtool: mode === "production" ? false : "source-map",
  entry: { workbench: resolve(root, "src/workbench/main.tsx") },
  output: {
    path: resolve(root, "dist/workbench"),
    filename: "[name].[contenthash:8].js",
    chunkFilename: "[name].[contenthash:8].js",
    publicPath: "auto",
    ...anew,
  },
  ...found({ "worker-code": workerCode }),
  module: { rules: [typescript, { include: workerCode, type: "asset/source" }, ...grid.rules] },
  optimization: { minimizeOptions },
  performance: { hints: false },
  stats: "errors-warnings",
  plugins: [
    new HtmlPlugin({
      template: resolve(root, "src/workbench/workbench.html"),
      filename: "index.html",
      templateParameters: { policy: workbenchPolicy() },
    }),
    new CopyPlugin({
      patterns: [
        { from: resolve(root, "src/workbench/floor.js"), to: "floor.js", info: { minimized: true } },
        { from: resolve(root, "src/workbench/page.css"), to: "page.css" },
        { from: resolve(root, "assets/app-32.png"), to: "assets/[name][ext]" },
      ],
    }),
    keepOffline({ source: resolve(root, "src/workbench/service-worker.js"), to: "service-worker.js" }),
    ...grid.plugins,
  ],
});

function pageFiles(mode) {
  const address = pageAddress(process.env.PLAN_MONITOR_URL, mode);
  return [
    { from: resolve(root, "src/taskpane/floor.js"), to: "floor.js", info: { minimized: true } },
    { from: resolve(root, "src/taskpane/page.css"), to: "page.css" },
    { from: resolve(root, "assets/*.png"), to: "assets/[name][ext]" },
    {
      from: resolve(root, "manifest.xml"),
      to: "manifest.xml",
      transform: (bytes) => withAddress(bytes, address),
    },
  ];
}

/** Microsoft's script for pages that cannot reach its own servers: built anew each time, never kept here. */
function officeCopies() {
  const home = dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json"));
  return officeFiles.map((file) => ({
    from: resolve(home, "dist", file),
    to: `office-js/${file}`,
    info: { minimized: true },
  }));
}

async function devServer() {
  return {
    port: 3000,
    host: "localhost",
    server: { type: "https", options: await certificates() },
    static: false,
    // Office opens the page in a frame of its own, and looks at it from addresses of Microsoft's.
    headers: { "Access-Control-Allow-Origin": "*" },
    // The page is loaded anew at a change: its policy lets nothing be drawn over it.
    hot: false,
    client: { overlay: false },
  };
}

export default async (env, { mode = "production" }) => {
  const isServing = env.WEBPACK_SERVE === true;
  const page = taskpane(mode, isServing);
  return isServing ? { ...page, devServer: await devServer() } : [cli(mode), page, workers(mode), workbench(mode)];
};
