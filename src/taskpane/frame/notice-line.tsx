import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { frameWords } from "../../words/pane/frame";
import { useOperations, usePaneState, useWords } from "../pane-context";
import type { Notice } from "../state";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "flex-start",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: "4px solid",
  },
  told: { backgroundColor: tokens.colorNeutralBackground3, borderLeftColor: tokens.colorNeutralStroke1 },
  done: { backgroundColor: tokens.colorNeutralBackground3, borderLeftColor: tokens.colorBrandStroke1 },
  failed: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
    borderLeftColor: tokens.colorStatusDangerBorder2,
  },
});

/** The outcome of the last action, seen and heard: live regions have to stand there before they speak. */
export function NoticeLine(): React.JSX.Element {
  const { notice, busy } = usePaneState();
  const say = useWords();
  const working = busy?.canStop ? say(busy.what) : "";
  return (
    <>
      <div role="status">
        {notice && notice.tone !== "failed" ? <Line notice={notice} /> : <Heard text={working} />}
      </div>
      <div role="alert">{notice?.tone === "failed" && <Line notice={notice} />}</div>
    </>
  );
}

const useHeardStyles = makeStyles({
  heard: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

/** The bar shows it to the eye already. */
function Heard({ text }: { readonly text: string }): React.JSX.Element {
  return <span className={useHeardStyles().heard}>{text}</span>;
}

const signs: Readonly<Record<Notice["tone"], string>> = { done: "✓ ", told: "", failed: "✖ " };

function Line({ notice }: { readonly notice: Notice }): React.JSX.Element {
  const styles = useStyles();
  const { dismiss } = useOperations();
  const say = useWords();
  return (
    <div className={mergeClasses(styles.line, styles[notice.tone])}>
      <span>
        <span aria-hidden="true">{signs[notice.tone]}</span>
        {say(notice.text)}
      </span>
      <Button appearance="subtle" size="small" aria-label={say(frameWords.dismiss)} onClick={dismiss}>
        <span aria-hidden="true">×</span>
      </Button>
    </div>
  );
}
