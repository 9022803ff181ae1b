import { Tab, TabList } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { barWords } from "../words/workbench";
import { useBench, useBenchState, useSay } from "./bench-context";
import type { BookState } from "./bench-state";
import { useWorkbenchStyles } from "./workbench.styles";

/** The sheets that may be seen, below the one that is. */
export function SheetTabs({ book, sheet }: { readonly book: BookState; readonly sheet: string }): React.JSX.Element {
  const styles = useWorkbenchStyles();
  const { turnTo } = useBench();
  const { grid } = useBenchState();
  const say = useSay();
  const [names, setNames] = useState<readonly string[]>([sheet]);
  const { open, revision } = book;
  useEffect(() => {
    let isWanted = true;
    void open.door.read().then(({ sheets }) => {
      if (isWanted) setNames(sheets.filter(({ visibility }) => visibility === "visible").map(({ name }) => name));
    });
    return () => {
      isWanted = false;
    };
  }, [open, revision]);
  return (
    <TabList
      className={styles.sheetTabs}
      size="small"
      aria-label={say(barWords.sheets)}
      disabled={grid !== "ready"}
      selectedValue={sheet}
      onTabSelect={(_, { value }) => turnTo(String(value))}
    >
      {names.map((name) => (
        <Tab key={name} value={name}>
          {name}
        </Tab>
      ))}
    </TabList>
  );
}
