/** Univer's rules for its own elements, as text. */
declare module "@univerjs/*.css" {
  const rules: string;
  export default rules;
}
