const prefix = "plan-monitor-window-";

/** Marks this window as open for as long as it is; browsers drop the lock with the page. */
export function markAsLiving(id: string, locks: LockManager | undefined): void {
  void locks?.request(prefix + id, () => new Promise<never>(() => undefined));
}

/** The windows of the workbench that are open; where a browser has no locks, none is known. */
export async function livingWindows(locks: LockManager | undefined): Promise<ReadonlySet<string>> {
  const held = (await locks?.query())?.held ?? [];
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
}
