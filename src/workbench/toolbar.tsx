import { Button } from "@fluentui/react-components";
import { useRef } from "react";
import { barWords, benchWords } from "../words/workbench";
import { frameWords } from "../words/pane/frame";
import { useBench, useBenchState, useSay } from "./bench-context";
import { useWorkbenchStyles } from "./workbench.styles";

/** What is open, and what can be done with files. */
export function Toolbar(): React.JSX.Element {
  const styles = useWorkbenchStyles();
  const { book, opening } = useBenchState();
  const { giveFiles, askSamples, save, undo, redo } = useBench();
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  return (
    <header className={styles.bar}>
      <div role="toolbar" aria-label={say(barWords.toolbar)}>
        <Button size="small" disabled={opening !== null} id="open-file" onClick={() => input.current?.click()}>
          {say(barWords.openFile)}
        </Button>{" "}
        <Button size="small" disabled={opening !== null} onClick={askSamples}>
          {say(barWords.openSamples)}
        </Button>{" "}
        <Button
          size="small"
          appearance={book?.isUnsaved === true ? "primary" : "secondary"}
          disabledFocusable={book === null}
          onClick={() => void save()}
        >
          {say(barWords.save)}
        </Button>{" "}
        <Button
          size="small"
          appearance="subtle"
          disabledFocusable={!book?.undoable}
          title={say(book?.undoable ?? frameWords.nothingToUndo)}
          onClick={() => void undo()}
        >
          <span aria-hidden="true">↶&nbsp;</span>
          {say(barWords.undo)}
        </Button>{" "}
        <Button
          size="small"
          appearance="subtle"
          disabledFocusable={!book?.redoable}
          title={say(book?.redoable ?? benchWords.nothingToRedo)}
          onClick={() => void redo()}
        >
          <span aria-hidden="true">↷&nbsp;</span>
          {say(barWords.redo)}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        multiple
        hidden
        aria-label={say(barWords.openFile)}
        onChange={({ target }) => {
          void giveFiles([...(target.files ?? [])]);
          // The same file chosen again is a change again.
          target.value = "";
        }}
      />
      <p className={styles.file} title={book?.name}>
        {book?.name ?? say(barWords.nothingOpen)}
        {book?.isUnsaved === true && <span className={styles.state}> · {say(barWords.unsaved)}</span>}
      </p>
    </header>
  );
}
