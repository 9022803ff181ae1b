import type { ICommandService, IExecutionOptions } from "@univerjs/core";
import { isAllowed } from "./allowed";

/** Asked before any command is carried out: "do" it, or "skip" it (because it was done another way, or must not be). */
export type AskFirst = (id: string, params: unknown, options: IExecutionOptions | undefined) => "do" | "skip";

/**
 * Stands before Univer's commands. Its own way of cancelling, an error thrown by a listener, leaves the command on its
 * stack of running ones for good, and later changes are then taken for parts of it.
 */
export function guardCommands(service: ICommandService, ask: AskFirst): void {
  const run = service.executeCommand.bind(service);
  const runNow = service.syncExecuteCommand.bind(service);
  // What is skipped is answered as Univer answers what failed.
  service.executeCommand = async <P extends object, R = boolean>(
    ...[id, params, options]: Parameters<typeof run<P, R>>
  ): Promise<R> => (ask(id, params, options) === "do" ? run<P, R>(id, params, options) : (false as R));
  service.syncExecuteCommand = <P extends object, R = boolean>(
    ...[id, params, options]: Parameters<typeof runNow<P, R>>
  ): R => (ask(id, params, options) === "do" ? runNow<P, R>(id, params, options) : (false as R));
}

/** Whether a command is one that a person may give, or the grid's own work behind it. */
export function mayRun(id: string, options: IExecutionOptions | undefined): boolean {
  // What formulas give is written by Univer itself, whoever's change made it calculate.
  const isCalculated = options?.["fromFormula"] === true;
  return id === "sheet.mutation.set-range-values" ? isCalculated : isAllowed(id);
}
