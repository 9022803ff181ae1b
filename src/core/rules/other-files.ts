/** Texts, which only look like links. */
const texts = /"(?:[^"]|"")*"/g;

/** No sheet has brackets or slashes in its name: '[so.xlsx]Sheet1'!, 'D:\\so.xlsx'!. */
const quotedFile = /'(?:[^']|'')*[[\]\\/](?:[^']|'')*'!/;

/** [1]Sheet1!A1, [1]!Name; the brackets of a table's columns have no mark behind them. */
const bracketedFile = /(?<![\p{L}\p{N}_.\])])\[[^[\]]+\][\p{L}\p{N}_.]*!/u;

/** Whether a formula (without "=") reads another workbook. */
export function readsOtherFile(formula: string): boolean {
  // Neither pattern can match without one of these.
  if (!formula.includes("[") && !formula.includes("'")) return false;
  const plain = formula.replace(texts, '""');
  return quotedFile.test(plain) || bracketedFile.test(plain);
}
