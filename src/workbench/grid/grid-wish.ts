import type { Language } from "../../core/language";

/** Where the sheet shall be on the page, and in whose language. */
export interface GridWish {
  /** Empty, and of the size that the sheet shall have. */
  readonly container: HTMLElement;
  readonly language: Language;
}
