/** Told on standard error when the program ends: its most memory in kilobytes, and its processor time in microseconds. */
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write(`resources ${maxRSS} ${userCPUTime + systemCPUTime}\n`);
});
