import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Spinner,
} from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import { barWords, benchWords } from "../words/workbench";
import { realFiles } from "../taskpane/state";
import type { Question } from "./bench-state";
import { useBench, useBenchState, useSay } from "./bench-context";

/** What has to be answered before anything else. */
export function Questions(): React.JSX.Element {
  const { question } = useBenchState();
  const { answer } = useBench();
  return (
    <Dialog open={question !== null} modalType="modal" onOpenChange={(_, { open }) => !open && answer("cancel")}>
      <DialogSurface>{question && <Asked question={question} />}</DialogSurface>
    </Dialog>
  );
}

function Asked({ question }: { readonly question: Question }): React.JSX.Element {
  return question.kind === "unsaved" ? <Unsaved name={question.name} /> : <Samples isBusy={question.isBusy} />;
}

function Unsaved({ name }: { readonly name: string }): React.JSX.Element {
  const { answer } = useBench();
  const say = useSay();
  return (
    <DialogBody>
      <DialogTitle>{say(benchWords.unsavedTitle)}</DialogTitle>
      <DialogContent>{say(benchWords.unsavedText(name))}</DialogContent>
      <DialogActions fluid>
        <Button appearance="primary" onClick={() => answer("save")}>
          {say(benchWords.saveFirst)}
        </Button>
        <Button onClick={() => answer("discard")}>{say(benchWords.dontSave)}</Button>
        <Button onClick={() => answer("cancel")}>{say(benchWords.cancel)}</Button>
      </DialogActions>
    </DialogBody>
  );
}

function Samples({ isBusy }: { readonly isBusy: boolean }): React.JSX.Element {
  const { answer, openSamples } = useBench();
  const { store } = useBenchState().pane;
  const { plan, ...pane } = useSyncExternalStore(store.subscribe, store.state);
  const real = realFiles(pane).length;
  const say = useSay();
  return (
    <DialogBody>
      <DialogTitle>{say(benchWords.samplesTitle)}</DialogTitle>
      <DialogContent>
        {real > 0 && !isBusy && <p>{say(benchWords.samplesReplace(real))}</p>}
        {isBusy ? <Spinner label={say(benchWords.makingSamples)} /> : say(benchWords.samplesText)}
      </DialogContent>
      <DialogActions fluid>
        {(plan?.periods ?? []).map(({ id, name }) => (
          <Button key={id} disabled={isBusy} onClick={() => void openSamples(id)}>
            {say(name)}
          </Button>
        ))}
        <Button appearance="subtle" disabled={isBusy} onClick={() => answer("cancel")}>
          {say(barWords.close)}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
