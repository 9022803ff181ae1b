/** @jest-environment ./test/taskpane/page-environment.mjs */
import { expect, it } from "@jest/globals";
import { screen, within } from "@testing-library/react";
import { EngineStopped } from "../../src/worker/wall/connect";
import { makeEngine } from "../../src/worker/make-engine";
import { blank, faultyFileOf, fileOf, names } from "./district-files";
import { openPane, type OpenPane } from "./open-pane";

const [late, ...others] = names;

const button = (name: string): HTMLElement => screen.getByRole("button", { name });

async function give({ user, said }: OpenPane, files: readonly File[]): Promise<void> {
  await user.upload(screen.getByLabelText("Chọn tệp", { selector: "input" }), [...files]);
  await said();
}

async function sheetsOf({ book }: OpenPane): Promise<string[]> {
  return (await book.read()).sheets.map(({ name }) => name);
}

it("a district consolidates with one click, merges a late report, traces, undoes", async () => {
  const pane = openPane(blank);
  const { user, said, book, store, handed } = pane;
  await screen.findByText(/Chưa mở báo cáo/);

  await give(pane, others.map(fileOf));
  await user.click(button("Tổng hợp"));
  expect(await said()).toContain("14/15 đơn vị");
  const table = screen.getByRole("table", { name: "Các đơn vị" });
  expect(within(table).getAllByText(/chưa nộp/)).toHaveLength(1);
  expect(await sheetsOf(pane)).toEqual(["Sheet1"]);

  await user.click(button("Ghi biểu tổng hợp"));
  expect(await said()).toContain("Đã ghi biểu tổng hợp: 14/15 đơn vị.");
  expect((await sheetsOf(pane)).slice(0, 4)).toEqual(["Sheet1", "Bìa", "Tình hình nộp", "TH Số liệu"]);
  const before = await book.read();

  await give(pane, [fileOf(late ?? "")]);
  await user.click(button("Tổng hợp"));
  expect(await said()).toContain("15/15 đơn vị");
  const changes = screen.getByRole("table", { name: /số thay đổi/ });
  expect(within(changes).getAllByText(/S02 Số hộ nghèo/)).toHaveLength(1);
  expect(await book.read()).toBe(before);
  // What could be made of the summary now would not tell what was just read.
  expect(screen.queryByRole("button", { name: "Dự thảo báo cáo" })).toBeNull();
  expect(screen.getByText(/bấm Ghi biểu tổng hợp trước/)).toBeTruthy();
  await user.click(button("Ghi biểu tổng hợp"));
  expect(await said()).toContain("Đã ghi biểu tổng hợp: 15/15 đơn vị.");
  expect(store.state().book).toMatchObject({ kind: "summary", received: 15, all: 15 });

  const own = await sheetsOf(pane);
  await user.click(button("Phiếu phản hồi"));
  expect(await said()).toContain("Đã ghi 15 phiếu phản hồi vào sổ");
  expect((await sheetsOf(pane)).slice(own.length)).toEqual(
    Array.from({ length: 15 }, () => expect.stringMatching(/^Phiếu /)),
  );
  await user.click(button("Phiếu phản hồi"));
  expect(await said()).toContain("Các phiếu phản hồi trong sổ đã đúng");
  await user.click(button("Bỏ phiếu phản hồi khỏi sổ"));
  expect(await said()).toContain("Đã bỏ 15 phiếu phản hồi khỏi sổ.");
  expect(await sheetsOf(pane)).toEqual(own);
  expect(screen.queryByRole("button", { name: "Bỏ phiếu phản hồi khỏi sổ" })).toBeNull();
  await user.click(button("Hoàn tác"));
  expect(await said()).toContain("Đã hoàn tác: Bỏ phiếu phản hồi.");
  expect(await sheetsOf(pane)).toHaveLength(own.length + 15);
  await user.click(button("Hoàn tác"));
  expect(await said()).toContain("Đã hoàn tác: Ghi phiếu phản hồi.");
  expect(await sheetsOf(pane)).toEqual(own);
  await user.click(button("Phiếu phản hồi, mỗi đơn vị một tệp"));
  expect(await said()).toContain("Đã lập phiếu phản hồi cho 15 đơn vị.");
  await user.click(button("Trang đầu"));
  await user.click(button("Dự thảo báo cáo"));
  expect(await said()).toMatch(/Đã lập dự thảo báo cáo.*bao-cao-2022-H1\.docx nằm trong thư mục Tải xuống/);
  await user.click(button("Kỳ tiếp theo"));
  expect(await said()).toContain("Đã lập 16 biểu mẫu cho kỳ “Năm 2022”");
  expect(handed.map(({ fileName }) => fileName)).toEqual([
    "phieu-phan-hoi-2022-H1.zip",
    "bao-cao-2022-H1.docx",
    "bieu-mau-2022-Y.zip",
  ]);

  book.select({ sheet: "TH Số liệu", cell: "F12" });
  await user.click(button("Xem số này gồm gì"));
  await said();
  const parts = screen.getByRole("list", { name: "Các phần" });
  expect(within(parts).getAllByRole("listitem")).toHaveLength(15);
  const [first] = within(parts).getAllByRole("button", { name: /^Đi đến ô/ });
  if (first) await user.click(first);
  await said();
  expect(book.seen.revealed).toHaveLength(1);

  await user.click(button("Hoàn tác"));
  expect(await said()).toContain("Đã hoàn tác: Cập nhật biểu tổng hợp.");
  await user.click(button("Hoàn tác"));
  expect(await said()).toContain("Đã hoàn tác");
  expect(await sheetsOf(pane)).toEqual(["Sheet1"]);
});

it("tells how many reports are left out, and of which only the blanks are missing", async () => {
  const pane = openPane(blank);
  await screen.findByText(/Chưa mở báo cáo/);
  await give(
    pane,
    ["04063-Chieng-Dong", "04066-Sap-Vat", "04069-Chieng-Sang", "04081-Muong-Lum"].map((name) =>
      faultyFileOf(`${name}-2022-H1.xlsx`),
    ),
  );
  await pane.user.click(button("Tổng hợp"));
  await pane.said();
  expect(screen.getByText("✓ 1 báo cáo đạt yêu cầu")).toBeTruthy();
  expect(screen.getByText("⚠ 1 báo cáo được tính dù còn lỗi hoặc thiếu số liệu")).toBeTruthy();
  expect(screen.getByText("✖ 2 báo cáo chưa được tính")).toBeTruthy();
  const table = screen.getByRole("table", { name: "Các đơn vị" });
  const row = (unit: string): string => within(table).getByRole("row", { name: new RegExp(unit) }).textContent;
  expect(row("Xã Chiềng Đông")).toContain("còn lỗi, chưa tính");
  expect(row("Xã Sập Vạt")).toContain("thiếu số liệu, phần đã có vẫn tính");
});

it("a unit with two different reports is told so, and one of them can be left out", async () => {
  const pane = openPane(blank);
  await screen.findByText(/Chưa mở báo cáo/);
  const first = "04063-Chieng-Dong-2022-H1.xlsx";
  await give(pane, [fileOf(first), faultyFileOf(first, `other-${first}`)]);
  await pane.user.click(button("Tổng hợp"));
  expect(await pane.said()).toContain("Bỏ bớt một tệp rồi tổng hợp lại");
  const table = screen.getByRole("table", { name: "Các đơn vị" });
  expect(within(table).getByRole("row", { name: /Chiềng Đông/ }).textContent).toContain(
    "có hai báo cáo khác nhau, chưa tính",
  );
  await pane.user.click(screen.getByText("Xem tên các tệp"));
  await pane.user.click(button(`Bỏ tệp other-${first}`));
  expect(await pane.said()).toBe("");
  expect(screen.getByText("Đã chọn 1 tệp")).toBeTruthy();
  await pane.user.click(button("Tổng hợp"));
  expect(await pane.said()).toContain("Đã đọc báo cáo của 1/15 đơn vị");
});

it("with one click, where all is well", async () => {
  const pane = openPane(blank);
  await screen.findByText(/Chưa mở báo cáo/);
  await give(pane, names.map(fileOf));
  await pane.user.click(button("Tổng hợp"));
  expect(await pane.said()).toContain("Đã ghi biểu tổng hợp: 15/15 đơn vị.");
  expect(screen.getByText("✓ 16 báo cáo đạt yêu cầu, kể cả của Huyện Yên Châu")).toBeTruthy();
  expect(await sheetsOf(pane)).toContain("Chiềng Đông");
});

it("stopped, it has written nothing and says so", async () => {
  let stopEngine = (): void => undefined;
  const stopped = new Promise<never>((_, refuse) => {
    stopEngine = () => refuse(new EngineStopped(false, "stopped"));
  });
  const engine = { ...makeEngine(), consolidate: () => stopped };
  const pane = openPane(blank, { engine, stopEngine });
  await screen.findByText(/Chưa mở báo cáo/);
  await give(pane, [fileOf(late ?? "")]);
  await pane.user.click(button("Tổng hợp"));
  const stop = await screen.findByRole("button", { name: "Dừng" });
  // What was asked for cannot be changed under the work.
  expect(screen.getByRole("checkbox")).toHaveProperty("disabled", true);
  expect(button("Bỏ các tệp đã chọn").getAttribute("aria-disabled")).toBe("true");
  await pane.user.click(stop);
  expect(await pane.said()).toContain("Đã dừng. Chưa ghi gì vào sổ.");
  expect(await sheetsOf(pane)).toEqual(["Sheet1"]);
});

it("says where Excel lets the pane save nothing", async () => {
  const pane = openPane(blank, { handsTo: "nowhere" });
  await screen.findByText(/Chưa mở báo cáo/);
  await give(pane, names.map(fileOf));
  await pane.user.click(button("Tổng hợp"));
  await pane.said();
  await pane.user.click(button("Dự thảo báo cáo"));
  expect(await pane.said()).toContain("không cho bảng lưu tệp");
});

it("a file that is no report is told of, and the others count", async () => {
  const pane = openPane(blank);
  await screen.findByText(/Chưa mở báo cáo/);
  const broken = Object.assign(new File(["x"], "hong.xlsx"), {
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode("không phải Excel").buffer),
  });
  await give(pane, [broken, fileOf(late ?? "")]);
  await pane.user.click(button("Tổng hợp"));
  await pane.said();
  expect(screen.getByText(/hong\.xlsx/).textContent).toContain("✖");
  expect(screen.getByRole("button", { name: "Ghi biểu tổng hợp" })).toBeTruthy();
});
