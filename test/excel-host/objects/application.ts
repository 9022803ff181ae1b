import { asText } from "../args";
import { recalculate } from "../calculate";
import { invalidArgument } from "../host-error";
import { HostObject, scalar } from "../host-object";
import type { HostState } from "../state";

/** Excel itself. */
export function applicationObject(state: HostState): HostObject {
  return new HostObject({
    type: "Application",
    scalars: {
      CalculationMode: scalar(
        () => state.book.calculationMode,
        (value) => {
          state.book.calculationMode = asText(value);
        },
      ),
      CalculationState: scalar(() => "Done"),
      DecimalSeparator: scalar(() => ","),
      ThousandsSeparator: scalar(() => "."),
      UseSystemSeparators: scalar(() => true),
    },
    methods: {
      Calculate: () => recalculate(state.book, "all"),
      SuspendApiCalculationUntilNextSync: () => undefined,
      SuspendScreenUpdatingUntilNextSync: () => undefined,
      CreateWorkbook: (args) => createdWorkbook(state, args.textOr(0, "")),
    },
  });
}

/** A workbook that stands in a window of its own once it is opened; this one knows nothing of it. */
function createdWorkbook(state: HostState, base64: string): HostObject {
  const book = base64 === "" ? null : state.arriving.get(base64);
  if (book === undefined) throw invalidArgument("The base64 text is no .xlsx workbook.");
  return new HostObject({ type: "WorkbookCreated", methods: { Open: () => void state.opened.push(book) } });
}
