import { Button, Checkbox } from "@fluentui/react-components";
import type { ConsolidationView } from "../../worker/engine";
import { verbs } from "../../words/pane/frame";
import { consolidationWords } from "../../words/pane/panels";
import { FindingList } from "../check/finding-list";
import { usePanelStyles } from "../frame/panel.styles";
import { useOperations, usePaneState, useWords } from "../pane-context";
import { ChangeTable } from "./change-table";
import { FromSummary } from "./from-summary";
import { ReportGiver } from "./report-giver";
import { UnitTable } from "./unit-table";

/** From many files to one summary. */
export function ConsolidationPanel(): React.JSX.Element {
  const styles = usePanelStyles();
  const { consolidation, allowsErrors, busy } = usePaneState();
  const { allowErrors } = useOperations();
  const say = useWords();
  return (
    <div className={styles.stack}>
      <h2 className={styles.heading}>
        {say(
          consolidation ? consolidationWords.headline(consolidation.received, consolidation.all) : verbs.consolidate,
        )}
      </h2>
      {consolidation && <Outcome consolidation={consolidation} />}
      <ReportGiver />
      <Checkbox
        checked={allowsErrors}
        disabled={busy !== null}
        label={say(consolidationWords.allowErrors)}
        onChange={(_, { checked }) => allowErrors(checked === true)}
      />
    </div>
  );
}

function Outcome({ consolidation }: { readonly consolidation: ConsolidationView }): React.JSX.Element {
  const styles = usePanelStyles();
  const { book, isWritten } = usePaneState();
  const { openSummary } = useOperations();
  const say = useWords();
  const { state, units, files, findings, changes } = consolidation;
  const strays = files.filter(({ unit }) => unit === null);
  const canWrite = state === "ready" || state === "needs-a-look";
  return (
    <>
      <Counts consolidation={consolidation} />
      {canWrite && !isWritten && <Writing needsLook={state === "needs-a-look"} />}
      {book?.kind === "summary" && canWrite && !isWritten && <ChangeTable changes={changes} />}
      {/* What comes next stands above the long table once there is nothing left to decide. */}
      {canWrite && isWritten && <FromSummary />}
      <UnitTable units={units} files={files} />
      {strays.length > 0 && (
        <section>
          <h3 className={styles.subheading}>{say(consolidationWords.otherFiles)}</h3>
          {strays.map(({ file, findings: own }) => (
            <p key={file} className={styles.item}>
              {file}
              {own.slice(0, 1).map(({ key, what }) => (
                <span key={key} className={styles.bad}>
                  <br />✖ {say(what)}
                </span>
              ))}
            </p>
          ))}
        </section>
      )}
      {findings.length > 0 && (
        <section>
          <h3 className={styles.subheading}>{say(consolidationWords.together)}</h3>
          <FindingList findings={findings} gone={[]} isElsewhere />
        </section>
      )}
      {canWrite && <Button onClick={() => void openSummary()}>{say(consolidationWords.openBook)}</Button>}
      {canWrite && !isWritten && <FromSummary />}
    </>
  );
}

/** How many reports count, how many do not, and which files came for nothing. */
function Counts({ consolidation }: { readonly consolidation: ConsolidationView }): React.JSX.Element {
  const styles = usePanelStyles();
  const { book, isWritten } = usePaneState();
  const say = useWords();
  const { period, units, unused, findings } = consolidation;
  const counted = units.filter((unit) => unit.state === "accepted");
  const accepted = counted.filter(({ counts }) => counts?.error === 0);
  const whole = accepted.find(({ isWhole }) => isWhole)?.name ?? null;
  const faulty = counted.length - accepted.length;
  const leftOut = units.filter((unit) => unit.state === "refused").length;
  const isOfOtherPeriod = findings.some(({ rule }) => rule === "reports-are-of-one-period");
  return (
    <>
      <p className={styles.good}>✓ {say(consolidationWords.accepted(accepted.length, whole))}</p>
      {faulty > 0 && <p className={styles.doubtful}>⚠ {say(consolidationWords.faulty(faulty))}</p>}
      {leftOut > 0 && <p className={styles.bad}>✖ {say(consolidationWords.leftOut(leftOut))}</p>}
      {unused > 0 && <p className={styles.bad}>✖ {say(consolidationWords.unused(unused))}</p>}
      {isOfOtherPeriod && period && book?.kind === "summary" && !isWritten && (
        <p className={styles.quiet}>{say(consolidationWords.otherPeriod(period))}</p>
      )}
    </>
  );
}

function Writing({ needsLook }: { readonly needsLook: boolean }): React.JSX.Element {
  const styles = usePanelStyles();
  const { writeSummary } = useOperations();
  const say = useWords();
  return (
    <div className={styles.buttons}>
      {needsLook && (
        <p id="go-on" className={styles.quiet}>
          {say(consolidationWords.goOn)}
        </p>
      )}
      <Button
        appearance="primary"
        {...(needsLook && { "aria-describedby": "go-on" })}
        onClick={() => void writeSummary()}
      >
        {say(verbs.writeSummary)}
      </Button>
    </div>
  );
}
