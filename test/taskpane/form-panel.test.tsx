/** @jest-environment ./test/taskpane/page-environment.mjs */
import { expect, it } from "@jest/globals";
import { screen } from "@testing-library/react";
import { openPane } from "./open-pane";

it("a form is made of the first unit and period where the panel was there before the plan", async () => {
  const { user, said, store, book } = openPane({ file: "Book1.xlsx", sheets: [], names: new Map() });
  expect(store.state().plan).toBeNull();
  store.dispatch({ type: "went", to: "form" });
  await said();
  await user.click(screen.getByRole("button", { name: "Tạo biểu mẫu" }));
  expect(await said()).toContain("04060");
  expect(book.seen.opened).toHaveLength(1);
});
