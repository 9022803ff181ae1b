import {
  FluentProvider,
  mergeClasses,
  Tab,
  TabList,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from "@fluentui/react-components";
import { useRef } from "react";
import { App } from "../taskpane/app";
import { barWords, benchWords } from "../words/workbench";
import type { Bench } from "./bench";
import { BenchProvider, useBench, useBenchState, useLanguage, useSay } from "./bench-context";
import { useFileKeys } from "./file-keys";
import { useFileDrop } from "./file-drop";
import { InputTable } from "./input-table/input-table";
import { ShownCharts } from "./charts/shown-charts";
import { Lines } from "./lines";
import { Questions } from "./questions";
import { SheetTabs } from "./sheet-tabs";
import { StartPage } from "./start-page";
import { Toolbar } from "./toolbar";
import { useMatches } from "./matches";
import { narrowWidth, useWorkbenchStyles } from "./workbench.styles";

interface WorkbenchProps {
  readonly bench: Bench;
  /** Shows the grid in this element, once. */
  readonly mountGrid: (container: HTMLElement) => void;
}

/** The pane and a sheet side by side, and files above them. */
export function Workbench({ bench, mountGrid }: WorkbenchProps): React.JSX.Element {
  const theme = useMatches("(prefers-color-scheme: dark)") ? webDarkTheme : webLightTheme;
  return (
    <FluentProvider theme={theme}>
      <BenchProvider value={bench}>
        <Page theme={theme} mountGrid={mountGrid} />
      </BenchProvider>
    </FluentProvider>
  );
}

interface PageProps extends Omit<WorkbenchProps, "bench"> {
  readonly theme: Theme;
}

function Page({ theme, mountGrid }: PageProps): React.JSX.Element {
  const styles = useWorkbenchStyles();
  const { view } = useBenchState();
  const isNarrow = useMatches(narrowWidth);
  const language = useLanguage();
  const { giveFiles } = useBench();
  const isOver = useFileDrop(giveFiles);
  useFileKeys();
  return (
    <div className={mergeClasses(styles.page, isOver && styles.over)} lang={language}>
      <Toolbar />
      <Lines />
      <div className={mergeClasses(styles.sheet, isNarrow && view !== "sheet" && styles.gone)}>
        <SheetSide mountGrid={mountGrid} />
      </div>
      <Side theme={theme} />
      <Questions />
    </div>
  );
}

function SheetSide({ mountGrid }: Pick<WorkbenchProps, "mountGrid">): React.JSX.Element {
  const styles = useWorkbenchStyles();
  const { book, grid, sheet } = useBenchState();
  const say = useSay();
  const isMounted = useRef(false);
  const charts = book?.open.charts().get(sheet ?? "") ?? [];
  return (
    <>
      {book === null && <StartPage onOpen={() => document.getElementById("open-file")?.click()} />}
      {book && sheet !== null && charts.length > 0 && (
        <div className={styles.charts}>
          <ShownCharts sheet={sheet} charts={charts} book={book} />
        </div>
      )}
      {grid === "loading" && <p role="status">{say(benchWords.gridLoading)}</p>}
      <section
        aria-label={say(barWords.sheet)}
        className={mergeClasses(
          charts.length > 0 ? styles.belowCharts : styles.grid,
          (book === null || grid !== "ready") && styles.unseen,
        )}
        ref={(element) => {
          if (!element || isMounted.current) return;
          isMounted.current = true;
          mountGrid(element);
        }}
      />
      {book && sheet !== null && (
        <SheetTabs open={book.open} revision={book.revision} sheet={sheet} isReady={grid === "ready"} />
      )}
    </>
  );
}

function Side({ theme }: Pick<PageProps, "theme">): React.JSX.Element {
  const styles = useWorkbenchStyles();
  const { view: wantedView, pane, paneNumber } = useBenchState();
  const isNarrow = useMatches(narrowWidth);
  const view = wantedView === "sheet" && !isNarrow ? "pane" : wantedView;
  const { show } = useBench();
  const say = useSay();
  return (
    <div className={styles.side}>
      <TabList
        className={styles.views}
        size="small"
        aria-label={say(barWords.views)}
        selectedValue={view}
        onTabSelect={(_, { value }) => show(value === "inputs" || value === "sheet" ? value : "pane")}
      >
        {isNarrow && <Tab value="sheet">{say(barWords.sheet)}</Tab>}
        <Tab value="pane" id="view-pane">
          {say(barWords.pane)}
        </Tab>
        <Tab value="inputs" id="view-inputs">
          {say(barWords.inputs)}
        </Tab>
      </TabList>
      <div
        role="tabpanel"
        aria-labelledby="view-pane"
        className={mergeClasses(styles.panel, view !== "pane" && styles.gone)}
      >
        <App key={paneNumber} pane={pane} theme={theme} />
      </div>
      {view === "inputs" && (
        <div role="tabpanel" aria-labelledby="view-inputs" className={mergeClasses(styles.panel, styles.scrolls)}>
          <InputTable key={paneNumber} />
        </div>
      )}
    </div>
  );
}
