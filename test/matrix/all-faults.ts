import { acrossRules } from "../../src/core/rules/across-rules";
import { withinRules } from "../../src/core/rules/within-rules";
import type { CleanForm } from "./clean-form";
import { computedFaults } from "./computed-faults";
import { coverFaults } from "./cover-faults";
import type { Fault } from "./fault";
import { figureFaults } from "./figure-faults";
import { structureFaults } from "./structure-faults";
import { timeFaults } from "./time-faults";
import { togetherFaults } from "./together-faults";

/** Every fault of the catalogue, in every place of a report where it can occur, one at a time. */
export function* faultsIn(form: CleanForm): Generator<Fault> {
  for (const fault of plannedFaults(form)) if (isRuleThere(fault)) yield fault;
}

const there = new Set([...withinRules, ...acrossRules].map(({ id }) => id));

/** The generators know the whole catalogue; a fault whose rule is still to come waits for it. */
export function isRuleThere({ rule }: Fault): boolean {
  return there.has(rule);
}

function* plannedFaults(form: CleanForm): Generator<Fault> {
  yield* coverFaults(form);
  yield* structureFaults(form);
  yield* computedFaults(form);
  yield* figureFaults(form);
  yield* togetherFaults(form);
  yield* timeFaults(form);
}
