import { Button } from "@fluentui/react-components";
import type { Phrase } from "../../core/language";
import type { BookView } from "../../worker/engine";
import { homeWords, verbs } from "../../words/pane/frame";
import { countsLine } from "../../words/pane/panels";
import { FromSummary } from "../consolidation/from-summary";
import { ReportGiver } from "../consolidation/report-giver";
import { usePanelStyles } from "../frame/panel.styles";
import { PlanFaults } from "../settings/plan-faults";
import { useOperations, usePaneState, useWords } from "../pane-context";

/** What the open workbook is, and what fits it. */
export function HomePanel(): React.JSX.Element {
  const styles = usePanelStyles();
  const { book } = usePaneState();
  const say = useWords();
  if (!book) return <p className={styles.quiet}>{say(homeWords.looking)}</p>;
  return (
    <div className={styles.stack}>
      <Headline book={book} />
      {book.kind === "report" && <ReportVerbs />}
      {book.kind === "summary" && <SummaryVerbs />}
      {book.kind === "plan" && <PlanVerbs />}
      {book.kind === "neither" && <OtherVerbs reports={book.reports} />}
      <Steps steps={homeWords.steps[book.kind]} />
    </div>
  );
}

function Headline({ book }: { readonly book: BookView }): React.JSX.Element {
  const styles = usePanelStyles();
  const { check } = usePaneState();
  const say = useWords();
  if (book.kind === "plan") return <h2 className={styles.heading}>{say(homeWords.plan)}</h2>;
  if (book.kind === "neither") return <h2 className={styles.heading}>{say(homeWords.neither)}</h2>;
  if (book.kind === "summary") {
    return (
      <div>
        <h2 className={styles.heading}>{say(homeWords.summaryOf(book.period))}</h2>
        <p className={styles.quiet}>{say(homeWords.received(book.received, book.all))}</p>
      </div>
    );
  }
  const standing =
    book.sealedOn !== null
      ? say(homeWords.sealedOn(dayShown(book.sealedOn)))
      : say(check ? countsLine(check.counts) : homeWords.notChecked);
  return (
    <div>
      <h2 className={styles.heading}>
        {say(book.unit)} · {say(book.period)}
      </h2>
      <p className={styles.quiet}>
        {say(homeWords.formVersion(book.formVersion))} · {standing}
      </p>
    </div>
  );
}

function dayShown(iso: string): string {
  return iso.split("-").reverse().join("/");
}

function ReportVerbs(): React.JSX.Element {
  const styles = usePanelStyles();
  const { book, check } = usePaneState();
  const { check: look, compute, seal } = useOperations();
  const say = useWords();
  const isSealed = book?.kind === "report" && book.sealedOn !== null;
  const maySeal = check?.maySeal === true && !isSealed;
  return (
    <div className={styles.buttons}>
      <Button appearance={maySeal ? "secondary" : "primary"} onClick={() => void look()}>
        {say(verbs.check)}
      </Button>
      <Button onClick={() => void compute()}>{say(verbs.computeProgress)}</Button>
      <Button appearance={maySeal ? "primary" : "secondary"} aria-describedby="seal-hint" onClick={() => void seal()}>
        {say(verbs.seal)}
      </Button>
      <p id="seal-hint" className={styles.quiet}>
        {say(homeWords.sealHint)}
      </p>
    </div>
  );
}

function SummaryVerbs(): React.JSX.Element {
  const styles = usePanelStyles();
  const { check, trace } = useOperations();
  const say = useWords();
  return (
    <div className={styles.stack}>
      <ReportGiver />
      <div className={styles.buttons}>
        <Button onClick={() => void trace()}>{say(verbs.trace)}</Button>
        <Button onClick={() => void check()}>{say(verbs.check)}</Button>
      </div>
      <FromSummary />
    </div>
  );
}

function PlanVerbs(): React.JSX.Element {
  const styles = usePanelStyles();
  const { usePlanBook: openPlan } = useOperations();
  const say = useWords();
  return (
    <div className={styles.stack}>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={() => void openPlan()}>
          {say(verbs.usePlanBook)}
        </Button>
      </div>
      <PlanFaults />
    </div>
  );
}

function OtherVerbs({ reports }: { readonly reports: number }): React.JSX.Element {
  const styles = usePanelStyles();
  const { go, openSample } = useOperations();
  const say = useWords();
  return (
    <div className={styles.stack}>
      {reports > 0 && <p>{say(homeWords.reportsWithin(reports))}</p>}
      <ReportGiver />
      <div className={styles.buttons}>
        <Button onClick={() => go("form")}>{say(verbs.newForm)}</Button>
        <Button onClick={() => void openSample()}>{say(verbs.openSample)}</Button>
      </div>
    </div>
  );
}

function Steps({ steps }: { readonly steps: readonly Phrase[] }): React.JSX.Element {
  const styles = usePanelStyles();
  const say = useWords();
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step.vi}>{say(step)}</li>
      ))}
    </ol>
  );
}
