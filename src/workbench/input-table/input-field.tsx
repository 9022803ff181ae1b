import { useState } from "react";
import { sameContent } from "../../core/apply-edits";
import type { CellContent } from "../../core/edit";
import type { FindingView } from "../../worker/engine";
import { useLanguage, useSay } from "../bench-context";
import { readTyped } from "../grid/read-typed";
import { entryOf } from "./entry";
import type { InputCell } from "./input-cells";
import { useInputTableStyles } from "./input-table.styles";

interface InputFieldProps {
  readonly of: InputCell;
  readonly label: string;
  readonly finding: FindingView | undefined;
  readonly onTyped: (put: CellContent) => void;
}

/** One input cell; it is taken over when it is left, or with Enter, and Escape gives it up. */
export function InputField({ of, label, finding, onTyped }: InputFieldProps): React.JSX.Element {
  const styles = useInputTableStyles();
  const language = useLanguage();
  const say = useSay();
  const [typed, setTyped] = useState<string | null>(null);
  const id = `input-${of.cell}`;
  const take = (): void => {
    if (typed === null) return;
    // As what is pasted: nothing typed here becomes a formula (law ED7).
    const put = readTyped(typed, { format: of.format ?? null, from: "clipboard" });
    setTyped(null);
    if (!sameContent(put, of.content)) onTyped(put);
  };
  return (
    <>
      <input
        id={id}
        className={styles.input}
        value={typed ?? entryOf(of.content.value, language)}
        aria-label={label}
        aria-describedby={finding && `${id}-finding`}
        aria-invalid={finding?.severity === "error"}
        list={of.choices.length > 0 ? `${id}-choices` : undefined}
        autoComplete="off"
        onChange={({ target }) => setTyped(target.value)}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === "Enter") take();
          if (key === "Escape") setTyped(null);
        }}
      />
      {of.choices.length > 0 && (
        <datalist id={`${id}-choices`}>
          {of.choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      {finding && (
        <span id={`${id}-finding`} className={finding.severity === "error" ? styles.error : styles.warning}>
          {finding.severity === "error" ? "✖ " : "⚠ "}
          {say(finding.what)}
        </span>
      )}
    </>
  );
}
