import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { versionOf } from "./api-sets";
import type { ExcelHost } from "./host";

/** Microsoft's client before the host, in Node. */
export interface OpenExcel {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** Takes the globals away again. */
  readonly close: () => void;
}

interface Client {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension & ClientInternals;
}

/** What the client offers to tests of its own, and to hosts of its own. */
interface ClientInternals {
  readonly SessionBase: { new (): object; _overrideSession?: object | undefined };
  readonly _testSetRichApiMessageReadyImpl: (ready: () => Promise<void>) => void;
  readonly _testTriggerRichApiMessageEvent: (message: { readonly entries: readonly unknown[] }) => void;
}

let loaded: Client | null = null;

/**
 * Sets `Excel`, `OfficeExtension` and `Office` as globals, as a page has them, so that `Excel.run` speaks with the host.
 * One host at a time: opening another closes the one before.
 */
export function openExcel(host: ExcelHost): OpenExcel {
  loaded ??= loadClient();
  const { OfficeExtension: extension } = loaded;
  const office = officeFor(host);
  Object.assign(globalThis, { Excel: loaded.Excel, OfficeExtension: extension, Office: office });
  extension.SessionBase._overrideSession = Object.assign(new extension.SessionBase(), {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve({ url: "https://excel.invalid/", headers: {} }),
    _createRequestExecutorOrNull: () => ({ executeAsync: (...sent: unknown[]) => executed(host, sent[2]) }),
    getEventRegistration: () => null,
  });
  extension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  const stop = host.onEvents((entries) => extension._testTriggerRichApiMessageEvent({ entries }));
  return {
    Excel: loaded.Excel,
    OfficeExtension: extension,
    close: () => {
      stop();
      extension.SessionBase._overrideSession = undefined;
      for (const name of ["Excel", "OfficeExtension", "Office"]) Reflect.deleteProperty(globalThis, name);
    },
  };
}

async function executed(host: ExcelHost, message: unknown): Promise<object> {
  const body = typeof message === "object" && message !== null && "Body" in message ? message.Body : null;
  const answer = await host.answer(JSON.stringify(body));
  switch (answer.kind) {
    case "silence":
      return new Promise(() => undefined);
    case "error": {
      const { code, status, message: text } = answer.error;
      return { HttpStatusCode: status, ErrorCode: code, ErrorMessage: text, Headers: null, Body: null };
    }
    case "body": {
      // Read from its text, so that nothing of the host's own is shared.
      const parsed: unknown = JSON.parse(answer.text);
      return { HttpStatusCode: 200, ErrorCode: "", ErrorMessage: "", Headers: {}, Body: parsed };
    }
  }
}

function officeFor(host: ExcelHost): object {
  return {
    HostType: { Excel: "Excel" },
    PlatformType: { PC: "PC" },
    onReady: (callback?: (info: object) => void) => {
      const info = { host: "Excel", platform: "PC" };
      callback?.(info);
      return Promise.resolve(info);
    },
    actions: { associate: () => undefined },
    context: {
      platform: "PC",
      host: "Excel",
      displayLanguage: "vi-VN",
      contentLanguage: "vi-VN",
      officeTheme: { bodyBackgroundColor: "#FFFFFF", bodyForegroundColor: "#000000" },
      requirements: {
        isSetSupported: (name: string, version = "1.1") =>
          name.toLowerCase() === "excelapi" && versionOf(version) <= versionOf(host.apiVersion),
      },
    },
  };
}

/**
 * Runs the script in this realm (it tells plain objects by their prototype) and as a page's script, since its parts find
 * each other by globals. What a page has and Node has not is put beside it, as little as will do.
 */
function loadClient(): Client {
  const require = createRequire(join(process.cwd(), "package.json"));
  const script = readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js"), "utf8");
  const storage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  const page: Record<string, unknown> = {
    window: globalThis,
    document: {
      getElementsByTagName: () => [],
      getElementById: () => null,
      createElement: () => ({}),
      addEventListener: () => undefined,
      cookie: "",
      URL: "",
      referrer: "",
    },
    location: { href: "https://pane.invalid/", protocol: "https:", host: "pane.invalid", search: "", hash: "" },
    navigator: { userAgent: "node", platform: "node" },
    localStorage: storage,
    sessionStorage: storage,
    addEventListener: () => undefined,
  };
  const added = Object.keys(page).filter((name) => !(name in globalThis));
  for (const name of added) {
    Object.defineProperty(globalThis, name, { value: page[name], configurable: true, writable: true });
  }
  const evaluate = eval;
  evaluate(script);
  const { Excel: excel, OfficeExtension: extension } = globalThis as unknown as Client;
  return { Excel: excel, OfficeExtension: extension };
}
