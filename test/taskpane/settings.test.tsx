/** @jest-environment ./test/taskpane/page-environment.mjs */
import { readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { screen } from "@testing-library/react";
import type { Snapshot } from "../../src/core/snapshot";
import { makePlanBook } from "../../src/core/plan-book/make-plan-book";
import { frameWords } from "../../src/words/pane/frame";
import { snapshotOf } from "../../src/workbook/memory";
import { small } from "../plans/opened";
import { openPane } from "./open-pane";

const blank: Snapshot = { file: "Book1.xlsx", sheets: [], names: new Map() };

function planFile(name: string, text: string): File {
  // jsdom's files cannot be read as every browser's can.
  return Object.assign(new File([text], name), {
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
  });
}

const input = (): HTMLElement => screen.getByLabelText("Dùng tệp kế hoạch khác", { selector: "input" });

it("another plan is used, a faulty one changes nothing and says why, and the own one comes back", async () => {
  const { user, said, store } = openPane(blank);
  await screen.findByText(/Chưa mở báo cáo/);
  await user.click(screen.getByRole("button", { name: "Cài đặt" }));

  await user.upload(input(), planFile("hong.json", '{"title": 1}'));
  expect(await said()).toContain('✖ "hong.json" không dùng được; vẫn dùng kế hoạch cũ.');
  expect(store.state().planFaults.length).toBeGreaterThan(0);
  expect(store.state().plan?.isOwn).toBe(true);

  const other = readFileSync("test/plans/small-2022.json", "utf8");
  await user.upload(input(), planFile("nho.json", other));
  expect(await said()).toContain("Đang dùng kế hoạch:");
  expect(store.state().plan?.isOwn).toBe(false);
  expect(store.state().planFaults).toEqual([]);

  await user.click(screen.getByRole("button", { name: "Dùng lại kế hoạch có sẵn" }));
  await said();
  expect(store.state().plan?.isOwn).toBe(true);
});

it("the plan opens as a workbook of its own", async () => {
  const { user, said, book } = openPane(blank);
  await screen.findByText(/Chưa mở báo cáo/);
  await user.click(screen.getByRole("button", { name: "Cài đặt" }));
  await user.click(screen.getByRole("button", { name: "Mở kế hoạch thành sổ Excel" }));
  expect(await said()).toContain("Đã mở ke-hoach-yen-chau-2022.xlsx thành sổ mới.");
  expect(book.seen.opened.map(({ fileName }) => fileName)).toEqual(["ke-hoach-yen-chau-2022.xlsx"]);
});

it("a plan workbook that is open is used with one press, or told what is wrong in it", async () => {
  const { user, said, store, book } = openPane(snapshotOf(makePlanBook(small), "ke-hoach.xlsx"));
  await screen.findByText("Sổ này là một kế hoạch.");
  await user.click(screen.getByRole("button", { name: "Dùng kế hoạch này" }));
  expect(await said()).toContain("Đang dùng kế hoạch:");
  expect(store.state().plan?.units).toHaveLength(small.units.length + 1);

  const first = { sheet: "Đơn vị", cell: "A6" };
  const value =
    (await book.read()).sheets
      .find(({ name }) => name === first.sheet)
      ?.rows.get(5)
      ?.get(0)?.value ?? null;
  await book.write({
    name: frameWords.title,
    rounds: [[{ at: first, expect: { value }, put: { value: "" } }]],
    drawn: null,
  });
  await user.click(screen.getByRole("button", { name: "Dùng kế hoạch này" }));
  expect(await said()).toContain("✖ Kế hoạch trong sổ này không dùng được; vẫn dùng kế hoạch cũ.");
  const [fault] = store.state().planFaults;
  expect(fault?.vi).toMatch(/^Sheet Đơn vị: cần đúng một dòng/);
  expect(screen.getByText(fault?.vi ?? "")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Cài đặt" }));
  expect(screen.queryByText(fault?.vi ?? "")).toBeNull();
});

it("another panel is shown from its top", async () => {
  const { user } = openPane(blank);
  await screen.findByText(/Chưa mở báo cáo/);
  const main = screen.getByRole("main");
  main.scrollTop = 120;
  await user.click(screen.getByRole("button", { name: "Cài đặt" }));
  expect(main.scrollTop).toBe(0);
});

it("the language changes at once and is kept", async () => {
  const { user, kept } = openPane(blank);
  await screen.findByText(/Chưa mở báo cáo/);
  expect(document.documentElement.lang).toBe("vi");
  await user.click(screen.getByRole("button", { name: "Cài đặt" }));
  await user.selectOptions(screen.getByRole("combobox", { name: "Ngôn ngữ" }), "en");
  expect(screen.getByRole("heading", { name: "Settings" })).toBeTruthy();
  expect(document.documentElement.lang).toBe("en");
  expect(kept).toEqual([{ language: "en", showsMarks: false }]);
});

it("a new form opens as a workbook of its own", async () => {
  const { user, said, book } = openPane(blank);
  await screen.findByText(/Chưa mở báo cáo/);
  await user.click(screen.getByRole("button", { name: "Tạo biểu mẫu" }));
  await user.selectOptions(screen.getByRole("combobox", { name: "Đơn vị" }), "04063");
  await user.click(screen.getByRole("button", { name: "Tạo biểu mẫu" }));
  expect(await said()).toContain("Đã mở 04063-Chieng-Dong-2022-H1.xlsx thành sổ mới.");
  expect(book.seen.opened.map(({ fileName }) => fileName)).toEqual(["04063-Chieng-Dong-2022-H1.xlsx"]);
});
