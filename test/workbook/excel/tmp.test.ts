import { it } from "@jest/globals";
import { matrixOperations } from "./fault-operations";
import { inHost } from "./in-host";
import { seen } from "./fault-trials";
it("runs", async () => {
  for (const [name, sync] of [["mark", 3], ["put sheets", 4], ["undo put sheets", 3]] as const) {
    const operation = matrixOperations.find((one) => one.name === name);
    const ref = await inHost(); await operation?.prepare?.(ref); const before = seen(ref); await operation?.perform(ref); const after = seen(ref); ref.close();
    const shown = new Set();
    for (let action = 0; action < 75; action += 1) {
      const open = await inHost();
      await operation?.prepare?.(open);
      open.host.failAt(sync, name==="mark" && action===74 ? {kind: "protected-sheet"} : { kind: "fails-at-action", action });
      let told: any = null;
      try { await operation?.perform(open); } catch (cause) { told = cause; }
      const now = seen(open);
      if (now !== before && now !== after) {
        let i = 0; while (now[i] === (name === "mark" ? after : before)[i]) i++;
        const line = String(told?.about?.detail) + "\n" + now.slice(i-100, i + 200) + "\nBEFORE\n" + before.slice(i-100, i + 200)+ "\nAFTER\n" + after.slice(i-100, i + 200) + open.host.book.sheets.map((s) => s.name + ":" + s.visibility + ":" + (s.protection !== null)).join(",");
        if (!shown.has(line)) { shown.add(line); console.log(name, action, line); }
      }
      open.close();
    }
  }
}, 600000);
