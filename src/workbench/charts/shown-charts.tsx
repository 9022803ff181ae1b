import { useEffect, useState } from "react";
import type { Snapshot } from "../../core/snapshot";
import type { SheetChart } from "../../workbook/charts";
import { useLanguage } from "../bench-context";
import type { BookState } from "../bench-state";
import { ChartSheet } from "./chart-sheet";

interface ShownChartsProps {
  readonly sheet: string;
  readonly charts: readonly SheetChart[];
  readonly book: BookState;
}

/** The charts of the sheet in sight, drawn anew whenever the workbook changes. */
export function ShownCharts({ sheet, charts, book }: ShownChartsProps): React.JSX.Element | null {
  const language = useLanguage();
  const [snapshot, setSnapshot] = useState<Snapshot | null>(null);
  const { revision, open } = book;
  useEffect(() => {
    let isWanted = true;
    void open.door.read().then((read) => {
      if (isWanted) setSnapshot(read);
    });
    return () => {
      isWanted = false;
    };
  }, [open, revision]);
  return snapshot && <ChartSheet sheet={sheet} charts={charts} snapshot={snapshot} language={language} />;
}
