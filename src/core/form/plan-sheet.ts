import type { SheetBlueprint } from "../blueprint";
import type { Plan } from "../plan/plan";
import { formVersion, planSheet } from "./cover";

/** A cell holds 32,767 characters at most; pieces are cut well below, and never inside a surrogate pair. */
const pieceLength = 30_000;

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length;) {
    let end = Math.min(text.length, start + pieceLength);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end--;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

/** The very hidden sheet that makes a file explain itself: the form's version and the plan, piece by piece. */
export function planSheetBlueprint(plan: Plan, version: string = formVersion): SheetBlueprint {
  const pieces = piecesOf(JSON.stringify(plan));
  return {
    name: planSheet,
    visibility: "very-hidden",
    columns: [{ width: 20 }],
    rows: new Map(),
    cells: ["plan-monitor", version, ...pieces].map((value, row) => ({ row, column: 0, value, look: {} })),
    merges: [],
    lists: [],
    inputs: [],
    conditions: [],
    isProtected: true,
    print: { orientation: "portrait", fitsWidth: true },
  };
}
