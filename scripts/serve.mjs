import { createReadStream, statSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { basename, extname, isAbsolute, join, relative } from "node:path";

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xml": "application/xml; charset=utf-8",
};

/**
 * Serves the files of a folder to this machine alone, with other folders under their names below it, and gives the server, which listens. `start` is what "/" gives: a file, or (with a slash at its end) the folder to go to. With a certificate it speaks
 * https. Rejects with EADDRINUSE where another program has the port.
 *
 * @returns {Promise<import("node:net").Server>}
 */
export function serve({ folder, below = {}, port, certificate, start }) {
  const answer = (request, response) => send({ request, response, file: fileFor(request, { folder, below, start }) });
  const server = certificate === undefined ? createHttpServer(answer) : createHttpsServer(certificate, answer);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", () => resolve(server));
  });
}

/** As `serve`, on the first of ten ports that is free. */
export async function serveSomewhere(options) {
  const last = options.port + 9;
  for (let port = options.port; ; port += 1) {
    try {
      return await serve({ ...options, port });
    } catch (error) {
      if (error.code !== "EADDRINUSE" || port === last) throw error;
    }
  }
}

/** The file; a number where there is none to send, the status that says why; or another address to go to. */
function fileFor({ method, url }, { folder, below, start }) {
  if (method !== "GET" && method !== "HEAD") return 405;
  const path = pathIn(url);
  if (path === undefined) return 400;
  // A page in a folder of its own finds its files only from there.
  if (path === "/" && start.endsWith("/")) return { goTo: `/${start}` };
  const [, first = "", rest = ""] = /^\/([^/]+)\/(.*)$/.exec(path) ?? [];
  const home = Object.hasOwn(below, first) ? below[first] : folder;
  const name = home === folder ? (path === "/" ? start : path) : rest;
  const file = join(home, name, path.endsWith("/") && path !== "/" ? "index.html" : "");
  const inside = relative(home, file);
  // What leads out of the folder is answered as what is not there: nobody learns what else this machine has.
  if (inside.startsWith("..") || isAbsolute(inside)) return 404;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : 404;
}

function pathIn(url) {
  try {
    const path = decodeURIComponent(url.split("?")[0]);
    return path.startsWith("/") && !path.includes("\0") ? path : undefined;
  } catch {
    return undefined;
  }
}

function send({ request, response, file }) {
  if (typeof file === "object") {
    response.writeHead(302, { Location: file.goTo, ...safety }).end();
    return;
  }
  if (typeof file === "number") {
    response.writeHead(file, { "Content-Type": types[".txt"], ...safety }).end(`${file}\n`);
    return;
  }
  response.writeHead(200, {
    "Content-Type": types[extname(file)] ?? "application/octet-stream",
    "Content-Length": statSync(file).size,
    "Cache-Control": keepingOf(file),
    ...(extname(file) === ".js" && { "Content-Security-Policy": workerPolicy(file) }),
    ...safety,
  });
  if (request.method === "HEAD") response.end();
  else
    createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response);
}

/**
 * A worker goes by the policy of its own answer, not by the page's: it may load its parts and send nothing. The service
 * worker fetches the files that it keeps.
 */
function workerPolicy(file) {
  const isKeeper = basename(file) === "service-worker.js";
  return `default-src 'none'; script-src 'self'${isKeeper ? "; connect-src 'self'" : ""}`;
}

const safety = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" };

function keepingOf(file) {
  // A name with a hash is another name when the content changes.
  if (/\.[0-9a-f]{8}\.js$/.test(file)) return "max-age=31536000, immutable";
  // Excel shows no icon that it may not keep.
  return extname(file) === ".png" ? "max-age=3600" : "no-cache";
}
