import { eventTypes } from "../events";
import type { Method } from "../host-object";
import type { HostState } from "../state";

/** The methods by which the client says which events of a sheet, of all sheets or of the workbook it wants to hear of. */
export function registrations(
  { registered }: HostState,
  type: "Worksheet" | "WorksheetCollection" | "Workbook",
  targetId: string,
): Readonly<Record<string, Method>> {
  const types = type === "Workbook" ? { _RegisterActivatedEvent: 2203 } : eventTypes;
  return Object.fromEntries(
    Object.entries(types).flatMap(([name, eventType]): [string, Method][] => {
      const key = `${eventType}:${targetId}`;
      return [
        [name, () => void registered.add(key)],
        [name.replace("_Register", "_Unregister"), () => void registered.delete(key)],
      ];
    }),
  );
}
