import { afterEach, describe, expect, it } from "@jest/globals";
import type { Fault } from "./faults";
import { blankBook, closeHost, codeOf, openHost } from "./open-host";

afterEach(closeHost);

/** Writes A1, then A2, in one sync. */
function writing(): Promise<void> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Bìa");
    sheet.getRange("A1").values = [[1]];
    sheet.getRange("A2").values = [[2]];
    await context.sync();
  });
}

function written(host: ReturnType<typeof openHost>): unknown[] {
  return [0, 1].map((row) => host.sheet("Bìa").cells.at(row, 0)?.value ?? null);
}

describe("a fault", () => {
  it.each<[Fault, string, unknown[]]>([
    [{ kind: "protected-sheet" }, "AccessDenied", [null, null]],
    [{ kind: "read-only" }, "AccessDenied", [null, null]],
    [{ kind: "cell-being-edited" }, "InvalidOperationInCellEditMode", [null, null]],
    [{ kind: "payload-too-large", of: "request" }, "RequestPayloadSizeLimitExceeded", [null, null]],
    [{ kind: "payload-too-large", of: "response" }, "ResponsePayloadSizeLimitExceeded", [1, 2]],
    [{ kind: "timeout", isApplied: false }, "InvalidOrTimedOutSession", [null, null]],
    [{ kind: "timeout", isApplied: true }, "InvalidOrTimedOutSession", [1, 2]],
    [{ kind: "item-gone" }, "ItemNotFound", [null, null]],
    [{ kind: "host-busy" }, "ActivityLimitReached", [null, null]],
  ])("%j tells %s and leaves %j", async (fault, code, left) => {
    const host = openHost();
    host.failNext(fault);
    expect(await codeOf(writing())).toBe(code);
    expect(written(host)).toEqual(left);
    expect(await codeOf(writing())).toBe("");
    expect(written(host)).toEqual([1, 2]);
  });

  it("at one action leaves what came before it", async () => {
    const whole = openHost();
    await writing();
    // The last action of the request writes A2.
    const last = whole.counts.lastRequestActions - 1;
    const host = openHost();
    host.failNext({ kind: "fails-at-action", action: last, code: "GeneralException" });
    expect(await codeOf(writing())).toBe("GeneralException");
    expect(written(host)).toEqual([1, null]);
  });

  it("strikes the sync that it is ordered for", async () => {
    const host = openHost();
    host.failAt(2, { kind: "host-busy" });
    expect(await codeOf(writing())).toBe("");
    expect(await codeOf(writing())).toBe("ActivityLimitReached");
    expect(await codeOf(writing())).toBe("");
  });

  it("may stand until it is taken back", async () => {
    const host = openHost();
    host.failAlways({ kind: "cell-being-edited" });
    expect(await codeOf(writing())).toBe("InvalidOperationInCellEditMode");
    expect(await codeOf(writing())).toBe("InvalidOperationInCellEditMode");
    host.failAlways(null);
    expect(await codeOf(writing())).toBe("");
  });

  it("comes of itself where a request or an answer is too large", async () => {
    const host = openHost(blankBook(), { payloadLimit: 2000 });
    expect(await codeOf(writing())).toBe("");
    const asking = (text: string, rows: number) =>
      codeOf(
        Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem("Bìa").getRange(`A1:A${rows}`);
          range.getCell(0, 0).values = [[text]];
          range.load("values");
          await context.sync();
        }),
      );
    expect(await asking("x", 10)).toBe("");
    expect(await asking("x", 1000)).toBe("ResponsePayloadSizeLimitExceeded");
    expect(await asking("x".repeat(2000), 10)).toBe("RequestPayloadSizeLimitExceeded");
    expect(host.sheet("Bìa").cells.at(0, 0)?.value).toBe("x");
  });

  it("may be silence", async () => {
    const host = openHost();
    host.failNext({ kind: "timeout", isApplied: true, isSilent: true });
    const outcome = await Promise.race([writing().then(() => "answered"), host.idle().then(() => "waiting")]);
    expect(outcome).toBe("waiting");
    expect(written(host)).toEqual([1, 2]);
  });
});

describe("a workbook that is read-only", () => {
  it("refuses every write and tells so", async () => {
    const host = openHost();
    host.book.isReadOnly = true;
    expect(await codeOf(writing())).toBe("AccessDenied");
    const isReadOnly = await Excel.run(async (context) => {
      context.workbook.load("readOnly");
      await context.sync();
      return context.workbook.readOnly;
    });
    expect(isReadOnly).toBe(true);
  });
});
