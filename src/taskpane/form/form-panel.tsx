import { Button, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { verbs } from "../../words/pane/frame";
import { formWords } from "../../words/pane/panels";
import { usePanelStyles } from "../frame/panel.styles";
import { useOperations, usePaneState, useWords } from "../pane-context";

/** A blank form of a unit and a period. */
export function FormPanel(): React.JSX.Element {
  const styles = usePanelStyles();
  const { plan } = usePaneState();
  const { newForm } = useOperations();
  const say = useWords();
  const [chosenUnit, setUnit] = useState<string | null>(null);
  const [chosenPeriod, setPeriod] = useState<string | null>(null);
  // Another plan may be used meanwhile.
  const { code: unit = "" } = plan?.units.find(({ code }) => code === chosenUnit) ?? plan?.units[0] ?? {};
  const { id: period = "" } = plan?.periods.find(({ id }) => id === chosenPeriod) ?? plan?.periods[0] ?? {};
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        void newForm({ unit, period });
      }}
    >
      <h2 className={styles.heading}>{say(verbs.newForm)}</h2>
      <Field label={say(formWords.unit)}>
        <Select value={unit} onChange={(_, { value }) => setUnit(value)}>
          {(plan?.units ?? []).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={say(formWords.period)}>
        <Select value={period} onChange={(_, { value }) => setPeriod(value)}>
          {(plan?.periods ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {say(name)}
            </option>
          ))}
        </Select>
      </Field>
      <Button appearance="primary" type="submit" disabled={!plan} aria-describedby="form-makes">
        {say(verbs.newForm)}
      </Button>
      <p id="form-makes" className={styles.quiet}>
        {say(formWords.makes)}
      </p>
    </form>
  );
}
