import { partOfKind } from "./book-map";
import type { PackageDraft } from "./package-draft";
import { dropPart } from "./package-links";
import { relationshipsPart } from "./package-part";
import { askForCalculation, withoutElements } from "./patch-parts";

/** Asks whoever opens the workbook to compute every formula. */
export function demandCalculation(draft: PackageDraft): void {
  const main = partOfKind(draft, "", "officeDocument");
  if (main !== null) draft.change(main, askForCalculation);
}

/** A chain of formulas that names a cell without one makes Excel repair the file; without a chain, it makes its own. */
export function dropCalculationChain(draft: PackageDraft): void {
  const main = partOfKind(draft, "", "officeDocument");
  const chain = main === null ? null : partOfKind(draft, main, "calcChain");
  if (main === null || chain === null) return;
  draft.change(relationshipsPart(main), (xml) =>
    withoutElements(
      xml,
      ({ name, attributes }) => name === "Relationship" && (attributes.get("Type") ?? "").endsWith("/calcChain"),
    ),
  );
  dropPart(draft, chain);
}
