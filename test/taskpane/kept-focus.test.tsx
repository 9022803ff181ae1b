/** @jest-environment ./test/taskpane/page-environment.mjs */
import { beforeEach, describe, expect, it } from "@jest/globals";
import { render, screen, waitFor } from "@testing-library/react";
import { useRef } from "react";
import { isUnreadable, type Snapshot } from "../../src/core/snapshot";
import { useKeptFocus } from "../../src/taskpane/frame/kept-focus";
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

  it("comes back to the button that could not be pressed for a while", async () => {
    const { rerender } = render(<Region isBusy={false} />);
    const button = screen.getByRole<HTMLButtonElement>("button", { name: "Do" });
    button.focus();
    // Browsers take the keyboard from what is disabled; jsdom does not.
    button.blur();
    rerender(<Region isBusy />);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(document.activeElement).toBe(document.body);
    rerender(<Region isBusy={false} />);
    expect(document.activeElement).toBe(button);
  });

  it("is let go where a person leaves", async () => {
    const { rerender } = render(<Region isBusy={false} />);
    const button = screen.getByRole<HTMLButtonElement>("button", { name: "Do" });
    button.focus();
    button.blur();
    await new Promise((resolve) => setTimeout(resolve, 5));
    rerender(<Region isBusy={false} />);
    expect(document.activeElement).toBe(document.body);
  });
});

function Region({ isBusy }: { readonly isBusy: boolean }): React.JSX.Element {
  const region = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLElement>(null);
  useKeptFocus(region, { otherwise: main, isBusy });
  return (
    <div ref={region}>
      <main ref={main} tabIndex={-1}>
        <button disabled={isBusy}>Do</button>
      </main>
    </div>
  );
}
