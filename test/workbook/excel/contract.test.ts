import { afterEach } from "@jest/globals";
import { describeDoor } from "../contract";
import { inHost, type InHost } from "./in-host";

let open: InHost | null = null;
afterEach(() => {
  open?.close();
  open = null;
});

describeDoor("Excel", async () => {
  open = await inHost();
  const { host, book } = open;
  return {
    book,
    type: (at, value) => {
      host.user.type(at.sheet, at.cell, typeof value === "string" || typeof value === "number" ? value : "");
      return host.idle();
    },
  };
});
