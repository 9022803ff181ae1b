import type { HostSheet } from "../book";
import { HostObject, scalar, type Scalar } from "../host-object";
import type { HostState } from "../state";

const plainLayout: Readonly<Record<string, unknown>> = {
  Orientation: "Portrait",
  PaperSize: "A4",
  BlackAndWhite: false,
  BottomMargin: 54,
  TopMargin: 54,
  LeftMargin: 50.4,
  RightMargin: 50.4,
  HeaderMargin: 21.6,
  FooterMargin: 21.6,
  CenterHorizontally: false,
  CenterVertically: false,
  DraftMode: false,
  FirstPageNumber: "",
  PrintComments: "NoComments",
  PrintErrors: "AsDisplayed",
  PrintGridlines: false,
  PrintHeadings: false,
  PrintOrder: "DownThenOver",
  Zoom: { scale: 100 },
};

/** How a sheet is printed: kept, and used for nothing. */
export function pageLayoutObject(state: HostState, { pageLayout }: HostSheet): HostObject {
  const keep = (name: string) => (value: unknown) => {
    state.refuseReadOnly();
    pageLayout.set(name, value);
  };
  const scalars = Object.entries(plainLayout).map(([name, plain]): [string, Scalar] => [
    name,
    scalar(() => pageLayout.get(name) ?? plain, keep(name)),
  ]);
  const remember = (name: string) => (args: { readonly any: (index: number) => unknown }) => keep(name)(args.any(0));
  return new HostObject({
    type: "PageLayout",
    scalars: Object.fromEntries(scalars),
    methods: {
      SetPrintArea: remember("PrintArea"),
      SetPrintTitleRows: remember("PrintTitleRows"),
      SetPrintTitleColumns: remember("PrintTitleColumns"),
    },
  });
}
