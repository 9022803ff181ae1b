/** An axis of figures: its ends, round steps between them, and how many decimals tell the steps apart. */
export interface Scale {
  readonly least: number;
  readonly most: number;
  readonly ticks: readonly number[];
  readonly decimals: number;
}

const wantedSteps = 5;

/** A scale that holds all figures and 0, since bars begin there. */
export function scaleFor(figures: readonly (number | null)[]): Scale {
  const there = figures.filter((figure) => figure !== null && Number.isFinite(figure)) as number[];
  const [low, high] = there.reduce(([a, b], figure) => [Math.min(a, figure), Math.max(b, figure)], [0, 0]);
  const span = high - low || 1;
  const power = 10 ** Math.floor(Math.log10(span / wantedSteps));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= span / wantedSteps) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return {
    least: first * step,
    most: last * step,
    ticks,
    decimals: Math.min(6, Math.max(0, -Math.floor(Math.log10(step)))),
  };
}
