import { X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "out/certificates");
const authority = join(folder, "ca.crt");
const certificate = join(folder, "localhost.crt");
const key = join(folder, "localhost.key");

/**
 * What an https server on this machine needs, made by Microsoft's tool for add-ins. On Windows and Mac the tool has its
 * authority trusted, for which the system asks once; on Linux that would want sudo, and the browser asks instead.
 */
export async function certificates() {
  // Loaded when wanted: a build needs none of it.
  const { default: tool } = await import("office-addin-dev-certs");
  if (process.platform !== "linux") return tool.getHttpsServerOptions();
  if (!isGood()) {
    // The tool keeps what it finds, even when it is no longer valid.
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await tool.generateCertificates(authority, certificate, key);
  }
  return { ca: readFileSync(authority), cert: readFileSync(certificate), key: readFileSync(key) };
}

function isGood() {
  if (![authority, certificate, key].every((file) => existsSync(file))) return false;
  return new Date(new X509Certificate(readFileSync(certificate)).validTo) > new Date();
}
