import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request, type IncomingMessage } from "node:http";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { serve, serveSomewhere } from "../scripts/serve.mjs";

const around = mkdtempSync(join(tmpdir(), "plan-monitor-serve-"));
const folder = join(around, "taskpane");
let server: Server;
let port = 0;

beforeAll(async () => {
  mkdirSync(join(folder, "assets"), { recursive: true });
  mkdirSync(join(around, "taskpane-of-others"));
  const files = {
    "taskpane/taskpane.html": "<p>bảng</p>",
    "taskpane/taskpane.0a1b2c3d.js": "1",
    "taskpane/assets/app-32.png": "png",
    "taskpane/manifest.xml": "<a/>",
    "taskpane/Biểu xã.xlsx": "zip",
    "secret.txt": "secret",
    "taskpane-of-others/secret.txt": "secret",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(around, name), text);
  server = await serve({ folder, port: 0, start: "taskpane.html", certificate: undefined });
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => {
  server.close();
  rmSync(around, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** As it stands: `fetch` would put the path in order before it is sent. */
function ask(path: string, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: "localhost", port, path, method, agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => (body += part));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    })
      .on("error", reject)
      .end();
  });
}

describe("a page in a folder of its own", () => {
  it("is what people come to, and is served from where it was built", async () => {
    const home = join(around, "workbench");
    mkdirSync(home);
    writeFileSync(join(home, "index.html"), "<p>bàn</p>");
    writeFileSync(join(home, "service-worker.js"), "1");
    const both = await serve({
      folder,
      below: { workbench: home },
      port: 0,
      start: "workbench/",
      certificate: undefined,
    });
    const { port: other } = both.address() as AddressInfo;
    const get = (path: string): Promise<Response> => fetch(`http://localhost:${other}${path}`);
    const first = await get("/");
    expect([first.url, await first.text()]).toEqual([`http://localhost:${other}/workbench/`, "<p>bàn</p>"]);
    expect(await (await get("/taskpane.html")).text()).toBe("<p>bảng</p>");
    expect((await get("/workbench/nothing.html")).status).toBe(404);
    expect((await get("/workbench/..%2Fsecret.txt")).status).toBe(404);
    const keeper = await get("/workbench/service-worker.js");
    expect(keeper.headers.get("content-security-policy")).toBe(
      "default-src 'none'; script-src 'self'; connect-src 'self'",
    );
    both.close();
  });
});

describe("the server of npm start", () => {
  it.each([
    ["/", "<p>bảng</p>", "text/html; charset=utf-8", "no-cache"],
    ["/taskpane.html?_host_Info=Excel$Win32", "<p>bảng</p>", "text/html; charset=utf-8", "no-cache"],
    ["/taskpane.0a1b2c3d.js", "1", "text/javascript; charset=utf-8", "max-age=31536000, immutable"],
    ["/assets/app-32.png", "png", "image/png", "max-age=3600"],
    ["/manifest.xml", "<a/>", "application/xml; charset=utf-8", "no-cache"],
    [
      `/${encodeURIComponent("Biểu xã.xlsx")}`,
      "zip",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "no-cache",
    ],
  ])("%s", async (path, body, ...headers) => {
    const [type, keeping] = headers;
    const answer = await ask(path);
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.headers).toMatchObject({
      "content-type": type,
      "cache-control": keeping,
      "x-content-type-options": "nosniff",
    });
  });

  it("scripts bring the policy that a worker goes by", async () => {
    const { headers } = await ask("/taskpane.0a1b2c3d.js");
    expect(headers["content-security-policy"]).toBe("default-src 'none'; script-src 'self'");
    expect((await ask("/taskpane.html")).headers["content-security-policy"]).toBeUndefined();
  });

  it.each([
    ["/nothing.html", 404],
    ["/assets", 404],
    ["/../secret.txt", 404],
    ["/assets/../../secret.txt", 404],
    ["/%2e%2e/secret.txt", 404],
    ["/..%2fsecret.txt", 404],
    ["/..%5csecret.txt", 404],
    ["/../taskpane-of-others/secret.txt", 404],
    ["//secret.txt", 404],
    ["/taskpane.html%00.png", 400],
    ["/%E0%A4%A", 400],
    ["secret.txt", 400],
  ])("%s: %d", async (path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain("secret");
  });

  it("only gives: nothing can be sent to it", async () => {
    expect(await ask("/taskpane.html", "POST")).toMatchObject({ status: 405 });
    expect(await ask("/taskpane.html", "HEAD")).toMatchObject({ status: 200, body: "" });
  });

  it("listens to this machine alone", () => {
    expect(["127.0.0.1", "::1"]).toContain((server.address() as AddressInfo).address);
  });

  it("says so where another program has the port, or takes the next", async () => {
    await expect(serve({ folder, port, start: "taskpane.html", certificate: undefined })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
    const second = await serveSomewhere({ folder, port, start: "taskpane.html", certificate: undefined });
    expect((second.address() as AddressInfo).port).toBeGreaterThan(port);
    second.close();
  });
});
