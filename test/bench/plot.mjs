const [width, height, margin] = [640, 320, 56];
const colours = new Map([
  ["export", "#0f6cbd"],
  ["consolidate", "#bc4b09"],
]);

/** Milliseconds a unit over the number of units, as an SVG: flat lines are what is wanted. */
export function plotOf(measured) {
  const done = measured
    .filter(({ code }) => code !== 2)
    .map((one) => ({ ...one, each: (1000 * one.seconds) / one.units }));
  const [mostUnits, mostEach] = [
    Math.max(...done.map(({ units }) => units)),
    Math.max(...done.map(({ each }) => each)),
  ];
  const x = (units) => margin + (units / mostUnits) * (width - 2 * margin);
  const y = (each) => height - margin - (each / mostEach) * (height - 2 * margin);
  const lines = [...colours].map(([what, colour], index) => {
    const points = done
      .filter((one) => one.what === what)
      .map(({ units, each }) => [x(units).toFixed(1), y(each).toFixed(1)]);
    const dots = points.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="4" fill="${colour}"/>`);
    const path = `<polyline points="${points.join(" ")}" fill="none" stroke="${colour}" stroke-width="2"/>`;
    return [path, ...dots, text({ x: margin + 8 + 110 * index, y: 24, fill: colour }, what)].join("");
  });
  const ticks = [...new Set(done.map(({ units }) => units))].map((units) =>
    text({ x: x(units), y: height - margin + 20, "text-anchor": "middle" }, `${units}`),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<path d="M${margin} ${margin}V${height - margin}H${width - margin}" fill="none" stroke="#616161"/>`,
    text({ x: margin - 8, y: y(mostEach) + 4, "text-anchor": "end" }, `${mostEach.toFixed(0)} ms`),
    text({ x: margin - 8, y: height - margin + 4, "text-anchor": "end" }, "0"),
    text({ x: width / 2, y: height - 12, "text-anchor": "middle" }, "units"),
    ...ticks,
    ...lines,
    "</svg>\n",
  ].join("\n");
}

function text(attributes, words) {
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  return `<text ${written.join(" ")}>${words}</text>`;
}
