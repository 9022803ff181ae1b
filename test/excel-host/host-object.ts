import type { Args } from "./args";

export interface Scalar {
  readonly get?: () => unknown;
  readonly set?: (value: unknown) => void;
}

export type Method = (args: Args) => unknown;

export interface ObjectMembers {
  /** Its class in the documentation: "Worksheet". */
  readonly type: string;
  /** What the client keeps in place of the way that led here. */
  readonly identity?: { readonly Id?: string; readonly _ReferenceId?: string };
  /** By wire name: "NumberFormat". */
  readonly scalars?: Readonly<Record<string, Scalar>>;
  readonly children?: Readonly<Record<string, () => HostObject | null>>;
  /** Each gives an object that the client goes on asking, null for a null object, or a plain value. */
  readonly methods?: Readonly<Record<string, Method>>;
  /** Of a collection. */
  readonly items?: () => readonly HostObject[];
  /** Of a collection: the item of an id or a name, else an ItemNotFound. */
  readonly item?: (key: string) => HostObject;
}

/** One object of the workbook as a request sees it. Members live in tables, so that a missing one is noticed by name. */
export class HostObject {
  constructor(readonly members: ObjectMembers) {}

  get type(): string {
    return this.members.type;
  }
}

/** A property that is read only, or one that is written too. */
export function scalar(get: () => unknown, set?: (value: unknown) => void): Scalar {
  return set ? { get, set } : { get };
}
