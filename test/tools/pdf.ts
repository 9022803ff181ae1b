import { spawnSync } from "node:child_process";

/** The text of each page of a PDF, as a reader can search and copy it; needs pdftotext of Poppler. */
export function pdfPages(pdf: Uint8Array): string[] {
  const program = process.env["PLAN_MONITOR_PDFTOTEXT"];
  if (program === undefined) throw new Error("PLAN_MONITOR_PDFTOTEXT is not set.");
  const { stdout, status } = spawnSync(program, ["-layout", "-", "-"], {
    input: pdf,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error("This PDF cannot be read.");
  return stdout.split("\f").slice(0, -1);
}

/** All its text in one line, without the breaks of lines, which are the paper's. */
export function pdfText(pdf: Uint8Array): string {
  return pdfPages(pdf).join(" ").replace(/\s+/g, " ").normalize("NFC");
}
