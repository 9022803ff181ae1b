import type { Place } from "../core/cell";
import type { EditRefusal } from "../core/edit";
import type { Severity } from "../core/finding";
import type { Language, Phrase } from "../core/language";
import type { Status } from "../core/progress/status";
import type { Snapshot, Unreadable } from "../core/snapshot";
import type { NewBook, Operation } from "../workbook/workbook";

/**
 * Everything heavy that the pane needs, behind a wall: it runs in a Web Worker, so that the pane never blocks. Only plain
 * data crosses; texts cross in both languages, so that changing the language asks nothing again.
 */
export interface Engine {
  /** Works by another plan file, or by the program's own again (null); a faulty file changes nothing. */
  readonly usePlan: (file: PlanFile | null) => Promise<PlanOutcome>;
  /** … by the plan that the open workbook holds. */
  readonly usePlanBook: (book: Snapshot) => Promise<PlanOutcome>;
  readonly plan: () => Promise<PlanView>;
  /** The plan in use as a workbook that an official can change, and use as a plan file; null where it is too large for one. */
  readonly planBook: () => Promise<NewBook | null>;

  /** What the open workbook is; never throws. */
  readonly recognize: (book: Snapshot) => Promise<BookView>;
  /** Checks one report (or summary) and measures it. `on` is the day, ISO `yyyy-mm-dd`. */
  readonly check: (book: Snapshot, on: string) => Promise<CheckView>;

  /** All mends that need no answer; `null` operation where there are none. */
  readonly mendAll: (book: Snapshot, on: string) => Promise<Planned>;
  /** One finding's mend, by its place among the finding's mends. */
  readonly mendOne: (book: Snapshot, wanted: WantedMend) => Promise<Planned>;
  /** Writes the official's reason for a warning where the form has room for it. */
  readonly explain: (book: Snapshot, explanation: Explanation) => Promise<Planned>;
  /** The form's own cells computed anew. */
  readonly compute: (book: Snapshot) => Promise<Planned>;
  /** The seal, or what stands in its way (law SE1). */
  readonly seal: (book: Snapshot, on: string) => Promise<SealOutcome>;

  /**
   * Lays reports together: files, reports found in the open workbook, and the summary that the open workbook is. The
   * outcome stays in the engine until the next one, for `summary`.
   */
  readonly consolidate: (
    request: ConsolidationRequest,
    onProgress: (done: number, all: number) => void,
  ) => Promise<ConsolidationView>;
  /** What would write the last consolidation into this workbook. */
  readonly summary: (book: Snapshot) => Promise<SummaryOutcome>;
  /** The last consolidation's report of one unit as it came, or the whole summary, as a workbook of its own. */
  readonly summaryBook: () => Promise<NewBook | null>;

  /** The open summary told as the official report of the whole, a .docx. */
  readonly report: (book: Snapshot, manner: Manner) => Promise<MadeOutcome>;
  /** What puts an answer to each reporting unit into the open summary, in place of those that are there. */
  readonly answers: (book: Snapshot, manner: Manner) => Promise<Planned>;
  /** … and what takes them out again. */
  readonly withoutAnswers: (book: Snapshot) => Promise<Planned>;
  /** An answer to each reporting unit of the last consolidation, in files. */
  readonly feedback: (manner: FeedbackManner) => Promise<MadeOutcome>;
  /** The forms of all units for the period after the open summary's, a .zip, with what its reports carry over. */
  readonly nextForms: (book: Snapshot, language: Language) => Promise<MadeOutcome>;

  /** The total that stands in a cell of a summary and what it is made of (law CO7); null where there is none. */
  readonly trace: (book: Snapshot, at: Place) => Promise<TraceView | null>;

  /** Why a file is no workbook, and what to do about it. */
  readonly sayUnreadable: (file: Unreadable) => Promise<Phrase>;

  /** A unit's blank form. */
  readonly form: (of: FormRequest) => Promise<NewBook>;
  /** A made-up report to try things out with: one that has a typical fault. */
  readonly sample: () => Promise<NewBook>;
  /** Made-up reports of all units, and of the whole, for one of the plan's periods. */
  readonly samples: (period: string) => Promise<readonly NewBook[]>;
}

/** A plan file (.json) or a plan workbook (.xlsx), told apart by what is in it. */
export interface PlanFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface PlanView {
  readonly title: Phrase;
  readonly isOwn: boolean;
  /** The reporting units, then the whole. */
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly periods: readonly { readonly id: string; readonly name: Phrase }[];
}

export type PlanOutcome =
  /** `remarks`: what stands in the file and is no part of a plan. */
  | { readonly kind: "opened"; readonly plan: PlanView; readonly remarks: readonly Phrase[] }
  /** Sentences for a person: the first ten, and how many there are besides. */
  | { readonly kind: "faulty"; readonly faults: readonly Phrase[] };

export type BookView =
  | {
      readonly kind: "report";
      readonly unit: Phrase;
      readonly period: Phrase;
      readonly formVersion: string;
      /** ISO day; null where there is no seal, or where it does not fit. */
      readonly sealedOn: string | null;
    }
  | {
      readonly kind: "summary";
      readonly period: Phrase;
      readonly received: number;
      readonly all: number;
      /** The sheets in it that answer units; stale where one was made from other reports than the summary now holds. */
      readonly answers: number;
      readonly areAnswersStale: boolean;
    }
  | { readonly kind: "plan" }
  /** `reports`: how many units' reports stand in it as sheets copied together. */
  | { readonly kind: "neither"; readonly reports: number };

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
}

export interface CheckView {
  readonly outcome: "ok" | "errors" | "unreadable";
  readonly book: BookView;
  readonly counts: Counts;
  /** In the order in which they are told. */
  readonly findings: readonly FindingView[];
  readonly unevaluated: readonly UnevaluatedView[];
  readonly indicators: readonly IndicatorView[];
  /** How many findings `mendAll` would put right. */
  readonly mendable: number;
  /** No error is left, and each warning has its reason (law SE1). */
  readonly maySeal: boolean;
}

/** A finding ready to be shown. `key` stays the same from one check to the next while it is the same finding. */
export interface FindingView {
  readonly key: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly code: string | null;
  readonly what: Phrase;
  readonly why: Phrase;
  readonly todo: Phrase;
  readonly mends: readonly { readonly becomes: Phrase; readonly isCertain: boolean }[];
  readonly reason: string | null;
  /** The form has a cell for a reason of this finding. */
  readonly canExplain: boolean;
}

export interface UnevaluatedView {
  readonly rule: string;
  readonly title: Phrase;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly why: Phrase;
}

/** An indicator ready to be shown: every text is whole, with its unit, or null where there is nothing to say. */
export interface IndicatorView {
  readonly code: string;
  readonly name: Phrase;
  readonly status: Status;
  readonly statusWord: Phrase;
  readonly value: Phrase | null;
  readonly target: Phrase;
  /** Percent of plan as a number for the bar, and as text. */
  readonly progress: number | null;
  readonly progressText: Phrase | null;
  /** "giảm 1,31 điểm % so với đầu kỳ". */
  readonly change: Phrase | null;
  /** "bình quân giảm 2,62 điểm %/năm". */
  readonly pace: Phrase | null;
  /** "cả năm dự kiến 24,83 %"; at six months only. */
  readonly forecast: Phrase | null;
  /** "cần giảm thêm 1,69 điểm % đến cuối năm". */
  readonly needed: Phrase | null;
  /** The indicator's value in the sheet. */
  readonly at: Place | null;
  /** "12/15 đơn vị, tạm tính"; in a summary only. */
  readonly coverage: Phrase | null;
  /** "so với đầu kỳ chỉ tính 11/12 đơn vị", where the change counts fewer units than the value. */
  readonly compared: Phrase | null;
}

export interface WantedMend {
  /** The finding's key. */
  readonly key: string;
  readonly mend: number;
  readonly on: string;
}

export interface Explanation {
  readonly key: string;
  readonly text: string;
  readonly on: string;
}

/** What is to be written; `count` is the number of things put right (mends), of cells (compute) or of sheets (answers). */
export type Planned =
  | {
      readonly kind: "planned";
      readonly operation: Operation;
      readonly count: number;
      /** What is to be said beside the number. */
      readonly remark?: Phrase;
    }
  | { readonly kind: "nothing-to-do" }
  /** Something that a person reads: why it cannot be done here. */
  | { readonly kind: "refused"; readonly why: Phrase }
  | { readonly kind: "stale"; readonly refusal: EditRefusal };

export type SealOutcome =
  | { readonly kind: "planned"; readonly operation: Operation; readonly digest: string }
  /** Errors, and warnings without a reason. */
  | { readonly kind: "findings"; readonly keys: readonly string[]; readonly why: Phrase }
  | { readonly kind: "refused"; readonly why: Phrase };

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ConsolidationRequest {
  readonly files: readonly GivenFile[];
  /** The open workbook: a summary to add to, or a book in which reports stand as sheets; null for neither. */
  readonly book: Snapshot | null;
  readonly allowsErrors: boolean;
  readonly on: string;
}

export interface ConsolidationView {
  readonly period: Phrase | null;
  readonly units: readonly UnitView[];
  readonly received: number;
  readonly all: number;
  /** Of the reports together, and of files that are nobody's report. */
  readonly findings: readonly FindingView[];
  /** Every file as it came, with its own findings; `unit` is null where it is nobody's. */
  readonly files: readonly FileView[];
  /** Files that came and stand in no total and no unit's line: of another period or plan, nobody's, or refused beside a good one. */
  readonly unused: number;
  readonly indicators: readonly IndicatorView[];
  /** What late files change in the summary that was there; none where there was none. */
  readonly changes: readonly ChangeView[];
  /**
   * `ready`: can be written. `needs-a-look`: can be written, but a unit has errors, is left out or has sent nothing. `undecided`: two
   * reports claim one unit. `nothing`: no report could be read.
   */
  readonly state: "ready" | "needs-a-look" | "undecided" | "nothing";
}

export interface UnitView {
  readonly code: string;
  readonly name: Phrase;
  /** Its own bodies' report, which is none of the units that are counted. */
  readonly isWhole: boolean;
  /** `refused`: received, but left out of the totals (law CO8). */
  readonly state: "accepted" | "refused" | "missing";
  /** Its report is of another stage than the whole: left out, or let in with the faulty ones. */
  readonly isOtherStage: boolean;
  /** It counts though cells are blank that should hold a figure: those are missing, the others are right (law CO8). */
  readonly lacksFigures: boolean;
  /** A summary that lacks reports of its own units: "mới có 12/15 báo cáo cấp dưới". */
  readonly inPart: Phrase | null;
  /** Came with this request, and not from the summary that was there. */
  readonly isNew: boolean;
  readonly isOnTime: boolean | null;
  readonly daysLate: number | null;
  readonly sealedOn: string | null;
  readonly counts: Counts | null;
  readonly file: string | null;
}

export interface FileView {
  readonly file: string;
  readonly unit: string | null;
  readonly outcome: "ok" | "errors" | "unreadable";
  readonly counts: Counts;
  readonly findings: readonly FindingView[];
}

/** One figure before and after, as text: "S02 Số hộ nghèo: 4.312 → 4.701". */
export interface ChangeView {
  readonly code: string;
  readonly name: Phrase;
  /** The name of the unit whose own figure it is; null for totals. */
  readonly unit: string | null;
  readonly before: Phrase;
  readonly after: Phrase;
}

export type SummaryOutcome =
  | {
      readonly kind: "planned";
      readonly operation: Operation;
      readonly sheets: number;
      readonly cells: number;
      /** Answers that were made from other reports and go. */
      readonly answersGone: number;
    }
  | { readonly kind: "nothing-to-do" }
  | { readonly kind: "refused"; readonly why: Phrase };

/** The day that a paper bears, ISO `yyyy-mm-dd`, and its language. */
export interface Manner {
  readonly on: string;
  readonly language: Language;
}

export interface FeedbackManner extends Manner {
  /** A sheet each in one workbook, or a workbook each in a .zip. */
  readonly as: "book" | "files";
}

export interface MadeFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** `said`: what it is and what is left to do in it. */
export type MadeOutcome =
  | { readonly kind: "made"; readonly file: MadeFile; readonly said: Phrase }
  | { readonly kind: "refused"; readonly why: Phrase };

export interface TraceView {
  readonly code: string;
  readonly name: Phrase;
  /** The total is what the selected cell shows; else the cell's row leads to it. */
  readonly isOfCell: boolean;
  readonly total: Phrase;
  /** "13/15 đơn vị, tạm tính". */
  readonly coverage: Phrase;
  /**
   * The largest first; `at` is the unit's figure in this workbook, `source` the cell of the unit's own file, which the
   * summary remembers for the period's own figures.
   */
  readonly parts: readonly {
    /** The unit's name. */
    readonly unit: string;
    readonly value: Phrase;
    readonly share: Phrase | null;
    readonly at: Place | null;
    readonly file: string;
    readonly source: Place | null;
  }[];
  /** Names of units. */
  readonly missing: readonly string[];
}

export interface FormRequest {
  readonly unit: string;
  readonly period: string;
}
