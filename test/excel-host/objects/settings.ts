import { itemNotFound } from "../host-error";
import { HostObject, scalar } from "../host-object";
import type { HostState } from "../state";

/** What an add-in keeps in the workbook itself. */
export function settingsObject(state: HostState): HostObject {
  const { settings } = state.book;
  const one = (key: string): HostObject =>
    new HostObject({
      type: "Setting",
      identity: { Id: key },
      scalars: {
        Key: scalar(() => key),
        Value: scalar(
          () => settings.get(key),
          (value) => {
            state.refuseReadOnly();
            settings.set(key, value);
          },
        ),
        _Id: scalar(() => key),
      },
      methods: {
        Delete: () => {
          state.refuseReadOnly();
          settings.delete(key);
        },
      },
    });
  const item = (key: string): HostObject => {
    if (!settings.has(key)) throw itemNotFound(`No setting ${key}.`);
    return one(key);
  };
  return new HostObject({
    type: "SettingCollection",
    scalars: { Count: scalar(() => settings.size) },
    items: () => [...settings.keys()].map(one),
    item,
    methods: {
      Add: (args) => {
        state.refuseReadOnly();
        settings.set(args.text(0), args.any(1));
        return one(args.text(0));
      },
      GetCount: () => settings.size,
      GetItem: (args) => item(args.text(0)),
      GetItemOrNullObject: (args) => (settings.has(args.text(0)) ? one(args.text(0)) : null),
    },
  });
}
