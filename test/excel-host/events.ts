import { blockToA1, type Block } from "../../src/core/cell";
import type { HostSheet } from "./book";

/** One thing that happened, as the client is told of it. */
export interface HostEvent {
  readonly eventType: number;
  readonly sheet: HostSheet | null;
  readonly about: Readonly<Record<string, unknown>>;
}

/** The client's numbers for the events, by the method that registers for them. */
export const eventTypes: Readonly<Record<string, number>> = {
  _RegisterDataChangedEvent: 10,
  _RegisterActivatedEvent: 11,
  _RegisterDeactivatedEvent: 12,
  _RegisterAddedEvent: 13,
  _RegisterSelectionChangedEvent: 14,
  _RegisterDeletedEvent: 15,
  _RegisterCalculatedEvent: 16,
  _RegisterFormatChangedEvent: 18,
  _RegisterProtectionChangedEvent: 24,
};

/** The member of the documentation behind each. */
export const eventMembers: Readonly<Record<string, string>> = {
  DataChanged: "onChanged",
  Activated: "onActivated",
  Deactivated: "onDeactivated",
  Added: "onAdded",
  SelectionChanged: "onSelectionChanged",
  Deleted: "onDeleted",
  Calculated: "onCalculated",
  FormatChanged: "onFormatChanged",
  ProtectionChanged: "onProtectionChanged",
};

/** What the client's own event id is for a workbook as a whole. */
export const workbookTarget = "Workbook";

export function cellsChanged(sheet: HostSheet, block: Block, isOwn: boolean): HostEvent {
  return {
    eventType: 10,
    sheet,
    about: {
      address: blockToA1(block),
      changeType: "RangeEdited",
      source: "Local",
      triggerSource: isOwn ? "ThisLocalAddin" : "Unknown",
      worksheetId: sheet.id,
    },
  };
}

export function selectionChanged(sheet: HostSheet, block: Block): HostEvent {
  return { eventType: 14, sheet, about: { address: blockToA1(block), worksheetId: sheet.id } };
}

export function sheetActivated(sheet: HostSheet): HostEvent {
  return { eventType: 11, sheet, about: { worksheetId: sheet.id } };
}

export function sheetAdded(sheet: HostSheet): HostEvent {
  return { eventType: 13, sheet: null, about: { source: "Local", worksheetId: sheet.id } };
}

export function sheetDeleted(sheet: HostSheet): HostEvent {
  return { eventType: 15, sheet: null, about: { source: "Local", worksheetId: sheet.id } };
}

export function protectionChanged(sheet: HostSheet): HostEvent {
  return {
    eventType: 24,
    sheet,
    about: { isProtected: sheet.protection !== null, source: "Local", worksheetId: sheet.id },
  };
}

/** An event as the client's `_handleRichApiMessage` takes it: once for the sheet, once for the whole workbook. */
export interface EventEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

/** Only what somebody registered for. */
export function entriesOf(events: readonly HostEvent[], registered: ReadonlySet<string>): EventEntry[] {
  return events.flatMap(({ eventType, sheet, about }) =>
    [sheet?.id, workbookTarget].flatMap((targetId) =>
      targetId !== undefined && registered.has(`${eventType}:${targetId}`)
        ? [{ messageCategory: 65_536, messageType: eventType, targetId, message: JSON.stringify(about) }]
        : [],
    ),
  );
}
