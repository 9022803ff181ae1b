import { progressWords, statusLine } from "../../words/pane/panels";
import { usePanelStyles } from "../frame/panel.styles";
import { usePaneState, useWords } from "../pane-context";
import { IndicatorItem } from "./indicator-item";

/** The progress board: how each indicator stands, in the order of the plan. */
export function ProgressPanel(): React.JSX.Element {
  const styles = usePanelStyles();
  const { check } = usePaneState();
  const say = useWords();
  const indicators = check?.indicators ?? [];
  const errors = check?.counts.error ?? 0;
  return (
    <div className={styles.stack}>
      <h2 className={styles.heading}>{say(progressWords.title)}</h2>
      <p className={styles.quiet}>
        {say(indicators.length === 0 ? progressWords.none : statusLine(indicators.map(({ status }) => status)))}
      </p>
      {indicators.length > 0 && errors > 0 && (
        <p className={styles.doubtful}>⚠ {say(progressWords.withErrors(errors))}</p>
      )}
      <ul role="list" className={styles.list} aria-label={say(progressWords.indicators)}>
        {indicators.map((indicator) => (
          <IndicatorItem key={indicator.code} indicator={indicator} />
        ))}
      </ul>
    </div>
  );
}
