import type { SheetLooks } from "../looks";
import type { Archive } from "./archive";
import { LookedCells, sizeIn, type LooksLeft } from "./look-cells";
import type { ColourOf } from "./look-colours";
import { conditionsElement, validationElement, type BorrowedList, type SheetRules } from "./look-rules";
import type { Styles } from "./look-styles";
import { readPart } from "./package-part";
import { attribute, treeOf, type XmlElement } from "./xml";

/** What all sheets of a workbook look at. */
export interface LooksContext {
  readonly styles: Styles;
  readonly colourOf: ColourOf;
  readonly left: LooksLeft;
}

/** How a sheet looks, and the lists of which only the cells are known that hold their choices. */
export interface ReadSheetLooks {
  readonly looks: SheetLooks;
  readonly borrowed: readonly BorrowedList[];
}

type Draft<Kind> = { -readonly [Key in keyof Kind]: Kind[Key] };
type View = Draft<Pick<SheetLooks, "tab" | "defaultWidth" | "defaultHeight" | "freeze" | "hasGridlines">>;

/** How a worksheet looks; throws a PartError for an unsound part. */
export function readSheetLooks(
  archive: Archive,
  { name, part }: { readonly name: string; readonly part: string },
  { styles, colourOf, left }: LooksContext,
): ReadSheetLooks {
  const view: View = plainView();
  const cells = new LookedCells(styles.cells.length, left);
  const rules: SheetRules = { conditions: [], lists: [], borrowed: [], inputs: [] };
  const children = treeOf({
    sheetPr: {
      children: treeOf({ tabColor: { open: (attributes) => void (view.tab = colourOf(attributes) ?? null) } }),
    },
    sheetViews: { children: treeOf({ sheetView: viewElement(view) }) },
    sheetFormatPr: {
      open: (attributes) => {
        view.defaultWidth = sizeIn(attributes, "defaultColWidth") ?? view.defaultWidth;
        view.defaultHeight = sizeIn(attributes, "defaultRowHeight") ?? view.defaultHeight;
      },
    },
    cols: { children: treeOf({ col: cells.colElement }) },
    sheetData: { children: treeOf({ row: cells.rowElement }) },
    conditionalFormatting: conditionsElement(rules, styles),
    dataValidations: { children: treeOf({ dataValidation: validationElement(rules) }) },
  });
  readPart(archive, part, treeOf({ worksheet: { children } }));
  cells.fillIn();
  const { conditions, lists, borrowed, inputs } = rules;
  const { widths, heights } = cells;
  const inOrder = [...conditions].sort((one, other) => one.priority - other.priority);
  return {
    looks: {
      name,
      ...view,
      widths,
      heights,
      looks: styles.cells,
      cells: cells.cells,
      lists,
      inputs,
      conditions: inOrder.map(({ condition }) => condition),
    },
    borrowed,
  };
}

/** A sheet of which nothing is known. */
export function plainSheet(name: string): ReadSheetLooks {
  const none = { widths: new Map(), heights: new Map(), cells: new Map() };
  const looks = { name, ...plainView(), ...none, looks: [{}], lists: [], inputs: [], conditions: [] };
  return { looks, borrowed: [] };
}

function plainView(): View {
  return { tab: null, defaultWidth: 9, defaultHeight: 15, freeze: { rows: 0, columns: 0 }, hasGridlines: true };
}

function viewElement(view: View): XmlElement {
  return {
    open: (attributes) =>
      void (view.hasGridlines = !["0", "false"].includes(attribute(attributes, "showGridLines") ?? "1")),
    children: treeOf({
      pane: {
        open: (attributes) => {
          if (!(attribute(attributes, "state") ?? "").startsWith("frozen")) return;
          const lines = (key: string) =>
            Math.min(200, Math.max(0, Math.trunc(Number(attribute(attributes, key) ?? "0")) || 0));
          view.freeze = { rows: lines("ySplit"), columns: lines("xSplit") };
        },
      },
    }),
  };
}
