import { usePanelStyles } from "../frame/panel.styles";
import { usePaneState, useWords } from "../pane-context";

/** What was wrong in the plan that was refused last. */
export function PlanFaults(): React.JSX.Element | null {
  const styles = usePanelStyles();
  const { planFaults } = usePaneState();
  const say = useWords();
  if (planFaults.length === 0) return null;
  return (
    <ul>
      {planFaults.map((fault) => (
        <li key={fault.vi} className={styles.bad}>
          {say(fault)}
        </li>
      ))}
    </ul>
  );
}
