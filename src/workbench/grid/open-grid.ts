import type { Language } from "../../core/language";
import type { Grid } from "./grid";

export interface GridWish {
  /** Empty, and of the size that the sheet shall have. */
  readonly container: HTMLElement;
  readonly language: Language;
}

/** Opens the sheet in its place on the page; what draws it is loaded only now, since it is large. */
export async function openGrid(wish: GridWish): Promise<Grid> {
  const { UniverGrid } = await import("./univer-grid");
  return UniverGrid.open(wish);
}
