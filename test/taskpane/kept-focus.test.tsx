/** @jest-environment ./test/taskpane/page-environment.mjs */
import { beforeEach, describe, expect, it } from "@jest/globals";
import { screen, waitFor } from "@testing-library/react";
import { isUnreadable, type Snapshot } from "../../src/core/snapshot";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { makeEngine } from "../../src/worker/make-engine";
import { openPane, type OpenPane } from "./open-pane";

const faulty = await (async (): Promise<Snapshot> => {
  const { fileName, bytes } = await makeEngine().sample();
  const snapshot = readSnapshot(fileName, bytes);
  if (isUnreadable(snapshot)) throw new Error(snapshot.detail);
  return snapshot;
})();

beforeEach(() => {
  document.hasFocus = () => true;
});

async function checked(): Promise<OpenPane> {
  const pane = openPane(faulty, { language: "en" });
  await pane.user.click(await screen.findByRole("button", { name: "Check" }));
  await pane.said();
  return pane;
}

/** Presses it by the keyboard, as whoever depends on the focus does. */
async function press({ user }: OpenPane, button: HTMLElement): Promise<void> {
  button.focus();
  await user.keyboard("{Enter}");
}

describe("the keyboard", () => {
  it("stays in the pane when the button that was pressed goes", async () => {
    const pane = await checked();
    await press(pane, screen.getByRole("button", { name: "Dismiss" }));
    await waitFor(() => expect(screen.queryByRole("button", { name: "Dismiss" })).toBeNull());
    expect(document.activeElement?.tagName).toBe("MAIN");
  });

  it("comes back to the button that was pressed where it is still there", async () => {
    const pane = await checked();
    const again = screen.getByRole("button", { name: "Undo" });
    again.focus();
    await pane.user.keyboard("{Enter}");
    await pane.said();
    expect(document.activeElement).toBe(again);
  });

  it("is let go where a person leaves the pane", async () => {
    const pane = await checked();
    const button = screen.getByRole("button", { name: "Dismiss" });
    button.focus();
    button.blur();
    await new Promise((resolve) => setTimeout(resolve, 5));
    pane.store.dispatch({ type: "notice-dismissed" });
    expect(document.activeElement).toBe(document.body);
  });
});
