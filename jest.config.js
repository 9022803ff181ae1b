/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
  testTimeout: 60_000,
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  // Types are checked by `npm run check`; here they would only make every test wait.
  transform: { "\\.tsx?$": ["ts-jest", { useESM: true, diagnostics: false }] },
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/out/"],
};
