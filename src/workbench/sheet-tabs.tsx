import { Tab, TabList } from "@fluentui/react-components";
import { memo, useEffect, useState } from "react";
import { barWords } from "../words/workbench";
import { useBench, useSay } from "./bench-context";
import type { OpenBook } from "./door";
import { useWorkbenchStyles } from "./workbench.styles";

interface SheetTabsProps {
  readonly open: OpenBook;
  readonly revision: number;
  readonly sheet: string;
  readonly isReady: boolean;
}

/** The sheets that may be seen, below the one that is. There may be hundreds: they are drawn anew only when they change. */
export const SheetTabs = memo(function SheetTabs({
  open,
  revision,
  sheet,
  isReady,
}: SheetTabsProps): React.JSX.Element {
  const styles = useWorkbenchStyles();
  const { turnTo } = useBench();
  const say = useSay();
  const [names, setNames] = useState<readonly string[]>([sheet]);
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
      disabled={!isReady}
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
});
