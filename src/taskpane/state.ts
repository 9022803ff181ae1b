import type { Place } from "../core/cell";
import type { Language, Phrase } from "../core/language";
import type {
  BookView,
  CheckView,
  ConsolidationView,
  FindingView,
  GivenFile,
  PlanView,
  TraceView,
} from "../worker/engine";

export type Screen = "home" | "check" | "progress" | "consolidation" | "form" | "trace" | "settings";

/** What is being done; `done` of `all` where the end is known, else both 0. */
export interface Busy {
  readonly what: Phrase;
  readonly done: number;
  readonly all: number;
  readonly canStop: boolean;
  /** Stop was pressed: the engine may have had nothing to break off just then. */
  readonly isStopped: boolean;
  /** The workbook is no longer as it was before. */
  readonly hasChangedBook: boolean;
  /** What is being opened beside this workbook is the summary of the consolidation. */
  readonly isOpeningSummary: boolean;
}

/** The outcome of the last thing that was asked for. */
export interface Notice {
  /** `told`: neither good nor bad by itself, as what a check found. */
  readonly tone: "done" | "told" | "failed";
  readonly text: Phrase;
}

/** Everything that the pane shows. */
export interface PaneState {
  readonly language: Language;
  readonly screen: Screen;
  /** Null until the workbook was looked at. */
  readonly book: BookView | null;
  readonly plan: PlanView | null;
  readonly planFaults: readonly Phrase[];
  readonly check: CheckView | null;
  /** Findings that have gone since the person last pressed Check: still shown, struck through. */
  readonly gone: readonly FindingView[];
  readonly showsMarks: boolean;
  readonly files: readonly GivenFile[];
  /** Never some of them: invented figures among real ones would be sent to the Department. */
  readonly filesAreSamples: boolean;
  readonly allowsErrors: boolean;
  readonly consolidation: ConsolidationView | null;
  /** The consolidation stands in the workbook. */
  readonly isWritten: boolean;
  readonly traced: { readonly at: Place; readonly view: TraceView | null } | null;
  readonly busy: Busy | null;
  readonly notice: Notice | null;
  readonly undoable: Phrase | null;
}

export type Action =
  | { readonly type: "went"; readonly to: Screen }
  | { readonly type: "recognized"; readonly book: BookView; readonly undoable: Phrase | null }
  | { readonly type: "plan-opened"; readonly plan: PlanView }
  | { readonly type: "plan-refused"; readonly faults: readonly Phrase[] }
  /** `isAsked`: the person asked for it; else the workbook changed and was looked at again. */
  | { readonly type: "checked"; readonly check: CheckView; readonly isAsked: boolean }
  | { readonly type: "marks-switched"; readonly showsMarks: boolean }
  | { readonly type: "files-given"; readonly files: readonly GivenFile[]; readonly areSamples: boolean }
  | { readonly type: "files-cleared" }
  | { readonly type: "file-left-out"; readonly name: string }
  | { readonly type: "errors-allowed"; readonly allowsErrors: boolean }
  | { readonly type: "consolidated"; readonly consolidation: ConsolidationView }
  | { readonly type: "summary-written" }
  | { readonly type: "summary-undone" }
  | { readonly type: "engine-stopped" }
  | { readonly type: "stop-pressed" }
  | { readonly type: "traced"; readonly at: Place; readonly view: TraceView | null }
  | { readonly type: "language-chosen"; readonly language: Language }
  | { readonly type: "begun"; readonly what: Phrase; readonly canStop: boolean }
  | { readonly type: "book-changed" }
  | { readonly type: "summary-opens" }
  | { readonly type: "advanced"; readonly done: number; readonly all: number }
  | { readonly type: "told"; readonly notice: Notice }
  | { readonly type: "notice-dismissed" }
  | { readonly type: "undoable-found"; readonly undoable: Phrase | null }
  | { readonly type: "ended" };

type Checked = Extract<Action, { readonly type: "checked" }>;

export function initialState({ language, showsMarks }: Pick<PaneState, "language" | "showsMarks">): PaneState {
  return {
    language,
    screen: "home",
    book: null,
    plan: null,
    planFaults: [],
    check: null,
    gone: [],
    showsMarks,
    files: [],
    filesAreSamples: false,
    allowsErrors: false,
    consolidation: null,
    isWritten: false,
    traced: null,
    busy: null,
    notice: null,
    undoable: null,
  };
}

const atBegin = { done: 0, all: 0, isStopped: false, hasChangedBook: false, isOpeningSummary: false };

/** The one place where the pane's state changes. */
export function reduce(state: PaneState, action: Action): PaneState {
  switch (action.type) {
    case "went":
      return { ...state, screen: action.to, notice: null, planFaults: [] };
    case "recognized":
      return { ...state, book: action.book, undoable: action.undoable };
    case "plan-opened":
      // What was found by another plan says nothing by this one.
      return { ...state, plan: action.plan, planFaults: [], check: null, gone: [], consolidation: null, traced: null };
    case "plan-refused":
      return { ...state, planFaults: action.faults };
    case "checked":
      return {
        ...state,
        check: action.check,
        book: action.check.book,
        gone: goneAfter(state, action),
        notice: isOvertaken(state, action) ? null : state.notice,
      };
    case "marks-switched":
      return { ...state, showsMarks: action.showsMarks };
    case "files-given":
      return {
        ...state,
        files: action.areSamples ? action.files : withFiles(realFiles(state), action.files),
        filesAreSamples: action.areSamples,
        consolidation: null,
        isWritten: false,
      };
    case "files-cleared":
      return { ...state, files: [], filesAreSamples: false, consolidation: null, isWritten: false, notice: null };
    case "file-left-out": {
      const files = state.files.filter(({ name }) => name !== action.name);
      return { ...state, files, consolidation: null, isWritten: false, notice: null };
    }
    case "errors-allowed":
      return { ...state, allowsErrors: action.allowsErrors, consolidation: null, isWritten: false, notice: null };
    case "consolidated":
      return { ...state, consolidation: action.consolidation, isWritten: false };
    case "summary-written":
      return { ...state, isWritten: true, files: [], filesAreSamples: false };
    case "summary-undone":
      // The files that it was laid together from are let go once they are written: nothing could write it again.
      return { ...state, consolidation: null, isWritten: false };
    case "engine-stopped":
      // What it was laid together from was in the engine alone.
      return { ...state, consolidation: null, isWritten: false };
    case "traced":
      return { ...state, traced: { at: action.at, view: action.view } };
    case "language-chosen":
      return { ...state, language: action.language };
    case "begun":
      return { ...state, busy: { ...atBegin, what: action.what, canStop: action.canStop }, notice: null };
    case "book-changed":
      return state.busy ? { ...state, busy: { ...state.busy, hasChangedBook: true } } : state;
    case "stop-pressed":
      return state.busy ? { ...state, busy: { ...state.busy, isStopped: true } } : state;
    case "summary-opens":
      return state.busy ? { ...state, busy: { ...state.busy, isOpeningSummary: true } } : state;
    case "advanced":
      return state.busy ? { ...state, busy: { ...state.busy, done: action.done, all: action.all } } : state;
    case "told":
      return { ...state, notice: action.notice };
    case "notice-dismissed":
      return { ...state, notice: null };
    case "undoable-found":
      return { ...state, undoable: action.undoable };
    case "ended":
      return { ...state, busy: null };
  }
}

/** The files given so far, but for samples. */
export function realFiles({
  files,
  filesAreSamples,
}: Pick<PaneState, "files" | "filesAreSamples">): readonly GivenFile[] {
  return filesAreSamples ? [] : files;
}

/** A file given again under the same name takes the place of the first. */
function withFiles(before: readonly GivenFile[], given: readonly GivenFile[]): GivenFile[] {
  const names = new Set(given.map(({ name }) => name));
  return [...before.filter(({ name }) => !names.has(name)), ...given];
}

/** The workbook was changed by a person since, and is found to be otherwise than when the notice was given. */
function isOvertaken({ check, notice }: PaneState, { check: fresh, isAsked }: Checked): boolean {
  if (isAsked || !check || notice === null || notice.tone === "failed") return false;
  const keys = (of: CheckView): string => JSON.stringify([of.outcome, of.findings.map(({ key }) => key).sort()]);
  return keys(check) !== keys(fresh);
}

function goneAfter({ check, gone }: PaneState, { check: fresh, isAsked }: Checked): readonly FindingView[] {
  if (isAsked || !check) return [];
  const still = new Set(fresh.findings.map(({ key }) => key));
  return [...gone, ...check.findings].filter(({ key }) => !still.has(key));
}
