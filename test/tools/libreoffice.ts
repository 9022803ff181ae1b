import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const secondsToStart = 60;
const secondsForEachFile = 10;

/**
 * Opens the workbooks (paths or bytes) in one hidden LibreOffice and gives them back as .xlsx bytes, in the same order.
 * Every formula is computed again unless `trustStored`, which shows what a person's LibreOffice would show on opening.
 */
export function recalculate(
  files: readonly (string | Uint8Array)[],
  { trustStored }: { readonly trustStored: boolean },
): Promise<Uint8Array[]> {
  return convert(files, { ...toXlsx, trustStored });
}

/** The workbooks (paths or bytes) as they print: PDF bytes in the same order, formulas computed again. */
export function toPdf(files: readonly (string | Uint8Array)[]): Promise<Uint8Array[]> {
  return convert(files, { extension: "pdf", filter: "pdf:calc_pdf_Export", trustStored: false });
}

/** Letters (.docx, paths or bytes) as they print: PDF bytes in the same order. */
export function lettersToPdf(files: readonly (string | Uint8Array)[]): Promise<Uint8Array[]> {
  return convert(files, { from: "docx", extension: "pdf", filter: "pdf:writer_pdf_Export", trustStored: false });
}

/** Workbooks written as flat ODS (their texts) as LibreOffice saves them: .xlsx bytes in the same order. */
export function fromFlat(texts: readonly string[]): Promise<Uint8Array[]> {
  const files = texts.map((text) => new TextEncoder().encode(text));
  return convert(files, { ...toXlsx, from: "fods", trustStored: false });
}

/** What letters (.docx bytes) say as LibreOffice reads them, in the same order. */
export async function toText(files: readonly Uint8Array[]): Promise<string[]> {
  const texts = await convert(files, {
    from: "docx",
    extension: "txt",
    filter: "txt:Text (encoded):UTF8",
    trustStored: true,
  });
  return texts.map((bytes) => new TextDecoder().decode(bytes));
}

const toXlsx = { extension: "xlsx", filter: "xlsx:Calc MS Excel 2007 XML" } as const;

interface Conversion {
  readonly from?: "fods" | "docx";
  readonly extension: "xlsx" | "pdf" | "txt";
  readonly filter: string;
  readonly trustStored: boolean;
}

async function convert(files: readonly (string | Uint8Array)[], conversion: Conversion): Promise<Uint8Array[]> {
  if (files.length === 0) return [];
  const room = await mkdtemp(join(tmpdir(), "plan-monitor-libreoffice-"));
  try {
    const inputs = await Promise.all(
      files.map(async (file, index) => {
        const path = join(room, `${index}.${conversion.from ?? "xlsx"}`);
        await writeFile(path, typeof file === "string" ? await readFile(file) : file);
        return path;
      }),
    );
    const profile = await makeProfile(room, conversion.trustStored);
    const outputs = join(room, "out");
    await run(
      [`-env:UserInstallation=${pathToFileURL(profile).href}`, "--headless", "--norestore", "--nolockcheck"].concat(
        ["--convert-to", conversion.filter, "--outdir", outputs],
        inputs,
      ),
      (secondsToStart + secondsForEachFile * files.length) * 1000,
    );
    return await Promise.all(
      files.map(async (_, index) => new Uint8Array(await readFile(join(outputs, `${index}.${conversion.extension}`)))),
    );
  } finally {
    await rm(room, { recursive: true, force: true });
  }
}

/** Without this setting LibreOffice keeps the values it finds stored, and a test of formulas would prove nothing. */
async function makeProfile(room: string, trustStored: boolean): Promise<string> {
  const profile = join(room, "profile");
  await mkdir(join(profile, "user"), { recursive: true });
  await writeFile(
    join(profile, "user", "registrymodifications.xcu"),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${
      trustStored ? 1 : 0
    }</value></prop></item>
</oor:items>
`,
  );
  return profile;
}

function run(parameters: readonly string[], milliseconds: number): Promise<void> {
  const program = process.env["PLAN_MONITOR_SOFFICE"] ?? "soffice";
  return new Promise((resolve, reject) => {
    // A group of its own, since `soffice` is a script: stopping the script alone would leave the office running.
    const office = spawn(program, [...parameters], { detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const said: string[] = [];
    office.stdout.on("data", (text) => said.push(String(text)));
    office.stderr.on("data", (text) => said.push(String(text)));
    const timer = setTimeout(() => {
      if (office.pid !== undefined) process.kill(-office.pid, "SIGKILL");
      reject(new Error(`LibreOffice took longer than ${milliseconds / 1000} s: ${said.join("")}`));
    }, milliseconds);
    office.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    office.on("close", (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`LibreOffice ended with ${code}: ${said.join("")}`));
    });
  });
}
