/**
 * Univer puts its canvases before everything else on the page in the order of the Tab key; they stand where the sheet
 * stands, and those that hold no cells are left out. Gives the way to stop.
 */
export function mendTabOrder(container: HTMLElement): () => void {
  const mend = (): void => {
    for (const canvas of container.querySelectorAll("canvas[tabindex]")) {
      const wanted = canvas.id.startsWith("univer-sheet-main") ? "0" : "-1";
      if (canvas.getAttribute("tabindex") !== wanted) canvas.setAttribute("tabindex", wanted);
    }
  };
  mend();
  const observer = new MutationObserver(mend);
  observer.observe(container, { subtree: true, childList: true, attributes: true, attributeFilter: ["tabindex"] });
  return () => observer.disconnect();
}
