import type { Phrase } from "../../core/language";
import type { UnevaluatedView } from "../../worker/engine";
import { checkPanelWords } from "../../words/pane/panels";
import { usePanelStyles } from "../frame/panel.styles";
import { useWords } from "../pane-context";

/** The third outcome: what could be judged neither right nor wrong, and why. */
export function UnevaluatedList({
  unevaluated,
}: {
  readonly unevaluated: readonly UnevaluatedView[];
}): React.JSX.Element {
  const styles = usePanelStyles();
  const say = useWords();
  return (
    <details>
      <summary>{say(checkPanelWords.unevaluated(unevaluated.length))}</summary>
      {groups(unevaluated).map(({ first, places }) => (
        <p key={`${first.rule} ${first.why.vi}`} className={styles.item}>
          {say(first.title)} – {say(first.why)}
          {places.length > 0 && <span className={styles.quiet}> ({shownPlaces(places, say)})</span>}
        </p>
      ))}
    </details>
  );
}

const placesShown = 6;

function shownPlaces(places: readonly string[], say: (phrase: Phrase) => string): string {
  const more = places.length - placesShown;
  const shown = places.slice(0, placesShown);
  return [...shown, ...(more > 0 ? [say(checkPanelWords.morePlaces(more))] : [])].join(", ");
}

/** One line a rule and reason, however many cells it is about. */
function groups(unevaluated: readonly UnevaluatedView[]): { first: UnevaluatedView; places: string[] }[] {
  const found = new Map<string, { first: UnevaluatedView; places: string[] }>();
  for (const one of unevaluated) {
    const key = `${one.rule} ${one.why.vi}`;
    const group = found.get(key) ?? { first: one, places: [] };
    if (one.cell !== null) group.places.push(`${one.sheet ?? ""}!${one.cell}`);
    found.set(key, group);
  }
  return [...found.values()];
}
