import { openTag } from "./open-tag";
import { CannotPatch } from "./package-draft";
import { insertedAtEnd } from "./patch-parts";
import { placeIn } from "./patch-styles";
import { spliceText, type Splice } from "./splice";
import { escapeXml } from "./stored-text";
import type { ClosedElement } from "./walk-xml";
import { walkXml } from "./walk-xml";

/** The looks of one workbook taken in by another. */
export interface MergedStyles {
  /** The other's styles' part with what was added. */
  readonly xml: string;
  /** Where a cell style of the one stands in the other. */
  readonly styleOf: (style: number) => number;
  readonly conditionOf: (style: number) => number;
}

/** What a workbook has at least: where a list is not there, its cells lean on these. */
const leastItems = new Map([
  ["fonts", ['<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>']],
  ["fills", ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>']],
  ["borders", ["<border><left/><right/><top/><bottom/><diagonal/></border>"]],
  ["cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']],
  ["cellXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']],
]);

// By the schema; what is ours to add to stands among the others.
const listOrder = "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split(
  " ",
);

const firstOwnFormat = 164;

/** Takes all looks of one workbook, written by us, into the styles' part of another. */
export function mergeStyles(xml: string, own: string): MergedStyles {
  const [to, from] = [new StyleLists(xml), new StyleLists(own)];
  for (const [list, items] of leastItems) {
    if (to.count(list) === 0) for (const item of items) to.place(list, item);
  }
  const take = (list: string, element: ClosedElement | undefined) => to.place(list, from.textOf(element));
  const format = (id: number) => (id < firstOwnFormat ? id : to.placeFormat(from.codes.get(id) ?? ""));
  const style = (element: ClosedElement) => {
    const indexOf = (name: string) => Number(element.attributes.get(name) ?? 0);
    const changes = new Map([
      ["numFmtId", format(indexOf("numFmtId"))],
      ["fontId", take("fonts", from.items("fonts")[indexOf("fontId")])],
      ["fillId", take("fills", from.items("fills")[indexOf("fillId")])],
      ["borderId", take("borders", from.items("borders")[indexOf("borderId")])],
      ["xfId", 0],
      ...["applyNumberFormat", "applyFont", "applyFill", "applyBorder"].map((name) => [name, 1] as const),
    ]);
    const open = openTag(element, new Map([...changes].map(([name, index]) => [name, String(index)])));
    return to.place("cellXfs", open + own.slice(element.openEnd, element.end));
  };
  const styles = from.items("cellXfs").map(style);
  const conditions = from.items("dxfs").map((element) => take("dxfs", element));
  return { xml: to.written(), styleOf: indexIn(styles), conditionOf: indexIn(conditions) };
}

function indexIn(places: readonly number[]): (index: number) => number {
  return (index) => {
    const place = places[index];
    if (place === undefined) throw new CannotPatch(`no style ${index}`);
    return place;
  };
}

/** The lists of a styles' part, with what is to be added to each. */
class StyleLists {
  readonly codes = new Map<number, string>();
  readonly #lists = new Map<string, ClosedElement>();
  readonly #entries = new Map<string, { readonly items: ClosedElement[]; readonly texts: string[] }>();
  readonly #root: ClosedElement;

  constructor(private readonly xml: string) {
    const found: { root: ClosedElement | null } = { root: null };
    walkXml(xml, {
      close: (element) => {
        const { path, name, attributes } = element;
        if (path.length === 0) found.root = element;
        if (path.length === 1) this.#lists.set(name, element);
        if (path.length !== 2) return;
        const [, list = ""] = path;
        this.#entry(list).items.push(element);
        this.#entry(list).texts.push(this.textOf(element));
        if (list === "numFmts") this.codes.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
      },
    });
    if (!found.root) throw new CannotPatch("styles without a root");
    this.#root = found.root;
  }

  #entry(list: string): { readonly items: ClosedElement[]; readonly texts: string[] } {
    const entry = this.#entries.get(list) ?? { items: [], texts: [] };
    this.#entries.set(list, entry);
    return entry;
  }

  items(list: string): readonly ClosedElement[] {
    return this.#entry(list).items;
  }

  count(list: string): number {
    return this.#entry(list).texts.length;
  }

  textOf(element: ClosedElement | undefined): string {
    if (!element) throw new CannotPatch("a style that stands nowhere");
    return this.xml.slice(element.start, element.end);
  }

  /** The index of an item (written without a prefix), which is added where it is not there. */
  place(list: string, item: string): number {
    const text = item.replace(/<(\/?)(?=\w)/g, `<$1${this.#root.prefix}`);
    return placeIn(this.#entry(list).texts, text);
  }

  placeFormat(code: string): number {
    const known = [...this.codes].find(([id, other]) => other === code && id >= firstOwnFormat);
    if (known) return known[0];
    const id = Math.max(firstOwnFormat - 1, ...this.codes.keys()) + 1;
    this.codes.set(id, code);
    this.place("numFmts", `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    return id;
  }

  written(): string {
    const splices = listOrder.flatMap((list): Splice[] => {
      const added = this.#entry(list).texts.slice(this.items(list).length).join("");
      if (added === "") return [];
      const element = this.#lists.get(list);
      const count = String(this.count(list));
      if (!element) {
        const { prefix } = this.#root;
        return this.#insertedInOrder(list, `<${prefix}${list} count="${count}">${added}</${prefix}${list}>`);
      }
      const open = openTag(element, new Map([["count", count]]));
      if (element.isSelfClosing) {
        const text = `${open.replace(/\/>$/, ">")}${added}</${element.prefix}${list}>`;
        return [{ start: element.start, end: element.end, text }];
      }
      return [
        { start: element.start, end: element.openEnd, text: open },
        { start: element.closeStart, end: element.closeStart, text: added },
      ];
    });
    return spliceText(this.xml, splices);
  }

  #insertedInOrder(list: string, text: string): Splice[] {
    if (this.#root.isSelfClosing) throw new CannotPatch("styles without content");
    const after = listOrder.slice(listOrder.indexOf(list) + 1).flatMap((name) => this.#lists.get(name) ?? []);
    const [next] = after;
    if (!next) return insertedAtEnd(this.xml, this.#root, text);
    return [{ start: next.start, end: next.start, text }];
  }
}
