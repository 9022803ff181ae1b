import js from "@eslint/js";
import tseslint from "typescript-eslint";

const coreMessage = "The core is values in, values out: hand it what it needs.";

export default tseslint.config(
  { ignores: ["node_modules/", "dist/", "out/", "coverage/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    files: ["**/*.js", "**/*.mjs"],
    languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly" } },
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/dot-notation": ["error", { allowIndexSignaturePropertyAccess: true }],
      "@typescript-eslint/max-params": ["error", { max: 3 }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      complexity: ["error", { max: 20, variant: "modified" }],
      eqeqeq: "error",
      "max-depth": ["error", 4],
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportAllDeclaration", message: "No barrels: import from the file that has it." },
        { selector: "TSEnumDeclaration", message: "A union of plain words is enough." },
      ],
      "no-param-reassign": "error",
      "object-shorthand": "error",
      "prefer-template": "error",
    },
  },
  {
    files: ["src/core/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...["Date", "Intl", "console", "process", "performance", "globalThis", "setTimeout", "crypto"].map((name) => ({
          name,
          message: coreMessage,
        })),
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: coreMessage },
        ...["toLocaleString", "toLocaleLowerCase", "toLocaleUpperCase", "localeCompare"].map((property) => ({
          property,
          message: "What it gives hangs on the machine it runs on.",
        })),
      ],
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^(?!\\.{1,2}/|zod(/|$)|@noble/hashes/|fraction\\.js$)",
              message: "The core stands on zod, fraction.js and @noble/hashes alone.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["test/**/*.ts", "test/**/*.tsx"],
    rules: {
      "max-lines": "off",
    },
  },
);
