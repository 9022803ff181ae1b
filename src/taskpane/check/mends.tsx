import { Button } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import type { FindingView } from "../../worker/engine";
import { verbs } from "../../words/pane/frame";
import { checkPanelWords } from "../../words/pane/panels";
import { usePanelStyles } from "../frame/panel.styles";
import { useOperations, useWords } from "../pane-context";

/** What would put a finding right, one certain way or several to choose from; `children` stand beside the last. */
export function Mends({
  finding,
  describedBy,
  children,
}: {
  readonly finding: FindingView;
  readonly describedBy: string;
  readonly children: ReactNode;
}): React.JSX.Element {
  const styles = usePanelStyles();
  const { mendOne } = useOperations();
  const say = useWords();
  const id = useId();
  const { key, mends } = finding;
  const isCertain = mends.length === 1 && mends[0]?.isCertain === true;
  return (
    <>
      {mends.map(({ becomes }, index) => (
        <div key={becomes.vi} className={styles.choice}>
          <span id={`${id}-${index}`}>
            <span aria-hidden="true">→ </span>
            {say(isCertain ? checkPanelWords.becomes : checkPanelWords.maybe)} {say(becomes)}
          </span>
          <div className={styles.row}>
            <Button
              size="small"
              aria-describedby={`${describedBy} ${id}-${index}`}
              onClick={() => void mendOne(key, index)}
            >
              {say(verbs.mend)}
            </Button>
            {index === mends.length - 1 && children}
          </div>
        </div>
      ))}
      {mends.length === 0 && <div className={styles.choice}>{children}</div>}
    </>
  );
}
