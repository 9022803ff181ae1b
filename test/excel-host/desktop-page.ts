import type { EventEntry } from "./events";

/** What the page's side of the desktop contract is told before office.js loads. */
export interface DesktopPage {
  readonly locale: string;
  /** `GetSupportedMatrix`: versions are texts, as 1.10 is not 1.1. */
  readonly requirementSets: string;
  readonly theme: string;
  readonly documentUrl: string;
  readonly documentSettings: readonly (readonly [string, string])[];
}

/** What the host gives the page, and the page the host. */
export interface DesktopBridge {
  answerExcel: (requestText: string) => Promise<PageAnswer>;
  keepOfficeSettings: (settings: readonly (readonly [string, string])[]) => Promise<void>;
  tellExcelEvents?: (entries: readonly EventEntry[]) => void;
}

/** A text that is the response's body, a number that is an Office error, or null: nothing ever comes back. */
export type PageAnswer = string | number | null;

/**
 * Runs within the page before any script of its own, and so may use nothing from outside: it is what Excel for Windows
 * puts at `window.external` for office.js to speak with.
 */
export function installDesktop({ locale, requirementSets, theme, documentUrl, documentSettings }: DesktopPage): void {
  const bridge = globalThis as unknown as DesktopBridge;
  let settings = [...documentSettings];
  const executeRichApi = 93;
  const richApiMessage = 33;
  const succeeded = 0;
  const internalError = 5001;
  // The client knows what comes from Excel's COM side by its `toArray`.
  const safeArray = (values: readonly unknown[]) => ({ toArray: () => values });
  type EventHandler = (id: number, payload: unknown) => void;
  const eventHandlers = new Map<number, EventHandler>();
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => "1",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 0,
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => locale,
    GetDocUrl: () => documentUrl,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "00000000-0000-0000-0000-000000000000",
    GetInstanceId: () => "1",
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => true,
    GetSupportedMatrix: () => requirementSets,
    GetHostCustomMessage: () => "",
    GetHostFullVersion: () => "16.0.14332.20000",
    GetDialogRequirementMatrix: () => "{}",
    GetFeaturesForSolution: () => "{}",
    GetInitialDisplayMode: () => 0,
    GetOfficeThemeInfo: () => theme,
    GetSettings: () => ({
      Read: (keys: string[], values: string[]) => {
        for (const [key, value] of settings) {
          keys.push(key);
          values.push(value);
        }
      },
      Write: (keys: readonly string[], values: readonly string[]) => {
        settings = keys.map((key, index) => [key, values[index] ?? ""]);
        void bridge.keepOfficeSettings(settings);
      },
    }),
  };
  const external = {
    GetHostInfo: () => `Excel$Win32$16.01$${locale}$telemetry$$disableLogging$0`,
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    Execute: (id: number, parameters: unknown, callback: (response: unknown) => void) => {
      if (id !== executeRichApi || !Array.isArray(parameters) || !Array.isArray(parameters[0])) {
        callback(internalError);
        return;
      }
      const [, , , , requestText] = parameters[0] as unknown[];
      void bridge.answerExcel(String(requestText)).then(
        (answer) => {
          if (answer === null) return;
          callback(typeof answer === "number" ? answer : safeArray([succeeded, 200, safeArray([]), answer]));
        },
        () => callback(internalError),
      );
    },
    // The number, the target, what is to be called with events, and what is to be called now.
    RegisterEvent: (...[id, , handler, callback]: [number, string, EventHandler, (status: number) => void]) => {
      eventHandlers.set(id, handler);
      callback(succeeded);
    },
    UnregisterEvent: (id: number, _target: string, callback: (status: number) => void) => {
      eventHandlers.delete(id);
      callback(succeeded);
    },
  };
  Object.defineProperty(globalThis, "external", { value: external, configurable: true });
  bridge.tellExcelEvents = (entries) => {
    const told = entries.map(({ messageCategory, messageType, targetId, message }) =>
      safeArray([messageCategory, messageType, targetId, message, 0, false]),
    );
    eventHandlers.get(richApiMessage)?.(richApiMessage, safeArray(told));
  };
}
