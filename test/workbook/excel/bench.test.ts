import { describe, expect, it } from "@jest/globals";
import { costs, type Cost } from "./bench-trials";

const isBench = process.env["BENCH"] === "1";

/** `npm run bench:excel` prints the table; otherwise only the counts are held. */
const sizes = isBench ? (process.env["BENCH_UNITS"] ?? "1,15,200").split(",").map(Number) : [1, 15];

describe("what the Excel door costs", () => {
  it("[XL1] [XL2] does not grow with the number of units but by what has to be carried", async () => {
    const all: Cost[] = [];
    for (const units of sizes) for await (const cost of costs(units)) all.push(cost);
    if (isBench) process.stdout.write(tableOf(all));
    const syncs = (what: string) => all.filter((cost) => cost.what === what).map((cost) => cost.syncs);
    expect(syncs("check a report")).toEqual([2]);
    expect(syncs("compute behind it")).toEqual([1]);
    expect(syncs("mark 20 cells behind it")).toEqual([1]);
    for (const { units, what, syncs: count } of all.filter(({ what: said }) => said === "put the summary")) {
      const base = all.find((cost) => cost.what === what)?.syncs ?? 0;
      const { sent = 0, received = 0 } = all.find((cost) => cost.what === what && cost.units === units) ?? {};
      // What a cell takes is estimated, so that parts of at most 4 MB come out at some 3 MB each.
      expect(count).toBeLessThanOrEqual(base + Math.ceil((sent + received) / (3 * 1024 * 1024)));
    }
  }, 1_200_000);
});

function tableOf(all: readonly Cost[]): string {
  const kilo = (bytes: number) => String(Math.ceil(bytes / 1024));
  const lines = all.map(({ units, what, syncs, sent, received, largest }) =>
    [
      String(units).padStart(5),
      what.padEnd(30),
      String(syncs).padStart(5),
      kilo(sent).padStart(8),
      kilo(received).padStart(12),
      kilo(largest).padStart(11),
    ].join("  "),
  );
  return ["units  what                            syncs   KB sent   KB received  largest KB", ...lines, ""].join("\n");
}
