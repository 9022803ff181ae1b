import type { PlanPath } from "./plan-fault";

/** What stands at a path of a JSON value; undefined where nothing does. Inherited names are never found. */
export function valueAt(json: unknown, path: PlanPath): unknown {
  let value: unknown = json;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return value;
}

/**
 * Puts a value at a path of a JSON value that is being built, with the objects and lists on the way. A key such as
 * `__proto__` becomes an entry like any other, so that whoever opens the plan can refuse it.
 */
export function putAt(root: object, path: PlanPath, value: unknown): void {
  let place = root;
  for (const [index, step] of path.entries()) {
    if (index === path.length - 1) {
      define(place, step, value);
      return;
    }
    const next: unknown = Object.getOwnPropertyDescriptor(place, step)?.value;
    if (typeof next === "object" && next !== null) {
      place = next;
      continue;
    }
    const made = typeof path[index + 1] === "number" ? [] : {};
    define(place, step, made);
    place = made;
  }
}

/** A plain value as text; "" for what is none. */
export function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

function define(place: object, step: string | number, value: unknown): void {
  Object.defineProperty(place, step, { value, enumerable: true, writable: true, configurable: true });
}
