import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Phrase } from "../../core/language";
import type { FindingView } from "../../worker/engine";
import { severityMarks } from "../../words/statuses";
import { verbs } from "../../words/pane/frame";
import { checkPanelWords } from "../../words/pane/panels";
import { usePanelStyles } from "../frame/panel.styles";
import { useOperations, useWords } from "../pane-context";
import { Explanation } from "./explanation";
import { Mends } from "./mends";

const useStyles = makeStyles({
  what: { display: "flex", gap: tokens.spacingHorizontalS, cursor: "pointer" },
  mark: { fontWeight: tokens.fontWeightBold },
  gone: { textDecorationLine: "line-through", color: tokens.colorNeutralForeground3 },
  place: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  more: { margin: `${tokens.spacingVerticalXS} 0`, "& summary": { cursor: "pointer" } },
  todo: { margin: `${tokens.spacingVerticalXXS} 0` },
});

const tones = { error: "bad", warning: "doubtful", note: "quiet" } as const;

/** One finding: what, why, what to do, and the way to its cell. `heading` names its sheet where that begins. */
export function FindingItem({
  finding,
  isGone,
  isElsewhere,
  heading,
}: {
  readonly finding: FindingView;
  readonly isGone: boolean;
  readonly isElsewhere: boolean;
  readonly heading: Phrase | null;
}): React.JSX.Element {
  const panel = usePanelStyles();
  const styles = useStyles();
  const { reveal } = useOperations();
  const say = useWords();
  const whatId = useId();
  const { rule, severity, sheet, cell, what, why, todo } = finding;
  const at = !isElsewhere && sheet !== null && cell !== null ? { sheet, cell } : null;
  return (
    <li className={panel.item} data-rule={rule} data-cell={cell ?? ""} data-sheet={sheet ?? ""} data-gone={isGone}>
      {heading && <h3 className={panel.subheading}>{say(heading)}</h3>}
      <div className={styles.what} onClick={() => void (at && reveal(at))}>
        <span aria-hidden="true" className={mergeClasses(styles.mark, panel[isGone ? "good" : tones[severity]])}>
          {isGone ? "✓" : severityMarks[severity]}
        </span>
        <div id={whatId} className={mergeClasses(isGone && styles.gone)}>
          <span className={styles.place}>
            {say(isGone ? checkPanelWords.gone : checkPanelWords.severities[severity])}
            {cell !== null && ` · ${say(checkPanelWords.cell(cell))}`}
          </span>
          <br />
          {say(what)}
        </div>
      </div>
      {!isGone && (
        <>
          {!isElsewhere && (
            <Mends finding={finding} describedBy={whatId}>
              {at && (
                <Button size="small" aria-describedby={whatId} onClick={() => void reveal(at)}>
                  {say(verbs.goToCell)}
                </Button>
              )}
            </Mends>
          )}
          {severity === "warning" && !isElsewhere && <Explanation finding={finding} describedBy={whatId} />}
          <details className={styles.more}>
            <summary>{say(checkPanelWords.whyAndTodo)}</summary>
            <p className={styles.todo}>{say(why)}</p>
            <p className={styles.todo}>{say(todo)}</p>
          </details>
        </>
      )}
    </li>
  );
}
