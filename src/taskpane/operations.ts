import type { Desk } from "./desk";
import type { Store } from "./store";
import { districtWork, type DistrictWork } from "./work/district-work";
import { frameWork, type FrameWork } from "./work/frame-work";
import { reportWork, type ReportWork } from "./work/report-work";

/** Everything that a person can ask of the pane, by a button of the pane or of the ribbon. */
export type Operations = FrameWork & ReportWork & DistrictWork;

export function makeOperations(desk: Desk, store: Store): Operations {
  const tools = { desk, store };
  return { ...frameWork(tools), ...reportWork(tools), ...districtWork(tools) };
}
