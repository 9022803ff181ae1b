import { actionTypes, type RequestBody } from "./messages";

/** What went over the wire: laws XL1 and XL2 are read off here. Bytes are of UTF-8. */
export class Counts {
  syncs = 0;
  /** Requests in which the client only forgets what it kept, sent by itself after `Excel.run`. */
  cleanups = 0;
  requestBytes = 0;
  responseBytes = 0;
  largestRequest = 0;
  largestResponse = 0;
  /** Of the last request that was no tidying. */
  lastRequestActions = 0;
  /** How often each member was used: "Range.values" → 3. */
  readonly members = new Map<string, number>();

  /** Counts a request; gives whether it was tidying. */
  addRequest({ Actions }: RequestBody, text: string): boolean {
    const isCleanup =
      Actions.some(({ Name }) => Name === "_RemoveReference") &&
      Actions.every(({ ActionType, Name }) => ActionType === actionTypes.instantiate || Name === "_RemoveReference");
    if (isCleanup) this.cleanups += 1;
    else {
      this.syncs += 1;
      this.lastRequestActions = Actions.length;
    }
    const bytes = Buffer.byteLength(text);
    this.requestBytes += bytes;
    this.largestRequest = Math.max(this.largestRequest, bytes);
    return isCleanup;
  }

  addResponse(text: string): void {
    const bytes = Buffer.byteLength(text);
    this.responseBytes += bytes;
    this.largestResponse = Math.max(this.largestResponse, bytes);
  }

  addMember(member: string): void {
    this.members.set(member, (this.members.get(member) ?? 0) + 1);
  }

  reset(): void {
    this.syncs = 0;
    this.cleanups = 0;
    this.requestBytes = 0;
    this.responseBytes = 0;
    this.largestRequest = 0;
    this.largestResponse = 0;
    this.lastRequestActions = 0;
    this.members.clear();
  }
}
