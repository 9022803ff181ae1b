import { useEffect, useState } from "react";

/** Files may be dropped anywhere on the page; true while some are held over it. */
export function useFileDrop(give: (files: readonly File[]) => Promise<void>): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      // Into another element of the page is not away from it.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (!holdsFiles(event)) return;
      // The pane's own place for reports has taken them already.
      const isTaken = event.defaultPrevented;
      event.preventDefault();
      if (!isTaken) void give([...(event.dataTransfer?.files ?? [])]);
    };
    const stop = new AbortController();
    const { signal } = stop;
    globalThis.addEventListener("dragover", over, { signal });
    globalThis.addEventListener("dragleave", leave, { signal });
    globalThis.addEventListener("drop", drop, { signal });
    return () => stop.abort();
  }, [give]);
  return isOver;
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") === true;
}
