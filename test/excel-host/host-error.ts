/** What Excel answers where it refuses an action; the client throws it as an OfficeExtension.Error with this code. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
    this.name = "HostError";
  }
}

/** The client asked for something that this host does not know: not Excel's answer, but work for whoever needs it. */
export class NotModelled extends HostError {
  constructor(member: string) {
    super("NotModelled", `The stand-in host does not know ${member}.`, 501);
  }
}

export function invalidArgument(detail = ""): HostError {
  return new HostError("InvalidArgument", `The argument is invalid or missing or has an incorrect format. ${detail}`);
}

export function itemNotFound(detail = ""): HostError {
  return new HostError("ItemNotFound", `The requested resource doesn't exist. ${detail}`, 404);
}

export function accessDenied(detail = ""): HostError {
  return new HostError("AccessDenied", `You cannot perform the requested operation. ${detail}`, 403);
}
