/** Takes over what is being typed in a field, as leaving it would; the keyboard stays where it was. */
export function endField({ activeElement: field }: Document): void {
  if (!(field instanceof HTMLInputElement)) return;
  field.blur();
  field.focus();
}
