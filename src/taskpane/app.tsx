import { FluentProvider, type Theme } from "@fluentui/react-components";
import { useEffect } from "react";
import { CheckPanel } from "./check/check-panel";
import { ConsolidationPanel } from "./consolidation/consolidation-panel";
import { FormPanel } from "./form/form-panel";
import { Frame } from "./frame/frame";
import { HomePanel } from "./home/home-panel";
import { PaneProvider, usePaneState, type Pane } from "./pane-context";
import { ProgressPanel } from "./progress/progress-panel";
import { SettingsPanel } from "./settings/settings-panel";
import type { Screen } from "./state";
import { TracePanel } from "./trace/trace-panel";

const panels: Readonly<Record<Screen, () => React.JSX.Element>> = {
  home: HomePanel,
  check: CheckPanel,
  progress: ProgressPanel,
  consolidation: ConsolidationPanel,
  form: FormPanel,
  trace: TracePanel,
  settings: SettingsPanel,
};

/** The whole pane; it knows nothing of where it stands. */
export function App({ pane, theme }: { readonly pane: Pane; readonly theme: Theme }): React.JSX.Element {
  useEffect(() => void pane.operations.open(), [pane]);
  return (
    <FluentProvider theme={theme}>
      <PaneProvider value={pane}>
        <Frame>
          <Panel />
        </Frame>
      </PaneProvider>
    </FluentProvider>
  );
}

function Panel(): React.JSX.Element {
  const Shown = panels[usePaneState().screen];
  return <Shown />;
}
