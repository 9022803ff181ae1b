import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { FindingView } from "../../worker/engine";
import { checkPanelWords } from "../../words/pane/panels";
import { usePanelStyles } from "../frame/panel.styles";
import { useWords } from "../pane-context";
import { FindingItem } from "./finding-item";

/** More at once would keep the pane from answering. */
const shownAtOnce = 40;

interface Shown {
  readonly finding: FindingView;
  readonly isGone: boolean;
}

/** The findings by sheet; those that have gone since the last check stand last, struck through. */
export function FindingList({
  findings,
  gone,
  isElsewhere = false,
}: {
  readonly findings: readonly FindingView[];
  readonly gone: readonly FindingView[];
  /** Of a file that is not open here: there is no cell to go to, and nothing to mend. */
  readonly isElsewhere?: boolean;
}): React.JSX.Element {
  const styles = usePanelStyles();
  const say = useWords();
  const [most, setMost] = useState(shownAtOnce);
  const all = bySheet([
    ...findings.map((finding) => ({ finding, isGone: false })),
    ...gone.map((finding) => ({ finding, isGone: true })),
  ]);
  return (
    <>
      <ul role="list" className={styles.list} aria-label={say(checkPanelWords.findings)}>
        {all.slice(0, most).map(({ finding, isGone }, index) => (
          <FindingItem
            key={finding.key}
            finding={finding}
            isGone={isGone}
            isElsewhere={isElsewhere}
            heading={all[index - 1]?.finding.sheet === finding.sheet && index > 0 ? null : sheetName(finding)}
          />
        ))}
      </ul>
      {all.length > most && (
        <Button onClick={() => setMost(most + shownAtOnce)}>{say(checkPanelWords.showMore(all.length - most))}</Button>
      )}
    </>
  );
}

function sheetName({ sheet }: FindingView) {
  return sheet === null ? checkPanelWords.wholeBook : { vi: sheet, en: sheet };
}

/** Sheets in the order in which they are first told of. */
function bySheet(shown: readonly Shown[]): Shown[] {
  const sheets = [...new Set(shown.map(({ finding }) => finding.sheet))];
  return sheets.flatMap((sheet) => shown.filter(({ finding }) => finding.sheet === sheet));
}
