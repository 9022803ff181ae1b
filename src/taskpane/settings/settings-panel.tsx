import { Button, Field, Select } from "@fluentui/react-components";
import { useRef } from "react";
import product from "../../../package.json" with { type: "json" };
import { languages } from "../../core/language";
import { settingsWords } from "../../words/pane/panels";
import { usePanelStyles } from "../frame/panel.styles";
import { useOperations, usePaneState, useWords } from "../pane-context";
import { PlanFaults } from "./plan-faults";

/** Language and plan; the colours follow Office. */
export function SettingsPanel(): React.JSX.Element {
  const styles = usePanelStyles();
  const { language } = usePaneState();
  const { chooseLanguage } = useOperations();
  const say = useWords();
  return (
    <div className={styles.stack}>
      <h2 className={styles.heading}>{say(settingsWords.title)}</h2>
      <Field label={say(settingsWords.language)}>
        <Select
          value={language}
          onChange={(_, { value }) => {
            const chosen = languages.find((one) => one === value);
            if (chosen) chooseLanguage(chosen);
          }}
        >
          {languages.map((one) => (
            <option key={one} value={one}>
              {say(settingsWords.languages[one])}
            </option>
          ))}
        </Select>
      </Field>
      <PlanChoice />
      <p className={styles.quiet}>{say(settingsWords.theme)}</p>
      <p className={styles.quiet}>
        {say(settingsWords.privacy)} {say(settingsWords.version(product.version))}
      </p>
    </div>
  );
}

function PlanChoice(): React.JSX.Element {
  const styles = usePanelStyles();
  const { plan } = usePaneState();
  const { usePlan: openPlan, openPlanBook } = useOperations();
  const say = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className={styles.buttons}>
      <h3 className={styles.subheading}>{say(settingsWords.plan)}</h3>
      {plan && <p className={styles.quiet}>{say(plan.title)}</p>}
      <Button onClick={() => input.current?.click()}>{say(settingsWords.loadPlan)}</Button>
      <input
        ref={input}
        type="file"
        accept=".json,.xlsx"
        hidden
        aria-label={say(settingsWords.loadPlan)}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) void openPlan(file);
          target.value = "";
        }}
      />
      <Button aria-describedby="plan-book-hint" onClick={() => void openPlanBook()}>
        {say(settingsWords.planBook)}
      </Button>
      <p id="plan-book-hint" className={styles.quiet}>
        {say(settingsWords.planBookHint)}
      </p>
      {plan?.isOwn === false && <Button onClick={() => void openPlan(null)}>{say(settingsWords.ownPlan)}</Button>}
      <PlanFaults />
    </section>
  );
}
