/** The pane answers its person within 100 ms: whoever works longer than this pauses in between. */
const longest = 25;

let begun = 0;

/** Lets the page answer, where it has been kept busy for a while; to be called between pieces of work of a few milliseconds. */
export async function breath(): Promise<void> {
  if (performance.now() - begun < longest) return;
  await new Promise((resolve) => setTimeout(resolve, 0));
  begun = performance.now();
}
