/** @jest-environment ./test/taskpane/page-environment.mjs */
import { expect, it } from "@jest/globals";
import { screen, waitFor, within } from "@testing-library/react";
import { isUnreadable, type Snapshot } from "../../src/core/snapshot";
import { WorkbookTrouble } from "../../src/workbook/workbook";
import { readSnapshot } from "../../src/workbook/xlsx/read-snapshot";
import { makeEngine } from "../../src/worker/make-engine";
import { openPane } from "./open-pane";

const sample = await (async (): Promise<Snapshot> => {
  const { fileName, bytes } = await makeEngine().sample();
  const snapshot = readSnapshot(fileName, bytes);
  if (isUnreadable(snapshot)) throw new Error(snapshot.detail);
  return snapshot;
})();

const button = (name: string): HTMLElement => screen.getByRole("button", { name });

it("a commune checks, goes to a cell, mends, undoes, explains, seals, computes", async () => {
  const { book, user, said, store } = openPane(sample);
  await screen.findByText(/Xã Chiềng Đông/);

  await user.click(button("Kiểm tra"));
  const counts = await said();
  // Errors are no success.
  expect(counts).toMatch(/^[1-9]\d* lỗi · \d+ cảnh báo/);
  const list = screen.getByRole("list", { name: "Những chỗ cần xem" });
  const text = list.querySelector<HTMLElement>('[data-rule="number-is-not-text"]');
  if (!text) throw new Error("no such finding");
  expect(text.dataset["cell"]).toBe("F9");

  await user.click(within(text).getByRole("button", { name: "Đi đến ô" }));
  expect(book.seen.revealed).toEqual([{ sheet: "Số liệu", cell: "F9" }]);

  const errors = store.state().check?.counts.error ?? 0;
  await user.click(within(text).getByRole("button", { name: "Sửa" }));
  expect(await said()).toContain("Đã sửa 1 chỗ.");
  expect(store.state().check?.counts.error).toBeLessThan(errors);
  expect(list.querySelector('[data-rule="number-is-not-text"]')?.getAttribute("data-gone")).toBe("true");

  await user.click(button("Hoàn tác"));
  expect(await said()).toContain("Đã hoàn tác: Sửa 1 lỗi.");
  expect(store.state().check?.counts.error).toBe(errors);

  await user.click(button("Sửa tất cả"));
  expect(await said()).toMatch(/Đã sửa \d+ chỗ\./);
  expect(store.state().check?.mendable).toBe(0);
  expect(screen.queryByRole("button", { name: "Sửa tất cả" })).toBeNull();

  const warning = list.querySelector<HTMLElement>('[data-rule="missed-target-is-explained"][data-gone="false"]');
  if (!warning) throw new Error("no warning");
  await user.type(within(warning).getByRole("textbox"), "Chưa đủ hồ sơ");
  await user.click(within(warning).getByRole("button", { name: "Ghi giải trình" }));
  expect(await said()).toContain("Đã ghi giải trình.");
  expect(warning.dataset["gone"]).toBe("true");

  book.type({ sheet: "Số liệu", cell: "F55" }, 12);
  const seal = await screen.findByRole("button", { name: "Chốt số liệu" }, { timeout: 10_000 });
  await user.click(seal);
  expect(await said()).toContain("Đã chốt số liệu. Lưu tệp rồi gửi về huyện.");
  expect(store.state().book).toMatchObject({ kind: "report", sealedOn: "2022-06-16" });

  await user.click(button("Trang đầu"));
  await user.click(button("Tính tiến độ"));
  await said();
  expect(screen.getByRole("list", { name: "Các chỉ tiêu" }).children.length).toBeGreaterThan(15);
  expect(screen.queryByText(/có thể sai/)).toBeNull();
});

it("progress of a report with errors says that it may be wrong", async () => {
  const { user, said, store } = openPane(sample);
  await screen.findByText(/Xã Chiềng Đông/);
  await user.click(button("Tính tiến độ"));
  await said();
  const errors = store.state().check?.counts.error ?? 0;
  expect(errors).toBeGreaterThan(0);
  expect(screen.getByText(/có thể sai/).textContent).toContain(`Báo cáo còn ${errors} lỗi`);
});

it("what the person types is looked at again, and the finding is struck through", async () => {
  const { book, user, said, store } = openPane(sample);
  await screen.findByText(/Xã Chiềng Đông/);
  await user.click(button("Kiểm tra"));
  await said();
  const errors = store.state().check?.counts.error ?? 0;
  book.type({ sheet: "Số liệu", cell: "F9" }, 1710);
  await waitFor(() => expect(store.state().check?.counts.error).toBe(errors - 1), { timeout: 10_000 });
  expect(store.state().gone.map(({ rule }) => rule)).toEqual(["number-is-not-text"]);
});

it("an undo that would overwrite what the person typed is refused, and says which cell", async () => {
  const { book, user, said } = openPane(sample);
  await screen.findByText(/Xã Chiềng Đông/);
  await user.click(button("Kiểm tra"));
  await said();
  await user.click(button("Sửa tất cả"));
  await said();
  book.type({ sheet: "Số liệu", cell: "F9" }, 1700);
  await user.click(button("Hoàn tác"));
  expect(await said()).toMatch(/^✖ Không hoàn tác được .*'Số liệu'!F9/);
});

it("[XL5] says in one sentence what stands in the way", async () => {
  const { book, user, said } = openPane(sample, { language: "en" });
  await screen.findByText(/Xã Chiềng Đông/);
  book.breakNext(new WorkbookTrouble("cell-is-being-edited", { sheet: null, isUnsure: false, detail: "" }));
  await user.click(button("Check"));
  expect(await said()).toMatch(/^✖ .*(Enter|Esc)/);
});
