import { chmod } from "node:fs/promises";
import { resolve } from "node:path";
import webpack from "webpack";

const root = import.meta.dirname;

/** Types are checked by `npm run check`; here they would only make every build wait. */
const typescript = { test: /\.tsx?$/, loader: "ts-loader", options: { transpileOnly: true } };

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
    clean: true,
  },
  experiments: { outputModule: true },
  resolve: { extensions: [".ts", ".tsx", ".mjs", ".js"] },
  // Left alone, `import.meta.url` is where the bundle lies; webpack would write in where this machine keeps the source.
  module: { rules: [typescript], parser: { javascript: { importMeta: false } } },
  // Readable traces in bug reports are worth more here than a smaller file.
  optimization: { minimize: false, splitChunks: false, runtimeChunk: false },
  performance: { hints: false },
  // fdir looks for an optional package at run time, and does without.
  ignoreWarnings: [{ module: /node_modules[\\/]fdir[\\/]/, message: /createRequire/ }],
  stats: "errors-warnings",
  plugins: [
    new webpack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true }),
    new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
    executable(resolve(root, "dist/cli/plan-monitor.mjs")),
  ],
});

export default (_env, { mode = "production" }) => [cli(mode)];
