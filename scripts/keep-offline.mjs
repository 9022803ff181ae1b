import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import webpack from "webpack";

/**
 * A webpack plugin: writes the service worker with the list of everything that the page is made of, and a version that is
 * another whenever any of it is.
 */
export function keepOffline({ source, to }) {
  return {
    apply(compiler) {
      compiler.hooks.thisCompilation.tap("keep-offline", (compilation) => {
        const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
        compilation.hooks.processAssets.tap({ name: "keep-offline", stage }, (assets) => {
          const files = Object.keys(assets)
            .filter((file) => file !== to && !/\.(map|LICENSE\.txt)$/.test(file))
            .sort();
          const hash = createHash("sha256");
          for (const file of files) hash.update(file).update("\0").update(assets[file].buffer());
          const text = readFileSync(source, "utf8")
            .replace("self.__FILES__", JSON.stringify(files))
            .replace("self.__VERSION__", JSON.stringify(hash.digest("hex").slice(0, 16)));
          compilation.emitAsset(to, new webpack.sources.RawSource(text));
        });
        compilation.fileDependencies.add(source);
      });
    },
  };
}
