// Made by `npm run new-rule`: to move a rule, move its import and run it with --lists.
import type { Report, Rule } from "./rule";
import planIsThisPlan from "./within/plan-is-this-plan";
import formVersionIsCurrent from "./within/form-version-is-current";
import sheetIsPresent from "./within/sheet-is-present";
import sheetAppearsOnce from "./within/sheet-appears-once";
import sheetKeepsItsName from "./within/sheet-keeps-its-name";
import keysAreInPlace from "./within/keys-are-in-place";
import columnIsPresent from "./within/column-is-present";
import columnAppearsOnce from "./within/column-appears-once";
import codeIsPresent from "./within/code-is-present";
import codeIsKnown from "./within/code-is-known";
import codeAppearsOnce from "./within/code-appears-once";
import noStrayFigures from "./within/no-stray-figures";
import inputsAreNotMerged from "./within/inputs-are-not-merged";
import nothingIsHidden from "./within/nothing-is-hidden";
import formulaIsIntact from "./within/formula-is-intact";
import noLinksToOtherFiles from "./within/no-links-to-other-files";
import figureIsCalculated from "./within/figure-is-calculated";
import unitIsKnown from "./within/unit-is-known";
import unitNameMatchesCode from "./within/unit-name-matches-code";
import periodIsKnown from "./within/period-is-known";
import reportDateIsPlausible from "./within/report-date-is-plausible";
import reporterIsNamed from "./within/reporter-is-named";
import sheetsAreOfOneReport from "./within/sheets-are-of-one-report";
import figureIsPresent from "./within/figure-is-present";
import figureIsANumber from "./within/figure-is-a-number";
import numberIsNotText from "./within/number-is-not-text";
import numberHasOneMeaning from "./within/number-has-one-meaning";
import figureIsNotADate from "./within/figure-is-not-a-date";
import cellIsNotAnError from "./within/cell-is-not-an-error";
import figureIsNotNegative from "./within/figure-is-not-negative";
import countIsWhole from "./within/count-is-whole";
import choiceIsFromTheList from "./within/choice-is-from-the-list";
import amountIsInMillions from "./within/amount-is-in-millions";
import textIsUnicode from "./within/text-is-unicode";
import textIsNotInALegacyEncoding from "./within/text-is-not-in-a-legacy-encoding";
import textIsNotAFormula from "./within/text-is-not-a-formula";
import partIsWithinWhole from "./within/part-is-within-whole";
import closingFollowsFromMovements from "./within/closing-follows-from-movements";
import totalIsTheSumOfItsParts from "./within/total-is-the-sum-of-its-parts";
import poorAndNearPoorAgree from "./within/poor-and-near-poor-agree";
import sameFigureAgreesEverywhere from "./within/same-figure-agrees-everywhere";
import openingIsLastClosing from "./within/opening-is-last-closing";
import personsAreAtLeastHouseholds from "./within/persons-are-at-least-households";
import wholeHoldsItsParts from "./within/whole-holds-its-parts";
import povertyStandardIsTheSame from "./within/poverty-standard-is-the-same";
import disbursedIsWithinAllocated from "./within/disbursed-is-within-allocated";
import taskStatusAgreesWithPercent from "./within/task-status-agrees-with-percent";
import villageAppearsOnce from "./within/village-appears-once";
import changeIsExplained from "./within/change-is-explained";
import missedTargetIsExplained from "./within/missed-target-is-explained";
import yearIsNotBelowHalfYear from "./within/year-is-not-below-half-year";
import figureIsNotASlipOfTen from "./within/figure-is-not-a-slip-of-ten";
import baselineIsUnchanged from "./within/baseline-is-unchanged";
import sealedReportIsUnchanged from "./within/sealed-report-is-unchanged";
import summaryIsWhatReportsSay from "./within/summary-is-what-reports-say";

/** In the order in which their findings are told. */
export const withinRules: readonly Rule<Report>[] = [
  planIsThisPlan,
  formVersionIsCurrent,
  sheetIsPresent,
  sheetAppearsOnce,
  sheetKeepsItsName,
  keysAreInPlace,
  columnIsPresent,
  columnAppearsOnce,
  codeIsPresent,
  codeIsKnown,
  codeAppearsOnce,
  noStrayFigures,
  inputsAreNotMerged,
  nothingIsHidden,
  formulaIsIntact,
  noLinksToOtherFiles,
  figureIsCalculated,
  unitIsKnown,
  unitNameMatchesCode,
  periodIsKnown,
  reportDateIsPlausible,
  reporterIsNamed,
  sheetsAreOfOneReport,
  figureIsPresent,
  figureIsANumber,
  numberIsNotText,
  numberHasOneMeaning,
  figureIsNotADate,
  cellIsNotAnError,
  figureIsNotNegative,
  countIsWhole,
  choiceIsFromTheList,
  amountIsInMillions,
  textIsUnicode,
  textIsNotInALegacyEncoding,
  textIsNotAFormula,
  partIsWithinWhole,
  closingFollowsFromMovements,
  totalIsTheSumOfItsParts,
  poorAndNearPoorAgree,
  sameFigureAgreesEverywhere,
  openingIsLastClosing,
  personsAreAtLeastHouseholds,
  wholeHoldsItsParts,
  povertyStandardIsTheSame,
  disbursedIsWithinAllocated,
  taskStatusAgreesWithPercent,
  villageAppearsOnce,
  changeIsExplained,
  missedTargetIsExplained,
  yearIsNotBelowHalfYear,
  figureIsNotASlipOfTen,
  baselineIsUnchanged,
  sealedReportIsUnchanged,
  summaryIsWhatReportsSay,
];
