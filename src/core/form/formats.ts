/** Number formats of the form and the summary, in US form; spreadsheets show them the way the machine is set. */
export const formats = {
  count: "#,##0",
  /** One decimal always: "#,##0.###" leaves a mark behind whole numbers ("1.234,"). */
  amount: "#,##0.0##",
  percent: "0.00",
  /** Signed, and never "-0.00". */
  signed: "[>=0.005]+0.00;[<=-0.005]-0.00;0.00",
  signedCount: "[>0]+#,##0;[<0]-#,##0;0",
  date: "dd/mm/yyyy",
} as const;
