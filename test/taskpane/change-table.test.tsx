/** @jest-environment ./test/taskpane/page-environment.mjs */
import { expect, it } from "@jest/globals";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ChangeTable } from "../../src/taskpane/consolidation/change-table";
import { makeOperations } from "../../src/taskpane/operations";
import { PaneProvider } from "../../src/taskpane/pane-context";
import { initialState } from "../../src/taskpane/state";
import { makeStore } from "../../src/taskpane/store";
import { openLiveMemory } from "../../src/workbook/memory";
import { makeEngine } from "../../src/worker/make-engine";
import { blank } from "./district-files";

it("every figure that will change can be seen before anything is written", async () => {
  const nothing = (): undefined => undefined;
  const desk = {
    workbook: openLiveMemory(blank),
    engine: makeEngine(),
    stopEngine: nothing,
    today: () => "2022-06-16",
    keep: nothing,
    finishTyping: () => Promise.resolve(),
    handOver: () => Promise.resolve("downloads" as const),
  };
  const store = makeStore(initialState({ language: "vi", showsMarks: false }));
  const said = { vi: "1", en: "1" };
  const changes = Array.from({ length: 130 }, (_, index) => ({
    code: `S${index}`,
    name: said,
    unit: null,
    before: said,
    after: said,
  }));
  render(
    <PaneProvider value={{ store, operations: makeOperations(desk, store) }}>
      <ChangeTable changes={changes} />
    </PaneProvider>,
  );
  const user = userEvent.setup();
  expect(screen.getAllByRole("row")).toHaveLength(60 + 1);
  await user.click(screen.getByRole("button", { name: "Xem thêm (còn 70)" }));
  await user.click(screen.getByRole("button", { name: "Xem thêm (còn 10)" }));
  expect(screen.getAllByRole("row")).toHaveLength(130 + 1);
  expect(screen.queryByRole("button")).toBeNull();
});
