import type { Grid } from "./grid";
import type { GridWish } from "./grid-wish";

/** Opens the sheet in its place on the page; what draws it is loaded only now, since it is large. */
export async function openGrid(wish: GridWish): Promise<Grid> {
  const { UniverGrid } = await import("./univer-grid");
  return UniverGrid.open(wish);
}
