/** What made a file, as its own properties say it: the program and the version that package.json has. */
export const madeBy = "plan-monitor 0.1.0";
