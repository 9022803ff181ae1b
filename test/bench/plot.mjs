const [width, height, margin] = [330, 320, 56];
const colours = new Map([
  ["export", "#0f6cbd"],
  ["consolidate", "#bc4b09"],
]);

/** Milliseconds a unit over what grows, one panel beside the other, as an SVG: over units, flat lines are what is wanted. */
export function plotOf(axes) {
  const panels = axes.map(({ name, costs }, index) => {
    return `<g transform="translate(${index * width} 0)">\n${panel(name, costs)}\n</g>`;
  });
  const whole = width * axes.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${height}" font-family="sans-serif" font-size="13">`,
    `<rect width="${whole}" height="${height}" fill="#fff"/>`,
    ...panels,
    "</svg>\n",
  ].join("\n");
}

function panel(name, costs) {
  const done = costs
    .filter(({ code }) => code !== 2)
    .map((one) => ({ ...one, each: (1000 * one.seconds) / one.units }));
  const [mostSize, mostEach] = [Math.max(...done.map(({ size }) => size)), Math.max(...done.map(({ each }) => each))];
  const x = (size) => margin + (size / mostSize) * (width - 1.5 * margin);
  const y = (each) => height - margin - (each / mostEach) * (height - 2 * margin);
  const lines = [...colours].map(([what, colour], index) => {
    const points = done
      .filter((one) => one.what === what)
      .map(({ size, each }) => [x(size).toFixed(1), y(each).toFixed(1)]);
    const dots = points.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="4" fill="${colour}"/>`);
    const path = `<polyline points="${points.join(" ")}" fill="none" stroke="${colour}" stroke-width="2"/>`;
    return [path, ...dots, text({ x: margin + 8 + 110 * index, y: 24, fill: colour }, what)].join("");
  });
  const ticks = [...new Set(done.map(({ size }) => size))].map((size) =>
    text({ x: x(size), y: height - margin + 20, "text-anchor": "middle" }, `${size}`),
  );
  return [
    `<path d="M${margin} ${margin}V${height - margin}H${width - margin / 2}" fill="none" stroke="#616161"/>`,
    text({ x: margin - 8, y: y(mostEach) + 4, "text-anchor": "end" }, `${mostEach.toFixed(0)} ms`),
    text({ x: margin - 8, y: height - margin + 4, "text-anchor": "end" }, "0"),
    text({ x: (width + margin / 2) / 2, y: height - 12, "text-anchor": "middle" }, name),
    ...ticks,
    ...lines,
  ].join("\n");
}

function text(attributes, words) {
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  return `<text ${written.join(" ")}>${words}</text>`;
}
