import webpack from "webpack";

/** Univer's rules are put into a style element as text, so that the page needs no file beside its scripts. */
const styles = { test: /@univerjs[\\/].*\.css$/, type: "asset/source" };

/** Patterns by which words of some seventy languages are parted at line ends; cells part no words. */
const noHyphens = () =>
  new webpack.NormalModuleReplacementPlugin(/^\.\/[a-z][-\da-z]*-[-\w]{8}\.js$/, (module) => {
    if (/@univerjs[\\/]engine-render[\\/]lib[\\/]es$/.test(module.context))
      module.request = "data:text/javascript,export default null";
  });

/** What a webpack configuration needs whose page holds the grid. */
export function gridParts() {
  return { rules: [styles], plugins: [noHyphens()] };
}
