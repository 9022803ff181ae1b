import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { tableWords } from "../../words/outcomes";
import { checkPanelWords, consolidationWords } from "../../words/pane/panels";
import type { ChangeView } from "../../worker/engine";
import { usePanelStyles } from "../frame/panel.styles";
import { useWords } from "../pane-context";

const useStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    "& th": { textAlign: "left", fontWeight: tokens.fontWeightRegular },
    "& td, & th": { padding: tokens.spacingVerticalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
    "& td": { textAlign: "right", whiteSpace: "nowrap" },
  },
});

/** As many at a time: there may be thousands. */
const page = 60;

/** What late reports change in the summary that is there, before it is written (law CO6). */
export function ChangeTable({ changes }: { readonly changes: readonly ChangeView[] }): React.JSX.Element {
  const panel = usePanelStyles();
  const styles = useStyles();
  const say = useWords();
  const [shown, setShown] = useState(page);
  const heading = say(consolidationWords.changes(changes.length));
  return (
    <section>
      <h3 className={panel.subheading}>{heading}</h3>
      {changes.length > 0 && (
        <table className={styles.table} aria-label={heading}>
          <thead>
            <tr>
              <th scope="col">{say(tableWords.content)}</th>
              <th scope="col">{say(tableWords.before)}</th>
              <th scope="col">{say(tableWords.after)}</th>
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, shown).map(({ code, name, unit, before, after }, index) => (
              <tr key={index}>
                <th scope="row">
                  {code} {say(name)}
                  {unit !== null && ` · ${unit}`}
                </th>
                <td>{say(before)}</td>
                <td>{say(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changes.length > shown && (
        <Button size="small" onClick={() => setShown(shown + page)}>
          {say(checkPanelWords.showMore(changes.length - shown))}
        </Button>
      )}
    </section>
  );
}
