import { Button, mergeClasses } from "@fluentui/react-components";
import { useEffect, useRef, type ReactNode } from "react";
import { frameWords, verbs } from "../../words/pane/frame";
import { useOperations, usePaneState, useWords } from "../pane-context";
import { BusyBar } from "./busy-bar";
import { useFrameStyles } from "./frame.styles";
import { useKeptFocus } from "./kept-focus";
import { NoticeLine } from "./notice-line";

/** What stands around every panel: the way back, the outcome of the last action, and undo. */
export function Frame({ children }: { readonly children: ReactNode }): React.JSX.Element {
  const styles = useFrameStyles();
  const { screen, undoable, busy, language } = usePaneState();
  const { go, undo } = useOperations();
  const say = useWords();
  const pane = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLElement>(null);
  useKeptFocus(pane, { otherwise: main, isBusy: busy !== null });

  // Menus and questions are drawn outside of the pane, and are read aloud by the page's language.
  useEffect(() => {
    if (pane.current) pane.current.ownerDocument.documentElement.lang = language;
  }, [language]);

  // A screen reader follows to the new panel; at the first there is nothing to follow from.
  const shown = useRef(screen);
  useEffect(() => {
    if (shown.current !== screen && main.current) {
      main.current.scrollTop = 0;
      main.current.focus();
    }
    shown.current = screen;
  }, [screen]);

  return (
    <div className={styles.pane} lang={language} ref={pane}>
      <header className={styles.header}>
        {screen === "home" ? (
          <h1 className={styles.title}>{say(frameWords.title)}</h1>
        ) : (
          <Button appearance="subtle" size="small" onClick={() => go("home")}>
            <span aria-hidden="true">‹&nbsp;</span>
            {say(frameWords.back)}
          </Button>
        )}
        {screen !== "settings" && (
          <Button appearance="subtle" size="small" onClick={() => go("settings")}>
            {say(frameWords.settings)}
          </Button>
        )}
      </header>
      <BusyBar />
      <NoticeLine />
      <main className={mergeClasses(styles.main)} ref={main} tabIndex={-1} aria-busy={busy !== null}>
        {children}
      </main>
      <footer className={styles.footer}>
        <Button
          size="small"
          disabledFocusable={undoable === null || busy !== null}
          aria-describedby="undo-what"
          onClick={() => void undo()}
        >
          {say(verbs.undo)}
        </Button>
        <span id="undo-what" className={styles.undoWhat}>
          {say(undoable ?? frameWords.nothingToUndo)}
        </span>
      </footer>
    </div>
  );
}
