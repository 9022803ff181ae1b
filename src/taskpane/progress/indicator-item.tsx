import { Button, makeStyles, mergeClasses, ProgressBar, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Phrase } from "../../core/language";
import type { IndicatorView } from "../../worker/engine";
import { verbs } from "../../words/pane/frame";
import { progressWords } from "../../words/pane/panels";
import { usePanelStyles } from "../frame/panel.styles";
import { useOperations, useWords } from "../pane-context";

const useStyles = makeStyles({
  figures: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  value: { fontWeight: tokens.fontWeightSemibold, whiteSpace: "nowrap" },
  bar: { flexGrow: 1 },
  status: { whiteSpace: "nowrap" },
});

/** A sign beside the word: colour is never alone. */
const signs: Readonly<
  Record<IndicatorView["status"], { readonly sign: string; readonly tone: "good" | "bad" | "doubtful" | "quiet" }>
> = {
  exceeded: { sign: "▲", tone: "good" },
  met: { sign: "✓", tone: "good" },
  "on-track": { sign: "→", tone: "good" },
  behind: { sign: "▼", tone: "doubtful" },
  "not-met": { sign: "✖", tone: "bad" },
  nil: { sign: "–", tone: "quiet" },
  missing: { sign: "?", tone: "doubtful" },
  watched: { sign: "·", tone: "quiet" },
};

export function IndicatorItem({ indicator }: { readonly indicator: IndicatorView }): React.JSX.Element {
  const panel = usePanelStyles();
  const styles = useStyles();
  const { reveal } = useOperations();
  const say = useWords();
  const nameId = useId();
  const { code, name, status, statusWord, value, target, progress, progressText, at } = indicator;
  const { sign, tone } = signs[status];
  const said = (phrases: readonly (Phrase | null)[]): string[] =>
    phrases.flatMap((phrase) => (phrase ? [say(phrase)] : []));
  const course = said([indicator.change, indicator.pace]);
  const outlook = said([indicator.forecast, indicator.needed, indicator.coverage, indicator.compared]);
  return (
    <li className={panel.item} data-code={code}>
      <div id={nameId}>
        {code} {say(name)}
      </div>
      <div className={styles.figures}>
        {value && <span className={styles.value}>{say(value)}</span>}
        {progress !== null && (
          <ProgressBar
            className={styles.bar}
            thickness="large"
            value={Math.max(0, Math.min(progress, 100))}
            max={100}
            aria-labelledby={nameId}
            {...(progressText && { "aria-valuetext": say(progressText) })}
          />
        )}
        {progressText && <span className={styles.value}>{say(progressText)}</span>}
        <span className={mergeClasses(styles.status, panel[tone])}>
          <span aria-hidden="true">{sign} </span>
          {say(statusWord)}
        </span>
      </div>
      <p className={mergeClasses(panel.quiet, panel.small)}>
        {(target.vi === "" ? course : [`${say(progressWords.target)}: ${say(target)}`, ...course]).join(" · ")}
      </p>
      {outlook.length > 0 && <p className={mergeClasses(panel.quiet, panel.small)}>{outlook.join(" · ")}</p>}
      {at && (
        <Button size="small" aria-describedby={nameId} onClick={() => void reveal(at)}>
          {say(verbs.goToCell)}
        </Button>
      )}
    </li>
  );
}
