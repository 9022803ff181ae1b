import { NotModelled } from "./host-error";
import type { HostObject } from "./host-object";
import type { QueryInfo } from "./messages";

type OnMember = (type: string, member: string) => void;

/** What `load` asks for: the properties named, or all that the object has; of a collection, of each item. */
export function queryResult(object: HostObject, query: QueryInfo, onMember: OnMember): unknown {
  const select = [...(query.Select ?? []), ...(query.Expand ?? [])];
  const { items, identity } = object.members;
  if (!items) return { ...selected(object, select, onMember), ...identity };
  const skipped = items().slice(query.Skip ?? 0);
  const page = query.Top === undefined ? skipped : skipped.slice(0, query.Top);
  const wanted = select.filter((path) => path !== "$none").map((path) => path.replace(/^items\//i, ""));
  return {
    ...(object.members.scalars?.["Count"] && { Count: object.members.scalars["Count"].get?.() }),
    _Items: page.map((item) => ({ ...selected(item, wanted, onMember), ...item.members.identity })),
  };
}

function selected(object: HostObject, select: readonly string[], onMember: OnMember): Record<string, unknown> {
  const { scalars = {}, children = {} } = object.members;
  const named = select.filter((path) => path !== "" && path !== "*" && path !== "$all" && path !== "items");
  if (named.length === 0) {
    if (select.includes("$none")) return {};
    return Object.fromEntries(Object.entries(scalars).flatMap(([name, { get }]) => (get ? [[name, get()]] : [])));
  }
  const answer: Record<string, unknown> = {};
  const nested = new Map<string, string[]>();
  for (const path of named) {
    if (path === "$none") continue;
    const [head = "", ...rest] = path.split("/");
    const name = matching(scalars, head);
    if (name !== undefined && rest.length === 0) {
      onMember(object.type, name);
      answer[name] = scalars[name]?.get?.();
      continue;
    }
    const child = matching(children, head);
    if (child === undefined) {
      onMember(object.type, head);
      throw new NotModelled(`${object.type}.${path}`);
    }
    nested.set(child, [...(nested.get(child) ?? []), rest.join("/")]);
  }
  for (const [name, paths] of nested) {
    onMember(object.type, name);
    const child = children[name]?.() ?? null;
    answer[name] = child ? queryResult(child, { Select: paths }, onMember) : null;
  }
  return answer;
}

function matching(members: Readonly<Record<string, unknown>>, wanted: string): string | undefined {
  return Object.keys(members).find((name) => name.toLowerCase() === wanted.toLowerCase());
}
