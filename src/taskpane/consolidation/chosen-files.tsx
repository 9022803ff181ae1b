import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { consolidationWords } from "../../words/pane/panels";
import { usePanelStyles } from "../frame/panel.styles";
import { useOperations, usePaneState, useWords } from "../pane-context";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, overflowWrap: "anywhere" },
  item: { display: "flex", justifyContent: "space-between", alignItems: "center", gap: tokens.spacingHorizontalS },
});

/** How many files were chosen, their names on request, and the way to leave out one or all. */
export function ChosenFiles(): React.JSX.Element | null {
  const panel = usePanelStyles();
  const styles = useStyles();
  const { files, busy } = usePaneState();
  const { clearFiles, leaveOutFile } = useOperations();
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  if (files.length === 0) return null;
  const isBusy = busy !== null;
  return (
    <>
      <div className={panel.row}>
        <span>{say(consolidationWords.chosen(files.length))}</span>
        <Button size="small" appearance="subtle" disabledFocusable={isBusy} onClick={clearFiles}>
          {say(consolidationWords.clear)}
        </Button>
      </div>
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{say(consolidationWords.fileNames)}</summary>
        {isOpen && (
          <ul className={styles.list}>
            {files.map(({ name }) => (
              <li key={name} className={styles.item}>
                <span>{name}</span>
                <Button
                  size="small"
                  appearance="subtle"
                  disabledFocusable={isBusy}
                  aria-label={say(consolidationWords.leaveOutOne(name))}
                  onClick={() => leaveOutFile(name)}
                >
                  {say(consolidationWords.leaveOut)}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </details>
    </>
  );
}
