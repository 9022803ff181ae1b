import { asText, asTruth } from "../args";
import type { HostName, HostSheet } from "../book";
import { sheetNamed } from "../book";
import { fromA1 } from "../../../src/core/cell";
import { HostError, invalidArgument, itemNotFound } from "../host-error";
import { HostObject, scalar } from "../host-object";
import { fromReferenceId, rangeNamed, type RangeRef } from "../range-ref";
import type { HostState } from "../state";
import { quotedSheet, columnLetters } from "../../../src/core/cell";
import { rangeObject } from "./range";
import { plainValue } from "./range-values";
import { worksheetObject } from "./worksheet";

/** The names of the whole workbook, or of one sheet. */
export function namesObject(state: HostState, scope: HostSheet | null): HostObject {
  const { book } = state;
  const mine = () => book.names.filter((name) => name.scope === scope);
  const find = (wanted: string) => mine().find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  const item = (wanted: string): HostObject => {
    const found = find(wanted);
    if (!found) throw itemNotFound(`No name ${wanted}.`);
    return nameObject(state, found);
  };
  const add = (name: string, formula: string, comment: string): HostObject => {
    state.refuseReadOnly();
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || fromA1(name)) throw invalidArgument(`No name: ${name}`);
    if (find(name)) throw invalidArgument(`The name ${name} is taken.`);
    const made: HostName = { name, scope, formula, isVisible: true, comment };
    book.names.push(made);
    return nameObject(state, made);
  };
  return new HostObject({
    type: "NamedItemCollection",
    scalars: { Count: scalar(() => mine().length) },
    items: () => mine().map((name) => nameObject(state, name)),
    item,
    methods: {
      Add: (args) => {
        const given = args.any(1);
        const formula =
          typeof given === "string"
            ? given
            : absolute(fromReferenceId(book, args.object(1).members.identity?._ReferenceId ?? ""));
        return add(args.text(0), formula, args.textOr(2, ""));
      },
      AddFormulaLocal: (args) => add(args.text(0), args.text(1), args.textOr(2, "")),
      GetCount: () => mine().length,
      GetItem: (args) => item(args.text(0)),
      GetItemOrNullObject: (args) => {
        const found = find(args.text(0));
        return found ? nameObject(state, found) : null;
      },
    },
  });
}

function nameObject(state: HostState, name: HostName): HostObject {
  const { book } = state;
  const range = (): RangeRef | null => rangeOf(state, name);
  return new HostObject({
    type: "NamedItem",
    identity: { Id: name.name },
    scalars: {
      Name: scalar(() => name.name),
      Formula: scalar(
        () => name.formula,
        (value) => {
          state.refuseReadOnly();
          name.formula = asText(value);
        },
      ),
      Value: scalar(() => valueOf(name, range())),
      Type: scalar(() => (range() ? "Range" : name.formula.includes("#REF!") ? "Error" : "String")),
      Scope: scalar(() => (name.scope ? "Worksheet" : "Workbook")),
      Comment: scalar(
        () => name.comment,
        (value) => {
          name.comment = asText(value);
        },
      ),
      Visible: scalar(
        () => name.isVisible,
        (value) => {
          name.isVisible = asTruth(value);
        },
      ),
    },
    children: {
      Worksheet: () => worksheetObject(state, name.scope ?? noSheet()),
      WorksheetOrNullObject: () => (name.scope ? worksheetObject(state, name.scope) : null),
    },
    methods: {
      Delete: () => {
        state.refuseReadOnly();
        book.names = book.names.filter((one) => one !== name);
      },
      GetRange: () => {
        const found = range();
        if (!found) throw new HostError("InvalidReference", `The name ${name.name} leads to no range.`);
        return rangeObject(state, found);
      },
      GetRangeOrNullObject: () => {
        const found = range();
        return found ? rangeObject(state, found) : null;
      },
    },
  });
}

function noSheet(): never {
  throw itemNotFound("The name is of the whole workbook.");
}

/** The range's address, or what stands in the name. */
function valueOf(name: HostName, range: RangeRef | null): unknown {
  if (range) return name.formula.slice(1).replaceAll("$", "");
  if (name.formula.includes("#REF!")) return "#REF!";
  return plainValue(name.formula.replace(/^="?|"$/g, ""));
}

function rangeOf({ book }: HostState, { formula }: HostName): RangeRef | null {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!#]+))!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)$/i.exec(formula);
  const sheet = sheetNamed(book, match?.[1]?.replaceAll("''", "'") ?? match?.[2] ?? "");
  return sheet && match?.[3] !== undefined ? rangeNamed(book, sheet, match[3]) : null;
}

function absolute({ sheet, block: { top, left, bottom, right } }: RangeRef): string {
  const start = `$${columnLetters(left)}$${top + 1}`;
  const end = `$${columnLetters(right)}$${bottom + 1}`;
  return `=${quotedSheet(sheet.name)}!${start === end ? start : `${start}:${end}`}`;
}
