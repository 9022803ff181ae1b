import { Button, Field, Select } from "@fluentui/react-components";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { CellContent } from "../../core/edit";
import type { Snapshot } from "../../core/snapshot";
import { inputWords } from "../../words/workbench";
import type { FindingView } from "../../worker/engine";
import type { BookLooks } from "../../workbook/looks";
import { useBench, useBenchState, useSay } from "../bench-context";
import { inputCells, type InputCell, type InputCells } from "./input-cells";
import { InputField } from "./input-field";
import { useInputTableStyles } from "./input-table.styles";

/** More at once would be slow to draw and long to read. */
const rowsAtOnce = 15;

interface Seen {
  readonly snapshot: Snapshot;
  readonly looks: BookLooks;
}

/** The input cells of the workbook as a table, sheet by sheet: for screen readers, and where the sheet cannot be drawn. */
export function InputTable(): React.JSX.Element {
  const { book, wanted } = useBenchState();
  const say = useSay();
  const [seen, setSeen] = useState<Seen | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { open, revision } = book ?? { open: null, revision: 0 };
  useEffect(() => {
    let isOver = false;
    void open?.door.read().then((snapshot) => {
      if (!isOver) setSeen({ snapshot, looks: open.looks() });
    });
    return () => {
      isOver = true;
    };
  }, [open, revision]);
  const tables = useMemo(() => (seen ? tablesOf(seen) : new Map<string, InputCells>()), [seen]);
  const [first] = tables.keys();
  const sheet = [chosen, wanted?.sheet, first].find((name) => tables.has(name ?? "")) ?? "";
  const cells = tables.get(sheet);
  if (!book || !seen || !cells) return <p>{say(inputWords.nothing)}</p>;
  return (
    <>
      <Field label={say(inputWords.sheet)}>
        <Select value={sheet} onChange={(_, { value }) => setChosen(value)}>
          {[...tables.keys()].map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
      <SheetInputs key={sheet} sheet={sheet} cells={cells} />
    </>
  );
}

function tablesOf({ snapshot, looks }: Seen): Map<string, InputCells> {
  const tables = new Map<string, InputCells>();
  for (const sheet of snapshot.sheets) {
    const ofSheet = looks.sheets.find(({ name }) => name === sheet.name);
    if (!ofSheet || sheet.visibility !== "visible") continue;
    const cells = inputCells(sheet, ofSheet);
    if (cells.rows.length > 0) tables.set(sheet.name, cells);
  }
  return tables;
}

interface SheetInputsProps {
  readonly sheet: string;
  readonly cells: InputCells;
}

function SheetInputs({ sheet, cells }: SheetInputsProps): React.JSX.Element {
  const styles = useInputTableStyles();
  const { pane, wanted } = useBenchState();
  const { type } = useBench();
  const say = useSay();
  const { check } = useSyncExternalStore(pane.store.subscribe, pane.store.state);
  const findings = useMemo(() => findingsIn(check?.findings ?? [], sheet), [check, sheet]);
  const rowWanted = cells.rows.findIndex((row) => [...row.cells.values()].some(({ cell }) => cell === wanted?.cell));
  const [start, setStart] = useState(() => Math.floor(Math.max(rowWanted, 0) / rowsAtOnce) * rowsAtOnce);
  const rows = cells.rows.slice(start, start + rowsAtOnce);
  const take = ({ cell, content }: InputCell, put: CellContent): void =>
    void type({ at: { sheet, cell }, expect: content, put });
  return (
    <>
      <table className={styles.table} aria-label={say(inputWords.tableOf(sheet))}>
        <thead>
          <tr>
            <th scope="col">{say(inputWords.row)}</th>
            {cells.columns.map(({ index, heading }) => (
              <th key={index} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.index}>
              <th scope="row">{row.label}</th>
              {cells.columns.map(({ index, heading }) => {
                const input = row.cells.get(index);
                return (
                  <td key={index}>
                    {input && (
                      <InputField
                        of={input}
                        label={say(inputWords.cell(row.label, heading))}
                        finding={findings.get(input.cell)}
                        onTyped={(put) => take(input, put)}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {cells.rows.length > rowsAtOnce && (
        <Pages start={start} shown={rows.length} all={cells.rows.length} onGo={setStart} />
      )}
    </>
  );
}

interface PagesProps {
  readonly start: number;
  readonly shown: number;
  readonly all: number;
  readonly onGo: (start: number) => void;
}

function Pages({ start, shown, all, onGo }: PagesProps): React.JSX.Element {
  const styles = useInputTableStyles();
  const say = useSay();
  const isLast = start + shown >= all;
  return (
    <div className={styles.bar}>
      <Button size="small" disabledFocusable={start === 0} onClick={() => onGo(Math.max(0, start - rowsAtOnce))}>
        {say(inputWords.before)}
      </Button>
      <Button size="small" disabledFocusable={isLast} onClick={() => onGo(start + rowsAtOnce)}>
        {say(inputWords.after)}
      </Button>
      <span role="status">{say(inputWords.rows(start + 1, start + shown, all))}</span>
    </div>
  );
}

/** The gravest finding of each cell; they come in that order. */
function findingsIn(findings: readonly FindingView[], sheet: string): Map<string, FindingView> {
  const found = new Map<string, FindingView>();
  for (const finding of findings) {
    if (finding.sheet === sheet && finding.cell !== null && !found.has(finding.cell)) found.set(finding.cell, finding);
  }
  return found;
}
