import { internalService, internalServiceObject } from "./objects/internal-service";
import { Args } from "./args";
import { HostError, invalidArgument, itemNotFound, NotModelled } from "./host-error";
import { HostObject } from "./host-object";
import {
  actionTypes,
  pathTypes,
  type Action,
  type ArgumentInfo,
  type ObjectPath,
  type RequestBody,
  type ResponseBody,
} from "./messages";
import { queryResult } from "./query";

/** What the interpreter asks of the host around it. */
export interface Surroundings {
  readonly root: HostObject;
  readonly byReference: (id: string) => HostObject;
  /** Told of every member before it is used; throws where the requirement set has none. */
  readonly onMember: (type: string, member: string) => void;
  /** Throws where this action is to fail. */
  readonly beforeAction: (index: number) => void;
}

/** Carries a request out action by action. What comes before a failing action stays done, as in Excel. */
export function interpret(request: RequestBody, surroundings: Surroundings): ResponseBody {
  const run = new Run(request, surroundings);
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  for (const [index, action] of request.Actions.entries()) {
    try {
      surroundings.beforeAction(index);
      // Marks that the client sets for itself: it goes on when they come back.
      const isTrace = action.ActionType === actionTypes.trace;
      if (isTrace) traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: isTrace ? null : (run.outcome(action) ?? null) });
    } catch (cause) {
      const error = cause instanceof HostError ? cause : new HostError("GeneralException", String(cause), 500);
      if (!(cause instanceof HostError)) console.error(cause);
      const { code, message, status } = error;
      const location = run.locationOf(action);
      const told = { Code: code, Message: message, Location: location, HttpStatusCode: status, ActionIndex: index };
      return { Error: told, Results: results, TraceIds: traces };
    }
  }
  return { Results: results, TraceIds: traces };
}

class Run {
  private readonly found = new Map<number, HostObject | null>();

  constructor(
    private readonly request: RequestBody,
    private readonly surroundings: Surroundings,
  ) {}

  outcome(action: Action): unknown {
    const target = this.object(action.ObjectPathId ?? 0);
    // Asking and telling a null object is allowed and does nothing.
    if (target === null) return null;
    switch (action.ActionType) {
      case actionTypes.instantiate:
        return { ...target.members.identity };
      case actionTypes.query:
        return queryResult(target, action.QueryInfo ?? {}, this.surroundings.onMember);
      case actionTypes.method:
        return this.called(target, action);
      case actionTypes.setProperty:
        this.set(target, action);
        return null;
      default:
        throw new NotModelled(`actions of the type ${action.ActionType}`);
    }
  }

  locationOf({ ObjectPathId, Name }: Action): string {
    const path = this.request.ObjectPaths[String(ObjectPathId ?? 0)];
    const type = this.found.get(ObjectPathId ?? 0)?.type;
    if (type !== undefined) return `${type}.${lowerFirst(Name)}`;
    const parent = this.found.get(path?.ParentObjectPathId ?? 0)?.type ?? "";
    const isIndexer = path?.ObjectPathType === pathTypes.indexer;
    return `${parent}.${isIndexer ? "getItem" : lowerFirst(path?.Name ?? "")}`;
  }

  private called(target: HostObject, { Name, ArgumentInfo }: Action): unknown {
    if (Name === "_KeepReference") return null;
    const outcome = this.call(target, Name, ArgumentInfo);
    if (outcome instanceof HostObject) return { ...outcome.members.identity };
    return outcome ?? null;
  }

  private call(target: HostObject, name: string, info: ArgumentInfo | undefined): unknown {
    const method = target.members.methods?.[name];
    this.surroundings.onMember(target.type, name);
    if (!method) throw new NotModelled(`${target.type}.${lowerFirst(name)}()`);
    return method(new Args(this.argumentsOf(info)));
  }

  private set(target: HostObject, { Name, ArgumentInfo }: Action): void {
    this.surroundings.onMember(target.type, Name);
    const property = target.members.scalars?.[Name];
    if (!property?.set) throw new NotModelled(`setting ${target.type}.${lowerFirst(Name)}`);
    property.set(this.argumentsOf(ArgumentInfo)[0] ?? null);
  }

  private object(id: number): HostObject | null {
    const known = this.found.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[String(id)];
    if (!path) throw new HostError("GeneralException", `No such path: ${id}`, 500);
    const object = this.resolved(path);
    this.found.set(id, object);
    return object;
  }

  private resolved(path: ObjectPath): HostObject | null {
    const { ObjectPathType: type, Name: name, ArgumentInfo: info, ParentObjectPathId: parentId } = path;
    if (type === pathTypes.global) return this.surroundings.root;
    if (type === pathTypes.referenceId) return this.surroundings.byReference(name);
    if (type === pathTypes.null) return null;
    if (type === pathTypes.new && name === internalService) return internalServiceObject();
    if (parentId === undefined) throw new NotModelled(`paths of the type ${type} (${name})`);
    const parent = this.object(parentId);
    if (parent === null) return null;
    switch (type) {
      case pathTypes.property: {
        this.surroundings.onMember(parent.type, name);
        const child = parent.members.children?.[name];
        if (!child) throw new NotModelled(`${parent.type}.${lowerFirst(name)}`);
        return child();
      }
      case pathTypes.indexer: {
        this.surroundings.onMember(parent.type, "GetItem");
        const [key] = this.argumentsOf(info);
        if (typeof key !== "string" && typeof key !== "number") throw invalidArgument();
        if (!parent.members.item) throw new NotModelled(`${parent.type}.getItem()`);
        return parent.members.item(String(key));
      }
      case pathTypes.method: {
        const outcome = this.call(parent, name, info) ?? null;
        if (outcome !== null && !(outcome instanceof HostObject)) throw itemNotFound(name);
        return outcome;
      }
      default:
        throw new NotModelled(`paths of the type ${type}`);
    }
  }

  /** Objects come as ids of paths: in a list beside the arguments, or wrapped where they stand within a record. */
  private argumentsOf(info: ArgumentInfo | undefined): unknown[] {
    const { Arguments: values, ReferencedObjectPathIds: ids } = info ?? {};
    return (values ?? []).map((value, index) => this.withObjects(value, ids?.[index]));
  }

  private withObjects(value: unknown, id: unknown): unknown {
    if (typeof id === "number" && id > 0) return this.object(id);
    if (Array.isArray(value) && Array.isArray(id)) return value.map((one, index) => this.withObjects(one, id[index]));
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    if ("_ObjectPathId" in value && typeof value._ObjectPathId === "number") return this.object(value._ObjectPathId);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.withObjects(one, 0)]));
  }
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
