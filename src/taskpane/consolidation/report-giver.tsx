import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, useState, type DragEvent } from "react";
import { verbs } from "../../words/pane/frame";
import { consolidationWords } from "../../words/pane/panels";
import { usePanelStyles } from "../frame/panel.styles";
import { useOperations, usePaneState, useWords } from "../pane-context";
import { ChosenFiles } from "./chosen-files";

const useStyles = makeStyles({
  zone: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalL,
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    textAlign: "center",
  },
  over: { borderTopColor: tokens.colorBrandStroke1, backgroundColor: tokens.colorNeutralBackground1Hover },
});

/** Where reports are given, by dropping or by choosing them, and the one click that does the rest. */
export function ReportGiver(): React.JSX.Element {
  const panel = usePanelStyles();
  const styles = useStyles();
  const { files, book, busy } = usePaneState();
  const { giveFiles, consolidate } = useOperations();
  const say = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const hasReportsInside = book?.kind === "neither" && book.reports > 0;

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void giveFiles([...event.dataTransfer.files]);
  };
  const dragOver = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };

  return (
    <div className={panel.buttons}>
      <div
        className={mergeClasses(styles.zone, isOver && styles.over)}
        onDrop={drop}
        onDragOver={dragOver}
        onDragLeave={() => setOver(false)}
      >
        <span>{say(consolidationWords.drop)}</span>
        <span className={panel.quiet}>{say(consolidationWords.or)}</span>
        <Button disabled={busy !== null} onClick={() => input.current?.click()}>
          {say(verbs.chooseFiles)}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".xlsx"
          multiple
          hidden
          aria-label={say(verbs.chooseFiles)}
          onChange={({ target }) => {
            void giveFiles([...(target.files ?? [])]);
            // The same file chosen again is a change again.
            target.value = "";
          }}
        />
      </div>
      <ChosenFiles />
      {book?.kind === "summary" && <p className={panel.quiet}>{say(consolidationWords.merges)}</p>}
      <Button
        appearance="primary"
        disabledFocusable={busy !== null || (files.length === 0 && !hasReportsInside)}
        onClick={() => void consolidate()}
      >
        {say(verbs.consolidate)}
      </Button>
    </div>
  );
}
