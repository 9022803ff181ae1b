import * as z from "zod/mini";

/** How the client names an object: 1 global, 2 new, 3 method, 4 property, 5 indexer, 6 reference id, 7 null. */
export type ObjectPath = z.infer<typeof objectPath>;
export type Action = z.infer<typeof action>;
export type ArgumentInfo = z.infer<typeof argumentInfo>;
export type QueryInfo = z.infer<typeof queryInfo>;
export type RequestBody = z.infer<typeof requestBody>;

const argumentInfo = z.object({
  Arguments: z.optional(z.nullable(z.array(z.unknown()))),
  ReferencedObjectPathIds: z.optional(z.array(z.unknown())),
});

const queryInfo = z.object({
  Select: z.optional(z.array(z.string())),
  Expand: z.optional(z.array(z.string())),
  Top: z.optional(z.number()),
  Skip: z.optional(z.number()),
});

const objectPath = z.object({
  Id: z.number(),
  ObjectPathType: z.number(),
  Name: z.string(),
  ParentObjectPathId: z.optional(z.number()),
  ArgumentInfo: z.optional(argumentInfo),
});

const action = z.object({
  Id: z.number(),
  ActionType: z.number(),
  Name: z.string(),
  ObjectPathId: z.optional(z.number()),
  ArgumentInfo: z.optional(argumentInfo),
  QueryInfo: z.optional(queryInfo),
});

/** One `context.sync()` as the client sends it. */
export const requestBody = z.object({
  AutoKeepReference: z.optional(z.boolean()),
  Actions: z.array(action),
  ObjectPaths: z.record(z.string(), objectPath),
});

export const actionTypes = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

export const pathTypes = {
  global: 1,
  new: 2,
  method: 3,
  property: 4,
  indexer: 5,
  referenceId: 6,
  null: 7,
} as const;

export interface ResponseError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly HttpStatusCode: number;
  readonly ActionIndex: number;
}

export interface ResponseBody {
  readonly Error?: ResponseError;
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
}
