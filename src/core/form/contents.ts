import type { CellValue } from "../cell";
import type { CoverField } from "./cover";
import type { CellKey } from "./form-context";

/** What stands in the inputs of a form: nothing in a blank one. */
export interface Contents {
  readonly cover: ReadonlyMap<CoverField, CellValue>;
  /** By `contentsKey`. */
  readonly cells: ReadonlyMap<string, CellValue>;
  /** A line under every title, such as "Số liệu minh họa". */
  readonly notice?: string;
}

export const noContents: Contents = { cover: new Map(), cells: new Map() };

export function contentsKey({ table, code, key }: CellKey): string {
  return `${table}/${code}/${key}`;
}
