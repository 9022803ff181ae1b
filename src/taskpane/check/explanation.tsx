import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { FindingView } from "../../worker/engine";
import { verbs } from "../../words/pane/frame";
import { checkPanelWords } from "../../words/pane/panels";
import { usePanelStyles } from "../frame/panel.styles";
import { useOperations, useWords } from "../pane-context";

const useStyles = makeStyles({
  line: { display: "flex", gap: tokens.spacingHorizontalXS, margin: `${tokens.spacingVerticalXS} 0` },
  input: { flexGrow: 1, minWidth: 0 },
});

const longestExplanation = 1000;

/** The reason for a warning: what the report says already, or a line to write it in. */
export function Explanation({
  finding,
  describedBy,
}: {
  readonly finding: FindingView;
  readonly describedBy: string;
}): React.JSX.Element | null {
  const panel = usePanelStyles();
  const own = useStyles();
  const { explain } = useOperations();
  const say = useWords();
  const [text, setText] = useState("");
  const { key, reason, canExplain } = finding;
  if (reason !== null) return <p className={panel.quiet}>{say(checkPanelWords.explained(reason))}</p>;
  if (!canExplain) return null;
  return (
    <form
      className={own.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") void explain(key, text);
      }}
    >
      <Input
        className={own.input}
        size="small"
        value={text}
        maxLength={longestExplanation}
        placeholder={say(checkPanelWords.explanation)}
        aria-label={say(checkPanelWords.explanation)}
        aria-describedby={describedBy}
        onChange={(_, { value }) => setText(value)}
      />
      <Button size="small" type="submit" disabledFocusable={text.trim() === ""}>
        {say(verbs.explain)}
      </Button>
    </form>
  );
}
