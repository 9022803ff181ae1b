import { accessDenied, HostError, itemNotFound } from "./host-error";
import { actionTypes, type Action } from "./messages";

/** What can go wrong at one sync, as a test orders it. */
export type Fault =
  /** Some sheet turns out protected: the first action that writes is refused. */
  | { readonly kind: "protected-sheet" }
  /** The workbook turns out read-only: the first action that writes is refused. */
  | { readonly kind: "read-only" }
  /** A cell is being typed into: the whole request is refused. */
  | { readonly kind: "cell-being-edited" }
  | { readonly kind: "payload-too-large"; readonly of: "request" | "response" }
  /** The answer never was heard; the request was carried out, or it was not. */
  | { readonly kind: "timeout"; readonly isApplied: boolean; readonly isSilent?: boolean }
  /** Something is gone that the first action asks for. */
  | { readonly kind: "item-gone" }
  | { readonly kind: "host-busy" }
  /** Everything before the action stays done. */
  | { readonly kind: "fails-at-action"; readonly action: number; readonly code?: string };

/** An error of the host as a whole: `officeCode` is the number that the desktop client is told. */
export interface WholeError {
  readonly officeCode: number;
  readonly code: string;
  readonly status: number;
  readonly message: string;
}

const editing: WholeError = {
  officeCode: 5004,
  code: "InvalidOperationInCellEditMode",
  status: 400,
  message:
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell.",
};
const requestTooLarge: WholeError = {
  officeCode: 5103,
  code: "RequestPayloadSizeLimitExceeded",
  status: 400,
  message: "The request payload size has exceeded the limit.",
};
export const responseTooLarge: WholeError = {
  officeCode: 5104,
  code: "ResponsePayloadSizeLimitExceeded",
  status: 400,
  message: "The response payload size has exceeded the limit.",
};
const timedOut: WholeError = {
  officeCode: 5012,
  code: "InvalidOrTimedOutSession",
  status: 408,
  message: "Your Office Online session has expired or is invalid.",
};
const busy: WholeError = {
  officeCode: 5102,
  code: "ActivityLimitReached",
  status: 429,
  message: "Activity limit has been reached.",
};

/** The error that stands in place of any answer, if the fault is of that kind. */
export function wholeError(fault: Fault): WholeError | null {
  switch (fault.kind) {
    case "cell-being-edited":
      return editing;
    case "payload-too-large":
      return fault.of === "request" ? requestTooLarge : responseTooLarge;
    case "timeout":
      return timedOut;
    case "host-busy":
      return busy;
    default:
      return null;
  }
}

/** Whether a request of this fault is carried out before its error is told: an answer that is too large was one. */
export function isCarriedOut(fault: Fault): boolean {
  return (
    (fault.kind === "timeout" && fault.isApplied) || (fault.kind === "payload-too-large" && fault.of === "response")
  );
}

/** Throws where the fault strikes this action. */
export function strike(fault: Fault, action: Action, index: number): void {
  switch (fault.kind) {
    case "protected-sheet":
    case "read-only":
      if (mayWrite(action))
        throw accessDenied(fault.kind === "read-only" ? "The workbook is read-only." : "The sheet is protected.");
      return;
    case "item-gone":
      throw itemNotFound();
    case "fails-at-action":
      if (index === fault.action)
        throw new HostError(fault.code ?? "GeneralException", "A fault that was ordered.", 500);
      return;
    default:
      return;
  }
}

function mayWrite({ ActionType, Name }: Action): boolean {
  if (ActionType === actionTypes.setProperty || ActionType === actionTypes.update) return true;
  return ActionType === actionTypes.method && !/^(?:_|Get|Load|Suspend|Activate|Select|Calculate|Unprotect)/.test(Name);
}
