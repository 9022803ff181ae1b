import type { PlanColumn, PlanColumnFamily } from "./plan-column";

/** The sheet that hands totals out to the units; it is laid out otherwise than the lists. */
export const allocationSheet = "Chỉ tiêu giao";

/** The columns of the sheet of shares that are always there. */
export const allocationColumns: readonly PlanColumn[] = [
  {
    key: "unit",
    heading: "Mã đơn vị",
    note: "Mã ở sheet Đơn vị.",
    width: 14,
    content: { kind: "code" },
    path: () => [],
  },
  {
    key: "unit_name",
    heading: "Tên đơn vị",
    note: "Để dễ xem.",
    width: 28,
    content: { kind: "shown" },
    path: () => [],
  },
];

/** One column a total: what each unit is to reach. */
export const allocationFamily: PlanColumnFamily = {
  key: "allocation",
  heading: "Số giao",
  note: "",
  width: 20,
  content: { kind: "whole" },
  isCounted: false,
  path: [],
};
