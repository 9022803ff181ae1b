import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { barWords, startWords } from "../words/workbench";
import { useBench, useSay } from "./bench-context";

const useStyles = makeStyles({
  page: {
    maxWidth: "520px",
    margin: "auto",
    padding: tokens.spacingHorizontalXXL,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    "& p": { margin: 0 },
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** What to do first. `onOpen` shows the dialog for choosing files. */
export function StartPage({ onOpen }: { readonly onOpen: () => void }): React.JSX.Element {
  const styles = useStyles();
  const { askSamples, newForm } = useBench();
  const say = useSay();
  return (
    <section className={styles.page} aria-labelledby="start-heading">
      <h2 id="start-heading" className={styles.heading}>
        {say(startWords.heading)}
      </h2>
      {startWords.sentences.map((sentence) => (
        <p key={sentence.en}>{say(sentence)}</p>
      ))}
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={onOpen}>
          {say(barWords.openFile)}
        </Button>
        <Button onClick={askSamples}>{say(barWords.openSamples)}</Button>
        <Button onClick={newForm}>{say(startWords.newForm)}</Button>
      </div>
    </section>
  );
}
