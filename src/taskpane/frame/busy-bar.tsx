import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { verbs } from "../../words/pane/frame";
import { useOperations, usePaneState, useWords } from "../pane-context";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    // What is over at once needs no bar.
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDelay: "250ms",
    animationDuration: "1ms",
    animationFillMode: "both",
  },
  line: { display: "flex", justifyContent: "space-between", alignItems: "center" },
});

/** What is being done, how far it is, and the way to break it off. */
export function BusyBar(): React.JSX.Element | null {
  const styles = useStyles();
  const { busy } = usePaneState();
  const { stop } = useOperations();
  const say = useWords();
  if (!busy) return null;
  const isCounted = busy.all > 0;
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <span id="busy-what">{say(busy.what)}</span>
        {isCounted && (
          <span>
            {busy.done}/{busy.all}
          </span>
        )}
      </div>
      <ProgressBar aria-labelledby="busy-what" {...(isCounted && { value: busy.done, max: busy.all })} />
      {busy.canStop && (
        <Button size="small" onClick={stop}>
          {say(verbs.stop)}
        </Button>
      )}
    </div>
  );
}
