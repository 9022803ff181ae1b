import { HostObject } from "../host-object";

/** What `Office.actions.associate` tells the host: the shared runtime answers the ribbon from now on. */
export const internalService = "Microsoft.InternalService.AddinInternalService";

export function internalServiceObject(): HostObject {
  return new HostObject({
    type: internalService,
    methods: { NotifyActionHandlerReady: () => null },
  });
}
