import { Button } from "@fluentui/react-components";
import { verbs } from "../../words/pane/frame";
import { fromSummaryWords } from "../../words/made";
import { usePanelStyles } from "../frame/panel.styles";
import { useOperations, usePaneState, useWords } from "../pane-context";

/** What can be made of the summary that is open, and of the consolidation behind it; nothing where there is neither. */
export function FromSummary(): React.JSX.Element | null {
  const styles = usePanelStyles();
  const { book, consolidation, busy } = usePaneState();
  const { draftReport, answerUnits, nextForms } = useOperations();
  const say = useWords();
  const isOpen = book?.kind === "summary";
  const hasFindings = consolidation?.state === "ready" || consolidation?.state === "needs-a-look";
  if (!isOpen && !hasFindings) return null;
  const isBusy = busy !== null;
  return (
    <section className={styles.buttons}>
      <h3 className={styles.subheading}>{say(fromSummaryWords.title)}</h3>
      <p className={styles.quiet}>{say(fromSummaryWords.hint)}</p>
      {isOpen && (
        <Button disabledFocusable={isBusy} onClick={() => void draftReport()}>
          {say(verbs.draftReport)}
        </Button>
      )}
      {hasFindings ? (
        <>
          <Button disabledFocusable={isBusy} onClick={() => void answerUnits("book")}>
            {say(verbs.feedback)}
          </Button>
          <Button disabledFocusable={isBusy} onClick={() => void answerUnits("files")}>
            {say(verbs.feedbackFiles)}
          </Button>
        </>
      ) : (
        <p className={styles.quiet}>{say(fromSummaryWords.feedbackNeeds)}</p>
      )}
      {isOpen && (
        <Button disabledFocusable={isBusy} onClick={() => void nextForms()}>
          {say(verbs.nextPeriod)}
        </Button>
      )}
    </section>
  );
}
