/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
  // Jest leaves one core idle; of two that is half the time.
  maxWorkers: "100%",
  // Ends what hangs, and nothing else: a slow machine takes five times as long as a quick one.
  testTimeout: 180_000,
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  // Types are checked by `npm run check`; here they would only make every test wait.
  transform: { "\\.tsx?$": ["ts-jest", { useESM: true, diagnostics: false }] },
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/out/"],
};
