import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Phrase } from "../../core/language";
import { verbs } from "../../words/pane/frame";
import { tracePanelWords } from "../../words/pane/panels";
import type { TraceView } from "../../worker/engine";
import { usePanelStyles } from "../frame/panel.styles";
import { useOperations, usePaneState, useWords } from "../pane-context";

const useStyles = makeStyles({
  part: {
    display: "grid",
    gridTemplateColumns: "1fr auto auto auto",
    gap: tokens.spacingHorizontalS,
    alignItems: "center",
  },
  figure: { textAlign: "right", whiteSpace: "nowrap" },
});

/** With a total selected in the sheet: its parts by unit, with share and the way to each. */
export function TracePanel(): React.JSX.Element {
  const styles = usePanelStyles();
  const { traced } = usePaneState();
  const say = useWords();
  return (
    <div className={styles.stack}>
      <h2 className={styles.heading}>
        {say(traced?.view ? headingOf(traced.view, traced.at.cell) : tracePanelWords.title)}
      </h2>
      {traced?.view ? <Parts view={traced.view} /> : <p className={styles.quiet}>{say(tracePanelWords.pick)}</p>}
    </div>
  );
}

function headingOf({ isOfCell }: TraceView, cell: string): Phrase {
  return isOfCell ? tracePanelWords.made(cell) : tracePanelWords.madeOfRow(cell);
}

function Parts({ view }: { readonly view: TraceView }): React.JSX.Element {
  const panel = usePanelStyles();
  const styles = useStyles();
  const { reveal } = useOperations();
  const say = useWords();
  const { code, name, total, coverage, parts, missing } = view;
  return (
    <>
      <p>
        {say(name)} ({code}): <strong>{say(total)}</strong>
        <br />
        <span className={panel.quiet}>{say(coverage)}</span>
      </p>
      <ul role="list" className={panel.list} aria-label={say(tracePanelWords.parts)}>
        {parts.map(({ unit, value, share, at }) => (
          <li key={unit} className={panel.item} data-unit={unit}>
            <div className={styles.part}>
              <span>{unit}</span>
              <span className={styles.figure}>{say(value)}</span>
              <span className={styles.figure}>{share ? say(share) : ""}</span>
              {at && (
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={`${say(verbs.goToCell)}: ${unit}`}
                  onClick={() => void reveal(at)}
                >
                  <span aria-hidden="true">→</span>
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {missing.length > 0 && <p className={panel.doubtful}>○ {say(tracePanelWords.missing(missing.join(", ")))}</p>}
    </>
  );
}
