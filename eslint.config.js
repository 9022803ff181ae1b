import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const coreMessage = "The core is values in, values out: hand it what it needs.";

/** What an Excel add-in may not call: the first three throw in it, the others show an official what is not for them. */
const silentNames = ["alert", "confirm", "prompt", "console"];
const hostNames = ["Office", "Excel", "OfficeExtension"];
const pageNames = ["window", "document", "localStorage", "sessionStorage", "navigator", "location", "fetch"];

function forbidden(names, message) {
  return names.map((name) => ({ name, message }));
}

const silent = forbidden(silentNames, "Say it in the pane, with a phrase of src/words.");
const ofHost = forbidden(
  hostNames,
  "Excel is behind the port src/workbook/workbook.ts; src/workbook/excel speaks to it.",
);
const ofPage = forbidden(pageNames, "A component is given what it needs; main.ts knows the page.");

export default tseslint.config(
  { ignores: ["node_modules/", "dist/", "out/", "coverage/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    files: ["**/*.js", "**/*.mjs"],
    languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly" } },
  },
  {
    // Copied as it stands, for Internet Explorer 11 too.
    files: ["src/taskpane/floor.js", "src/workbench/floor.js"],
    languageOptions: {
      ecmaVersion: 5,
      sourceType: "script",
      globals: { document: "readonly", Office: "readonly", Worker: "readonly", structuredClone: "readonly" },
    },
    rules: { "no-unused-vars": ["error", { caughtErrors: "none" }] },
  },
  {
    files: ["src/workbench/service-worker.js"],
    languageOptions: { globals: { self: "readonly", caches: "readonly", Request: "readonly", fetch: "readonly" } },
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
    files: ["src/**/*.ts", "src/**/*.tsx"],
    ignores: ["src/core/**", "src/cli/**", "src/workbook/excel/**", "src/taskpane/**"],
    rules: { "no-restricted-globals": ["error", ...silent, ...ofHost] },
  },
  {
    files: ["src/workbook/excel/**/*.ts"],
    rules: { "no-restricted-globals": ["error", ...silent] },
  },
  {
    files: ["**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ["src/taskpane/**/*.ts", "src/taskpane/**/*.tsx"],
    rules: { "no-restricted-globals": ["error", ...silent, ...ofHost, ...ofPage] },
  },
  {
    // The shell of the pane: it waits for Office and finds what the page has.
    files: ["src/taskpane/main.ts"],
    rules: { "no-restricted-globals": ["error", ...silent] },
  },
  {
    files: ["test/**/*.ts", "test/**/*.tsx"],
    rules: {
      "max-lines": "off",
    },
  },
);
