import type { Mend } from "../../finding";
import { folded } from "../../plain-text";
import type { Period, Plan } from "../../plan/plan";
import type { CoverReading, Reading } from "../../reading/reading";
import { edited } from "./cell-mend";

/** The mends of a cover that names no period: the one that it names in words, else each of the plan's to be chosen. */
export function periodMends(plan: Plan, reading: Reading, field: CoverReading): Mend[] {
  const named = periodsNamed(plan, field.text);
  const [only] = named;
  const marked = periodMarked(plan, reading);
  const isAgreed = marked === null || marked === only;
  if (only && named.length === 1 && isAgreed) return mendsTo(field, only, true);
  const choices = [...new Set([...(marked ? [marked] : []), ...named, ...plan.periods])];
  return choices.flatMap((period) => mendsTo(field, period, false));
}

/** The periods that go by a text: their id or a name, in either language, without regard to diacritics. */
function periodsNamed(plan: Plan, text: string): readonly Period[] {
  const wanted = nameFolded(text);
  if (wanted === "") return [];
  return plan.periods.filter(({ id, name }) => [id, name.vi, name.en].some((one) => nameFolded(one) === wanted));
}

/** "Kỳ 6 tháng đầu năm 2022" and "6 THANG DAU NAM 2022." name the same period. */
function nameFolded(text: string): string {
  return folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(?:ky )?(?:bao cao )?/, "");
}

/** The period that every sheet says it is of, where they agree. */
function periodMarked(plan: Plan, { tables }: Reading): Period | null {
  const said = new Set([...tables.values()].map(({ periodId }) => periodId?.text ?? ""));
  const [only] = said;
  return said.size === 1 ? (plan.periods.find(({ id }) => id === only) ?? null) : null;
}

function mendsTo(field: CoverReading, { id, name }: Period, isCertain: boolean): Mend[] {
  const edit = edited(field, { value: id });
  if (!edit) return [];
  const becomes = { vi: `${id} (${name.vi})`, en: `${id} (${name.en})` };
  return [{ becomes, isCertain: isCertain && field.found?.formula === undefined, edits: [edit] }];
}
