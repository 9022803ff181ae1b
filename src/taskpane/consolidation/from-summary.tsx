import { Button } from "@fluentui/react-components";
import { verbs } from "../../words/pane/frame";
import { fromSummaryWords } from "../../words/made";
import { usePanelStyles } from "../frame/panel.styles";
import { useOperations, usePaneState, useWords } from "../pane-context";

/** What can be made of the summary that is open, and of the consolidation behind it; nothing where there is neither. */
export function FromSummary(): React.JSX.Element | null {
  const styles = usePanelStyles();
  const { book, consolidation, isWritten, busy } = usePaneState();
  const { draftReport, nextForms } = useOperations();
  const say = useWords();
  const isOpen = book?.kind === "summary";
  const hasFindings = consolidation?.state === "ready" || consolidation?.state === "needs-a-look";
  if (!isOpen && !hasFindings) return null;
  const isBusy = busy !== null;
  // What is made of the open summary would not tell what was just read.
  if (isOpen && hasFindings && !isWritten) {
    return <p className={styles.quiet}>{say(fromSummaryWords.writeFirst)}</p>;
  }
  return (
    <section className={styles.buttons}>
      <h3 className={styles.subheading}>{say(fromSummaryWords.title)}</h3>
      <p className={styles.quiet}>{say(isOpen ? fromSummaryWords.hint : fromSummaryWords.hintElsewhere)}</p>
      {isOpen && (
        <Button disabledFocusable={isBusy} onClick={() => void draftReport()}>
          {say(verbs.draftReport)}
        </Button>
      )}
      {hasFindings ? (
        <AnswerVerbs isOpen={isOpen} />
      ) : (
        <p className={styles.quiet}>{say(fromSummaryWords.feedbackNeeds)}</p>
      )}
      <AnswersThere />
      {isOpen && (
        <Button disabledFocusable={isBusy} onClick={() => void nextForms()}>
          {say(verbs.nextPeriod)}
        </Button>
      )}
    </section>
  );
}

/** Where the summary is not open the answers have no place in it, and are a workbook of their own. */
function AnswerVerbs({ isOpen }: { readonly isOpen: boolean }): React.JSX.Element {
  const { busy } = usePaneState();
  const { putAnswers, answerUnits } = useOperations();
  const say = useWords();
  const isBusy = busy !== null;
  return (
    <>
      <Button disabledFocusable={isBusy} onClick={() => void (isOpen ? putAnswers() : answerUnits("book"))}>
        {say(verbs.feedback)}
      </Button>
      <Button disabledFocusable={isBusy} onClick={() => void answerUnits("files")}>
        {say(verbs.feedbackFiles)}
      </Button>
    </>
  );
}

/** The answers that stand in the open summary, and the way to take them out of it. */
function AnswersThere(): React.JSX.Element | null {
  const styles = usePanelStyles();
  const { book, busy } = usePaneState();
  const { takeAnswersOut } = useOperations();
  const say = useWords();
  if (book?.kind !== "summary" || book.answers === 0) return null;
  const { answersStale, answersThere } = fromSummaryWords;
  return (
    <>
      <p className={book.areAnswersStale ? styles.bad : styles.quiet}>
        {say((book.areAnswersStale ? answersStale : answersThere)(book.answers))}
      </p>
      <Button disabledFocusable={busy !== null} onClick={() => void takeAnswersOut()}>
        {say(verbs.takeAnswersOut)}
      </Button>
    </>
  );
}
