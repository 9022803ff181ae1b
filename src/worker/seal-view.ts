import type { Finding, Review } from "../core/finding";
import type { Phrase } from "../core/language";
import type { Plan } from "../core/plan/plan";
import { complaintsOf } from "../core/rules/complaints";
import { sealingOf, type Sealing } from "../core/seal";
import type { Snapshot } from "../core/snapshot";
import { operationNames, refusals } from "../words/operations";
import { sealWords } from "../words/seal";
import { whatStops } from "../words/what-stops";
import { operationOf } from "./draw-book";
import type { SealOutcome } from "./engine";
import { findingKeys } from "./finding-views";
import { reviewBook, type Recognized } from "./recognize";

/** The seal of the open report, or what stands in its way (law SE1). */
export async function planSeal(plan: Plan, book: Snapshot, on: string): Promise<SealOutcome> {
  const { found, reviewed } = reviewBook(plan, book, on);
  const sealing = sealingOf(reviewed, on);
  if (sealing.kind === "may-be-sealed") {
    const operation = await operationOf(operationNames.seal(), [[sealing.edit]]);
    return { kind: "planned", operation, digest: sealing.seal.digest };
  }
  if (sealing.kind === "findings") {
    return { kind: "findings", keys: keysOf(reviewed, sealing.findings), why: sealWords.notSealed };
  }
  return { kind: "refused", why: whyNot(sealing.kind, { found, reviewed }) };
}

function keysOf({ findings }: Review, wanted: readonly Finding[]): string[] {
  const keys = findingKeys(findings);
  return wanted.map((finding) => keys[findings.indexOf(finding)] ?? "");
}

function whyNot(
  kind: Exclude<Sealing["kind"], "may-be-sealed" | "findings">,
  { found, reviewed }: { readonly found: Recognized; readonly reviewed: Review },
): Phrase {
  const { file } = reviewed;
  switch (kind) {
    case "summary":
      return sealWords.summary(file);
    case "no-field-for-the-seal":
      return sealWords.noField(file);
    case "nobodys-report":
      return whatStops.notComputed(file);
    case "unreadable":
      if (found.kind === "several") return refusals.severalReports(found.reports.length);
      return complaintsOf([reviewed])[0] ?? whatStops.notComputed(file);
  }
}
