import { afterEach, describe, expect, it } from "@jest/globals";
import { makeEngine } from "../../../src/worker/make-engine";
import { WorkbookTrouble } from "../../../src/workbook/workbook";
import { troublePhrase } from "../../../src/words/troubles";
import { on, planned, sampleFiles } from "../../worker/live";
import { comparable } from "../contract";
import { inHostOf, type InHost } from "./in-host";

const manner = { on, language: "vi" } as const;
const engine = makeEngine();
const summary = engine
  .consolidate({ files: sampleFiles("2022-H1"), book: null, allowsErrors: false, on }, () => undefined)
  .then(() => engine.summaryBook());

let open: InHost | null = null;
afterEach(() => {
  open?.close();
  open = null;
});

async function openSummary(): Promise<InHost> {
  const made = await summary;
  if (!made) throw new Error("no summary");
  open = await inHostOf(made.bytes);
  return open;
}

describe("answers in a summary that is open in Excel", () => {
  it("[ED3] come, go and come back by undo, and leave nothing of them in the file once they are forgotten", async () => {
    const { host, book, reopened } = await openSummary();
    const plain = comparable(await book.read());
    const inTabs = () => host.book.sheets.map(({ name }) => name);
    const own = inTabs();
    expect(await book.write(planned(await engine.answers(await book.read(), manner)).operation)).toBeNull();
    const answered = comparable(await book.read());
    expect(inTabs().slice(own.length)).toEqual(Array.from({ length: 15 }, () => expect.stringMatching(/^Phiếu /)));
    expect(await book.write(planned(await engine.withoutAnswers(await book.read())).operation)).toBeNull();
    expect(comparable(await book.read())).toEqual(plain);
    // A pane that was closed meanwhile knows the way back, too.
    expect(await reopened().undo()).toMatchObject({ kind: "undone", name: { vi: "Bỏ phiếu phản hồi" } });
    expect(comparable(await book.read())).toEqual(answered);
    expect(await book.undo()).toMatchObject({ kind: "undone", name: { vi: "Ghi phiếu phản hồi" } });
    expect(comparable(await book.read())).toEqual(plain);
    expect(inTabs()).toEqual(own);
  });

  it("[ED2] [XL5] wait for a person to unlock a workbook whose structure is protected", async () => {
    const { host, book } = await openSummary();
    const plain = comparable(await book.read());
    const { operation } = planned(await engine.answers(await book.read(), manner));
    host.book.isStructureProtected = true;
    const trouble = await book.write(operation).catch((cause: unknown) => cause);
    if (!(trouble instanceof WorkbookTrouble)) throw new Error("no trouble");
    const { kind, about } = trouble;
    expect(troublePhrase({ kind, ...about })).toEqual({
      vi: "Sổ hoặc sheet đang khóa bằng mật khẩu. Chưa ghi gì vào sổ. Mở khóa ở thẻ Xem lại (Review), mục Bỏ bảo vệ (Unprotect), rồi làm lại.",
      en: "The workbook or a sheet is locked with a password. Nothing was written. Unlock it on the Review tab, Unprotect, and try again.",
    });
    expect(comparable(await book.read())).toEqual(plain);
    host.book.isStructureProtected = false;
    expect(await book.write(operation)).toBeNull();
  });

  it("[ED3] stay away where somebody gave a sheet of theirs its name since", async () => {
    const { host, book } = await openSummary();
    await book.write(planned(await engine.answers(await book.read(), manner)).operation);
    const name = host.book.sheets.at(-1)?.name ?? "";
    await book.write(planned(await engine.withoutAnswers(await book.read())).operation);
    const [cover] = host.book.sheets;
    const was = cover?.name;
    if (cover) cover.name = name;
    expect(await book.undo()).toMatchObject({ kind: "user-changed", at: { sheet: name } });
    if (cover && was !== undefined) cover.name = was;
    expect(await book.undo()).toMatchObject({ kind: "undone" });
  });
});
