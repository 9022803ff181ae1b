import { spawn } from "node:child_process";

/** Runs a script in a Node of its own: JSON goes in, JSON comes out. Rejects with what it complained of where it fails. */
export function runScript(script: string, given: unknown, { cwd = process.cwd() } = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { cwd, stdio: ["pipe", "pipe", "pipe"] });
    const [said, faults]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (piece: Buffer) => said.push(piece));
    child.stderr.on("data", (piece: Buffer) => faults.push(piece));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(said).toString("utf8")));
      else reject(new Error(`${script} ended with ${code}: ${Buffer.concat(faults).toString("utf8").slice(0, 2000)}`));
    });
    child.stdin.end(JSON.stringify(given));
  });
}
