// Made by `npm run new-rule`: to move a rule, move its import and run it with --lists.
import type { Together, Rule } from "./rule";
import everyUnitReports from "./across/every-unit-reports";
import unitReportsOnce from "./across/unit-reports-once";
import reportsAreOfOnePeriod from "./across/reports-are-of-one-period";
import reportIsOnTime from "./across/report-is-on-time";
import reportsAreNotCopies from "./across/reports-are-not-copies";
import figureIsInLineWithPeers from "./across/figure-is-in-line-with-peers";
import allocationsAddUp from "./across/allocations-add-up";

/** In the order in which their findings are told. */
export const acrossRules: readonly Rule<Together>[] = [
  everyUnitReports,
  unitReportsOnce,
  reportsAreOfOnePeriod,
  reportIsOnTime,
  reportsAreNotCopies,
  figureIsInLineWithPeers,
  allocationsAddUp,
];
