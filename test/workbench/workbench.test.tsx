/** @jest-environment ./test/taskpane/page-environment.mjs */
import { beforeAll, describe, expect, it } from "@jest/globals";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { Workbench } from "../../src/workbench/workbench";
import { endField } from "../../src/workbench/end-field";
import { aFile, openBench, type OpenBench } from "./open-bench";

beforeAll(() => {
  const matchMedia = (media: string) => ({
    media,
    matches: false,

    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });
  // The workbench changes outside of React too, and is waited for.
  Object.assign(globalThis, { matchMedia, IS_REACT_ACT_ENVIRONMENT: false });
});

function show(trial: Parameters<typeof openBench>[0] = {}): OpenBench {
  const opened = openBench(trial);
  render(<Workbench bench={opened.bench} mountGrid={() => undefined} />);
  return opened;
}

/** A file is open, and this sheet of it in the input table. */
async function showInputs(
  sheet: string,
  trial?: Parameters<typeof openBench>[0],
): Promise<OpenBench & { user: UserEvent }> {
  const opened = show(trial);
  const user = userEvent.setup();
  await opened.bench.giveFiles([aFile("a.xlsx")]);
  await user.click(await screen.findByRole("tab", { name: "Bảng ô nhập" }));
  await turnTo(user, sheet);
  return { ...opened, user };
}

async function turnTo(user: UserEvent, sheet: string): Promise<void> {
  await user.selectOptions(await screen.findByLabelText("Trang tính"), sheet);
}

const name = "S02 · Số hộ nghèo · hộ; Thực hiện kỳ báo cáo";

describe("the workbench", () => {
  it("begins with three sentences and three choices", async () => {
    show();
    const start = await screen.findByRole("region", { name: "Bắt đầu" });
    expect(within(start).getAllByText(/\.$/)).toHaveLength(3);
    expect(
      within(start)
        .getAllByRole("button")
        .map(({ textContent }) => textContent),
    ).toEqual(["Mở tệp", "Mở bộ mẫu", "Tạo biểu mẫu mới"]);
  });

  it("the input table puts what is typed into the workbook, and shows a cell's finding beside it", async () => {
    const { bench, changes, user } = await showInputs("Số liệu");
    const field = await screen.findByRole("textbox", { name });
    await user.clear(field);
    await user.type(field, "-5{Enter}");
    await waitFor(() => expect(changes).toMatchObject([{ at: { sheet: "Số liệu", cell: "F10" }, put: { value: -5 } }]));
    await bench.state().pane.operations.check();
    await waitFor(() => expect(screen.getByRole("textbox", { name }).getAttribute("aria-invalid")).toBe("true"));
    const described = screen.getByRole("textbox", { name }).getAttribute("aria-describedby") ?? "";
    expect(document.getElementById(described)?.textContent).toMatch(/^✖ .*S02/);
  });

  it("Ctrl+S takes over what is being typed in the input table, and leaves the keyboard there", async () => {
    const { changes, saved, user } = await showInputs("Số liệu", { endField: () => endField(document) });
    const field = await screen.findByRole("textbox", { name });
    await user.clear(field);
    await user.type(field, "77");
    await user.keyboard("{Control>}s{/Control}");
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(changes).toMatchObject([{ at: { cell: "F10" }, put: { value: 77 } }]);
    expect(document.activeElement).toBe(field);
  });

  it("what is being typed in the input table is not carried into the next file", async () => {
    const { bench, changes, user } = await showInputs("Số liệu");
    await user.type(await screen.findByRole("textbox", { name }), "77");
    await bench.giveFiles([aFile("b.xlsx")]);
    await turnTo(user, "Số liệu");
    const field = await screen.findByRole<HTMLInputElement>("textbox", { name });
    expect(field.value).not.toContain("77");
    await user.click(field);
    await user.tab();
    expect(changes).toEqual([]);
  });

  it("says before samples are opened that chosen files leave the list", async () => {
    const { bench } = show();
    bench.askSamples();
    await screen.findByText(/số liệu minh họa, để tập tổng hợp/);
    expect(screen.queryByText(/tệp đang chọn để tổng hợp/)).toBeNull();
    await bench.giveFiles([aFile("a.xlsx"), aFile("b.xlsx")]);
    bench.askSamples();
    expect(await screen.findByText(/^2 tệp đang chọn để tổng hợp sẽ không còn trong danh sách/)).toBeDefined();
  });

  it("long tables come in parts", async () => {
    const { user } = await showInputs("Hộ nghèo");
    expect(await screen.findByText("Dòng 1–15 trong 40")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Các dòng sau" }));
    expect(await screen.findByText("Dòng 16–30 trong 40")).toBeDefined();
    expect(screen.getAllByRole("rowheader")).toHaveLength(15);
  });
});
