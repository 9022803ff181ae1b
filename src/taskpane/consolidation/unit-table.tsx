import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Fragment, memo, useState } from "react";
import type { Phrase } from "../../core/language";
import { tableWords } from "../../words/outcomes";
import { consolidationWords } from "../../words/pane/panels";
import type { FileView, UnitView } from "../../worker/engine";
import { FindingList } from "../check/finding-list";
import { usePanelStyles } from "../frame/panel.styles";
import { useWords } from "../pane-context";

const useStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    "& th": { textAlign: "left", fontWeight: tokens.fontWeightSemibold },
    "& td, & th": {
      padding: tokens.spacingVerticalXS,
      verticalAlign: "top",
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    },
  },
  figure: { textAlign: "right" },
});

/**
 * One row a unit: whether its report came and counts, and its errors and warnings, which can be unfolded. There may be
 * hundreds of them: they are drawn anew only when they are others.
 */
export const UnitTable = memo(function UnitTable({
  units,
  files,
}: {
  readonly units: readonly UnitView[];
  readonly files: readonly FileView[];
}): React.JSX.Element {
  const styles = useStyles();
  const say = useWords();
  const [unfolded, setUnfolded] = useState<string | null>(null);
  const fileOf = ({ file, isNew }: UnitView): FileView | undefined =>
    isNew ? files.find((one) => one.file === file) : undefined;
  return (
    <table className={styles.table} aria-label={say(consolidationWords.units)}>
      <thead>
        <tr>
          <th scope="col">{say(tableWords.unit)}</th>
          <th scope="col">{say(tableWords.report)}</th>
          <th scope="col" className={styles.figure}>
            {say(tableWords.errors)}
          </th>
          <th scope="col" className={styles.figure}>
            {say(tableWords.warnings)}
          </th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => {
          const file = fileOf(unit);
          const isUnfolded = unfolded === unit.code;
          return (
            <Fragment key={unit.code}>
              <UnitRow unit={unit}>
                {file && file.findings.length > 0 && (
                  <Button
                    size="small"
                    aria-expanded={isUnfolded}
                    aria-label={`${say(consolidationWords.see)} ${say(unit.name)}`}
                    onClick={() => setUnfolded(isUnfolded ? null : unit.code)}
                  >
                    {say(consolidationWords.see)}
                  </Button>
                )}
              </UnitRow>
              {file && isUnfolded && (
                <tr>
                  <td colSpan={4}>
                    <FindingList findings={file.findings} gone={[]} isElsewhere />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
});

function UnitRow({
  unit,
  children,
}: {
  readonly unit: UnitView;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  const styles = useStyles();
  const panel = usePanelStyles();
  const say = useWords();
  const { sign, tone } = standing(unit);
  return (
    <tr data-unit={unit.code} data-state={unit.state}>
      <th scope="row">{say(unit.name)}</th>
      <td>
        <span className={panel[tone]}>
          <span aria-hidden="true">{sign} </span>
          {stateWords(unit).map(say).join(", ")}
        </span>
        <div>{children}</div>
      </td>
      <td className={mergeClasses(styles.figure)}>{unit.counts?.error ?? ""}</td>
      <td className={mergeClasses(styles.figure)}>{unit.counts?.warning ?? ""}</td>
    </tr>
  );
}

function standing({ state, isOtherStage, counts }: UnitView): {
  readonly sign: string;
  readonly tone: "good" | "bad" | "doubtful" | "quiet";
} {
  if (state === "missing") return { sign: "○", tone: "quiet" };
  if (state === "refused" || isOtherStage || (counts?.error ?? 0) > 0) return { sign: "✖", tone: "bad" };
  return (counts?.warning ?? 0) > 0 ? { sign: "!", tone: "doubtful" } : { sign: "✓", tone: "good" };
}

function stateWords(unit: UnitView): Phrase[] {
  const { state, inPart, isOnTime, daysLate, sealedOn } = unit;
  if (state === "missing") return [consolidationWords.missing];
  return [
    arrival(unit),
    ...(inPart === null ? [] : [inPart]),
    ...(isOnTime === null ? [] : [isOnTime ? consolidationWords.onTime : consolidationWords.late(daysLate)]),
    ...(sealedOn === null ? [] : [consolidationWords.sealed]),
  ];
}

function arrival({ state, isOtherStage, lacksFigures, isNew, counts }: UnitView): Phrase {
  // None of several reports was chosen, so that nothing was counted in one.
  if (state === "refused" && counts === null) return consolidationWords.rivals;
  if (state === "refused") return isOtherStage ? consolidationWords.otherStage : consolidationWords.refused;
  if (isOtherStage) return consolidationWords.otherStageButIn;
  if (lacksFigures) return consolidationWords.lacksFigures;
  if ((counts?.error ?? 0) > 0) return consolidationWords.refusedButIn;
  return isNew ? consolidationWords.received : consolidationWords.carried;
}
