import type { Hint } from "../workbook";

/**
 * Listens to what happens in the workbook. What the add-in itself writes is no hint, or writing would ask for reading
 * without end. Where Excel cannot be listened to there are no hints, and the person presses the button instead.
 */
export function listenToExcel(listener: (hint: Hint) => void): () => void {
  let isStopped = false;
  let handlers: readonly OfficeExtension.EventHandlerResult<unknown>[] = [];
  const hint = (what: Hint) => {
    if (!isStopped) listener(what);
    return Promise.resolve();
  };
  const started = Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const added = [
      worksheets.onChanged.add(({ triggerSource }) =>
        triggerSource === "ThisLocalAddin" ? Promise.resolve() : hint("changed"),
      ),
      worksheets.onSelectionChanged.add(() => hint("selected")),
      worksheets.onActivated.add(() => hint("selected")),
    ];
    await context.sync();
    handlers = added;
  });
  const stop = async () => {
    await started;
    const [first] = handlers;
    if (!first) return;
    await Excel.run(first.context, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    });
  };
  // Hints are a comfort: without them everything still works.
  started.catch(() => undefined);
  return () => {
    isStopped = true;
    stop().catch(() => undefined);
  };
}
