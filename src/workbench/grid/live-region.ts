/** Words for people who hear the sheet: a canvas says nothing by itself. */
export class LiveRegion {
  readonly #element = document.createElement("div");

  constructor(container: HTMLElement, label: string) {
    container.setAttribute("role", "region");
    container.setAttribute("aria-label", label);
    this.#element.setAttribute("aria-live", "polite");
    this.#element.setAttribute("role", "status");
    this.#element.dataset["grid"] = "spoken";
    Object.assign(this.#element.style, {
      position: "absolute",
      width: "1px",
      height: "1px",
      overflow: "hidden",
      clipPath: "inset(50%)",
      whiteSpace: "nowrap",
    });
    container.after(this.#element);
  }

  say(words: string): void {
    this.#element.textContent = words;
  }

  remove(): void {
    this.#element.remove();
  }
}
