/** @jest-environment ./test/taskpane/page-environment.mjs */
import { readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { screen } from "@testing-library/react";
import { isUnreadable } from "../../src/core/snapshot";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { withText } from "../hostile/acting-texts";
import { openPane } from "./open-pane";

const markup = '<img src=x onerror="globalThis.acted=1"><script>globalThis.acted=1</script>';
const path = "samples/2022-H1/04063-Chieng-Dong-2022-H1.xlsx";

function report() {
  const snapshot = readSnapshot(path, new Uint8Array(readFileSync(path)));
  if (isUnreadable(snapshot)) throw new Error(snapshot.reason);
  return snapshot;
}

/** What would act, had any text been taken for markup. */
function acting(): Element[] {
  return [...document.body.querySelectorAll("img, script, iframe, [onerror], a[href^='javascript:']")];
}

it("shows markup in a report's texts as what it is: a text", async () => {
  const { user, said } = openPane(withText(report(), markup));
  await user.click(await screen.findByRole("button", { name: "Kiểm tra" }));
  await said();
  expect(document.body.textContent).toContain("<img src=x onerror=");
  expect(acting()).toEqual([]);
  expect("acted" in globalThis).toBe(false);
});

it("shows markup in the names of files as what it is: a text", async () => {
  const empty = { rows: new Map(), merges: [], hiddenRows: new Set<number>(), hiddenColumns: new Set<number>() };
  const sheet = { ...empty, name: "Sheet1", visibility: "visible" as const, isProtected: false };
  const { user, said } = openPane({ file: `${markup}.xlsx`, sheets: [sheet], names: new Map() });
  await said();
  const bytes = new TextEncoder().encode("not a workbook");
  const file = Object.assign(new File([bytes], `${markup}.xlsx`), { arrayBuffer: () => Promise.resolve(bytes.buffer) });
  await user.upload(screen.getByLabelText("Chọn tệp", { selector: "input" }), file);
  await said();
  const consolidate = screen.queryByRole("button", { name: "Tổng hợp" });
  if (consolidate) await user.click(consolidate);
  await said();
  expect(document.body.textContent).toContain("<img src=x onerror=");
  expect(acting()).toEqual([]);
});
