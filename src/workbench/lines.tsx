import { Button, mergeClasses } from "@fluentui/react-components";
import { barWords, benchWords, keptWords } from "../words/workbench";
import { useBench, useBenchState, useSay } from "./bench-context";
import { useWorkbenchStyles } from "./workbench.styles";

/** What the workbench tells and offers: live regions have to stand there before they speak. */
export function Lines(): React.JSX.Element {
  const styles = useWorkbenchStyles();
  const { notice, opening, grid } = useBenchState();
  const { dismiss } = useBench();
  const say = useSay();
  const line = notice && (
    <div className={mergeClasses(styles.line, notice.tone === "failed" && styles.failed)}>
      <span>{say(notice.text)}</span>
      <Button size="small" appearance="subtle" onClick={dismiss}>
        {say(barWords.close)}
      </Button>
    </div>
  );
  return (
    <div className={styles.lines}>
      <div role="status">
        {notice?.tone === "done" && line}
        {opening !== null && <div className={styles.line}>{say(benchWords.opening(opening))}</div>}
        {grid === "failed" && <div className={styles.line}>{say(benchWords.gridFailed)}</div>}
      </div>
      <div role="alert">{notice?.tone === "failed" && line}</div>
      <KeptOffers />
    </div>
  );
}

/** Work that was left unsaved, offered back. */
function KeptOffers(): React.JSX.Element | null {
  const styles = useWorkbenchStyles();
  const { kept, opening } = useBenchState();
  const { reopenKept, discardKept } = useBench();
  const say = useSay();
  if (kept.length === 0) return null;
  return (
    <section aria-label={say(keptWords.heading)}>
      {kept.map((work) => (
        <div key={work.id} className={styles.line}>
          <span id={`kept-${work.id}`}>{say(keptWords.offer(work.name))}</span>
          <Button
            size="small"
            disabled={opening !== null}
            aria-describedby={`kept-${work.id}`}
            onClick={() => void reopenKept(work)}
          >
            {say(keptWords.reopen)}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            aria-describedby={`kept-${work.id}`}
            onClick={() => void discardKept(work)}
          >
            {say(keptWords.discard)}
          </Button>
        </div>
      ))}
    </section>
  );
}
