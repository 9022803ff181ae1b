import type { HostSheet } from "../book";
import { asText } from "../args";
import { itemNotFound } from "../host-error";
import { HostObject, scalar } from "../host-object";
import type { HostState } from "../state";

/** Texts kept with a sheet under keys; case does not count. */
export function customPropertiesObject(state: HostState, { customProperties }: HostSheet): HostObject {
  const keyOf = (wanted: string) => [...customProperties.keys()].find((key) => same(key, wanted));
  const one = (key: string): HostObject =>
    new HostObject({
      type: "WorksheetCustomProperty",
      identity: { Id: key },
      scalars: {
        Key: scalar(() => key),
        Value: scalar(
          () => customProperties.get(key),
          (value) => void customProperties.set(key, asText(value)),
        ),
      },
      methods: { Delete: () => void customProperties.delete(key) },
    });
  const item = (wanted: string): HostObject => {
    const key = keyOf(wanted);
    if (key === undefined) throw itemNotFound(wanted);
    return one(key);
  };
  return new HostObject({
    type: "WorksheetCustomPropertyCollection",
    items: () => [...customProperties.keys()].map(one),
    item,
    methods: {
      Add: (args) => {
        state.refuseReadOnly();
        const key = keyOf(args.text(0)) ?? args.text(0);
        customProperties.set(key, args.text(1));
        return one(key);
      },
      GetCount: () => customProperties.size,
      GetItem: (args) => item(args.text(0)),
      GetItemOrNullObject: (args) => {
        const key = keyOf(args.text(0));
        return key === undefined ? null : one(key);
      },
    },
  });
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
