import { Button, mergeClasses, Switch } from "@fluentui/react-components";
import { useState } from "react";
import { verbs } from "../../words/pane/frame";
import { checkPanelWords, countsLine } from "../../words/pane/panels";
import { usePanelStyles } from "../frame/panel.styles";
import { useOperations, usePaneState, useWords } from "../pane-context";
import { FindingList } from "./finding-list";
import { UnevaluatedList } from "./unevaluated-list";

/** What is wrong in the open workbook, and what can be done about it. */
export function CheckPanel(): React.JSX.Element {
  const styles = usePanelStyles();
  const { check, gone, book } = usePaneState();
  const operations = useOperations();
  const say = useWords();
  const mayBeSealed = book?.kind === "report" && book.sealedOn === null && check?.maySeal === true;
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <h2 className={styles.heading}>{say(check ? countsLine(check.counts) : checkPanelWords.notChecked)}</h2>
        <Button size="small" onClick={() => void operations.check()}>
          {say(verbs.check)}
        </Button>
      </div>
      {check?.findings.length === 0 && <p className={styles.good}>✓ {say(checkPanelWords.clean)}</p>}
      {check && check.mendable > 0 && <MendAll count={check.mendable} />}
      {mayBeSealed && <Sealing />}
      {check && <Marks />}
      {check && <FindingList findings={check.findings} gone={gone} />}
      {check && check.unevaluated.length > 0 && <UnevaluatedList unevaluated={check.unevaluated} />}
    </div>
  );
}

function MendAll({ count }: { readonly count: number }): React.JSX.Element {
  const styles = usePanelStyles();
  const { mendAll } = useOperations();
  const say = useWords();
  return (
    <div className={styles.row}>
      <Button appearance="primary" aria-describedby="mendable" onClick={() => void mendAll()}>
        {say(verbs.mendAll)}
      </Button>
      <span id="mendable">{say(checkPanelWords.mendable(count))}</span>
    </div>
  );
}

function Sealing(): React.JSX.Element {
  const styles = usePanelStyles();
  const { seal } = useOperations();
  const say = useWords();
  return (
    <div className={styles.buttons}>
      <Button appearance="primary" aria-describedby="seal-says" onClick={() => void seal()}>
        {say(verbs.seal)}
      </Button>
      <p id="seal-says" className={styles.quiet}>
        {say(checkPanelWords.sealSays)}
      </p>
    </div>
  );
}

function Marks(): React.JSX.Element {
  const styles = usePanelStyles();
  const { showsMarks } = usePaneState();
  const { switchMarks } = useOperations();
  const say = useWords();
  // The switch answers at once, also while another piece of work is going on.
  const [isOn, setOn] = useState(showsMarks);
  if (isOn !== showsMarks) setOn(showsMarks);
  return (
    <div>
      <Switch
        checked={isOn}
        label={say(checkPanelWords.marks)}
        aria-describedby="marks-hint"
        onChange={(_, { checked }) => void switchMarks(checked)}
      />
      <p id="marks-hint" className={mergeClasses(styles.quiet, styles.small)}>
        {say(checkPanelWords.marksHint)}
      </p>
    </div>
  );
}
