/**
 * Starts a worker from its code: a page that was opened from a disk may load no worker's file, and one from memory goes by
 * the page's own policy.
 */
export function startWorkerOf(code: string): Worker {
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const worker = new Worker(address);
  // The worker has taken its code by then; before that, giving up the address would leave it without.
  worker.addEventListener("message", () => URL.revokeObjectURL(address), { once: true });
  return worker;
}
