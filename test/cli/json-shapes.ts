import { z } from "zod";
import { statuses } from "../../src/core/progress/status";

/* The shapes that other programs rely on, written down a second time: what the program prints must fit them exactly. */

const number = z.number().nullable();
const counts = z.strictObject({ error: z.int(), warning: z.int(), note: z.int() });
const coverage = z.tuple([z.int(), z.int()]);
const a1 = z.string().regex(/^[A-Z]{1,3}[1-9]\d*$/);
const sentence = z.string().regex(/^(?!.*(?:undefined|NaN|Infinity|\[object)).+$/s);

const finding = z.strictObject({
  rule: z.string().regex(/^[a-z]+(?:-[a-z]+)+$/),
  severity: z.enum(["error", "warning", "note"]),
  sheet: z.string().nullable(),
  cell: a1.nullable(),
  code: z.string().nullable(),
  what: sentence,
  why: sentence,
  todo: sentence,
  facts: z.record(z.string(), z.unknown()),
  mend: z.boolean(),
  mends: z.array(z.strictObject({ becomes: sentence, certain: z.boolean() })),
  reason: z.string().nullable(),
});

const unevaluated = z.strictObject({
  rule: z.string(),
  sheet: z.string().nullable(),
  cell: a1.nullable(),
  code: z.string().nullable(),
  because: z.string().regex(/^[a-z]+(?:-[a-z]+)+$/),
  why: sentence,
});

const indicator = z.strictObject({
  code: z.string(),
  numerator: number,
  denominator: number,
  baseline_value: number,
  last_year_value: number,
  target: number,
  value: number,
  progress: number,
  gap_closed: number,
  change: number,
  relative_change: number,
  pace: number,
  change_last_year: number,
  status: z.enum(statuses),
  forecast: number,
  pace_needed: number,
  plan_pace: number,
});

/** `check --json`. */
export const checkShape = z.strictObject({
  version: z.literal(1),
  files: z.array(
    z.strictObject({
      file: z.string(),
      unit: z.string().nullable(),
      period: z.string().nullable(),
      outcome: z.enum(["ok", "errors", "unreadable"]),
      counts,
      findings: z.array(finding),
      notEvaluated: z.array(unevaluated),
      indicators: z.array(indicator),
      mended: z
        .strictObject({
          file: z.string(),
          outcome: z.enum(["ok", "errors"]),
          counts,
          mends: z.array(
            z.strictObject({
              rule: z.string(),
              sheet: z.string().nullable(),
              cell: a1.nullable(),
              code: z.string().nullable(),
              becomes: sentence,
            }),
          ),
          findings: z.array(finding),
        })
        .nullable()
        .optional(),
    }),
  ),
});

const part = z.strictObject({ unit: z.string(), file: z.string(), sheet: z.string(), cell: a1, value: z.number() });

/** `consolidate --json`; `changes` stands there with `--update` only, and findings say which file they are about. */
export const consolidateShape = z.strictObject({
  version: z.literal(1),
  period: z.string(),
  units: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      received: z.boolean(),
      onTime: z.boolean().nullable(),
      file: z.string().nullable(),
      counts: counts.nullable(),
      sealedOn: z.iso.date().nullable(),
    }),
  ),
  elements: z.array(
    z.strictObject({ code: z.string(), total: number, coverage, missing: z.array(z.string()), parts: z.array(part) }),
  ),
  indicators: z.array(indicator.extend({ coverage, provisional: z.boolean(), group: z.string().nullable() })),
  findings: z.array(finding.extend({ file: z.string().nullable() })),
  notEvaluated: z.array(unevaluated),
  changes: z
    .array(
      z.strictObject({
        kind: z.enum(["element", "baseline", "last_year", "indicator", "figure", "report"]),
        code: z.string(),
        group: z.string().nullable(),
        unit: z.string().nullable(),
        before: number,
        after: number,
      }),
    )
    .optional(),
});

/** `trace --json`. */
export const traceShape = z.strictObject({
  version: z.literal(1),
  code: z.string(),
  totals: z.array(
    z.strictObject({
      code: z.string(),
      label: z.string(),
      total: number,
      coverage,
      missing: z.array(z.string()),
      parts: z.array(part.extend({ name: z.string(), share: number })),
    }),
  ),
});

/** `compute --json`. */
export const computeShape = z.strictObject({
  version: z.literal(1),
  file: z.string(),
  changed: z.array(
    z.strictObject({
      sheet: z.string(),
      cell: a1,
      before: z.strictObject({ value: z.unknown(), formula: z.string().optional() }),
      after: z.strictObject({ value: z.unknown(), formula: z.string().optional() }),
    }),
  ),
  indicators: z.array(indicator),
});

export const exportShape = z.strictObject({
  version: z.literal(1),
  files: z.array(z.string()),
  reports: z.array(z.string()),
  figures: z.int(),
  unread: z.array(z.string()),
});

/** `seal --json`; not sealed, there are findings. */
export const sealShape = z.strictObject({
  version: z.literal(1),
  file: z.string().nullable(),
  sealed: z.strictObject({ on: z.iso.date(), rules: z.int(), digest: z.string().regex(/^[0-9a-f]{64}$/) }).nullable(),
  findings: z.array(finding),
});

/** `form --json` and `sample --json` name what they wrote. */
export const formShape = z.strictObject({
  version: z.literal(1),
  files: z.array(z.strictObject({ file: z.string(), unit: z.string(), name: z.string(), period: z.string() })),
  carried: z.record(z.string(), z.int()).optional(),
  left: z.array(z.strictObject({ part: z.string(), reason: z.string(), codes: z.array(z.string()) })).optional(),
});
export const sampleShape = z.strictObject({ version: z.literal(1), files: z.array(z.string()) });

/** Whatever could not be done, with `--json`. */
export const failureShape = z.strictObject({ version: z.literal(1), error: sentence });

/** One JSON document of this shape and nothing else. */
export function parsed<Shape extends z.ZodType>(shape: Shape, text: string): z.output<Shape> {
  return shape.parse(JSON.parse(text));
}
