/** The children of a font, by the schema (CT_Font). */
export const fontOrder =
  "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split(" ");

/** The children of a font stand in the schema's order, or strict readers refuse the styles. */
export function orderFonts(xml: string): string {
  const place = (child: string) => fontOrder.indexOf(/^<(\w+)/.exec(child)?.[1] ?? "");
  return xml.replace(/<font>(.*?)<\/font>/g, (_, children: string) => {
    const sorted = (children.match(/<[^>]+>/g) ?? []).sort((one, other) => place(one) - place(other));
    return `<font>${sorted.join("")}</font>`;
  });
}
