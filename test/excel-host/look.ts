/** How a cell looks and whether it is locked: shared, never changed in place. Colours are "#RRGGBB"; "" is none. */
export interface Look {
  readonly numberFormat: string;
  readonly fill: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColour: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly underline: string;
  readonly isStruck: boolean;
  readonly isLocked: boolean;
  readonly isFormulaHidden: boolean;
  readonly across: string;
  readonly upDown: string;
  readonly wraps: boolean;
  readonly indent: number;
  /** Style by edge ("EdgeTop", …); edges not named here have none. */
  readonly borders: ReadonlyMap<string, Border>;
}

export interface Border {
  readonly style: string;
  readonly colour: string;
  readonly weight: string;
}

export const plainLook: Look = {
  numberFormat: "General",
  fill: "",
  fontName: "Times New Roman",
  fontSize: 12,
  fontColour: "#000000",
  isBold: false,
  isItalic: false,
  underline: "None",
  isStruck: false,
  isLocked: true,
  isFormulaHidden: false,
  across: "General",
  upDown: "Bottom",
  wraps: false,
  indent: 0,
  borders: new Map(),
};
