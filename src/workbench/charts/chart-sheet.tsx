import { makeStyles, tokens } from "@fluentui/react-components";
import type { Language } from "../../core/language";
import type { Snapshot } from "../../core/snapshot";
import { chartWords } from "../../words/workbench/charts";
import type { SheetChart } from "../../workbook/charts";
import { ChartPicture } from "./chart-picture";

const useStyles = makeStyles({
  region: {
    height: "100%",
    overflow: "auto",
    boxSizing: "border-box",
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  list: { display: "grid", gap: tokens.spacingVerticalXXL, maxWidth: "1100px", margin: "0 auto" },
});

/** All charts of one sheet, one under the other; those that cannot be drawn are named. */
export function ChartSheet({
  sheet,
  charts,
  snapshot,
  language,
}: {
  readonly sheet: string;
  readonly charts: readonly SheetChart[];
  readonly snapshot: Snapshot;
  readonly language: Language;
}): React.JSX.Element {
  const styles = useStyles();
  return (
    // A region that scrolls must be reachable from the keyboard.
    <section className={styles.region} aria-label={chartWords.charts(sheet)[language]} tabIndex={0}>
      <div className={styles.list}>
        {charts.map((chart, index) =>
          chart.kind === "other" ? (
            <p key={index}>{chartWords.other(chart.title)[language]}</p>
          ) : (
            <ChartPicture key={index} chart={chart} snapshot={snapshot} language={language} />
          ),
        )}
      </div>
    </section>
  );
}
