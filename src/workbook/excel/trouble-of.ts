import { WorkbookTrouble, type TroubleKind } from "../workbook";

/** Codes of Office.js, each as what it means to the person before the workbook (law XL5). */
const kinds: ReadonlyMap<string, TroubleKind> = new Map<string, TroubleKind>([
  ["AccessDenied", "sheet-is-protected"],
  ["InvalidOperationInCellEditMode", "cell-is-being-edited"],
  ["RequestPayloadSizeLimitExceeded", "too-much-at-once"],
  ["ResponsePayloadSizeLimitExceeded", "too-much-at-once"],
  ["ItemNotFound", "item-is-gone"],
  ["InvalidReference", "item-is-gone"],
  ["Timeout", "no-answer"],
  ["ConnectionFailure", "no-answer"],
  ["HttpRequestError", "no-answer"],
  ["RequestAborted", "no-answer"],
  ["InvalidOrTimedOutSession", "no-answer"],
  ["HostIsBusy", "host-is-busy"],
  ["ActivityLimitReached", "host-is-busy"],
  ["ServiceNotAvailable", "host-is-busy"],
  ["Conflict", "host-is-busy"],
  ["ApiNotFound", "host-is-too-old"],
  ["ApiNotAvailable", "host-is-too-old"],
  ["NotImplemented", "host-is-too-old"],
  ["UnsupportedOperation", "host-is-too-old"],
  ["ReadOnly", "workbook-is-read-only"],
  ["FileReadOnly", "workbook-is-read-only"],
  ["EditModeReadOnly", "workbook-is-read-only"],
]);

/** What Office.js threw, as a trouble; `isUnsure` is for whoever looks at the workbook again to say. */
export function troubleOf(cause: unknown): WorkbookTrouble {
  if (cause instanceof WorkbookTrouble) return cause;
  const code = codeOf(cause);
  const message = cause instanceof Error ? cause.message : String(cause);
  const kind = kinds.get(code) ?? (/read.?only/i.test(message) ? "workbook-is-read-only" : "unknown");
  return new WorkbookTrouble(kind, { sheet: null, isUnsure: false, detail: `${code} ${message}`.trim() });
}

function codeOf(cause: unknown): string {
  return typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
}

/** The same trouble with what was found out since. */
export function retold(
  trouble: WorkbookTrouble,
  news: { readonly kind?: TroubleKind; readonly sheet?: string | null; readonly isUnsure?: boolean },
): WorkbookTrouble {
  const { kind = trouble.kind, sheet = trouble.about.sheet, isUnsure = trouble.about.isUnsure } = news;
  return new WorkbookTrouble(kind, { sheet, isUnsure, detail: trouble.about.detail });
}
