/** The single fields of Bìa, by their defined names. */
export const coverFields = [
  "pm_form",
  "pm_unit_code",
  "pm_unit_name",
  "pm_period",
  "pm_stage",
  "pm_reporter",
  "pm_phone",
  "pm_reported_on",
  "pm_note",
  "pm_plan",
  "pm_form_version",
  "pm_seal",
] as const;
export type CoverField = (typeof coverFields)[number];

/** What each data sheet says of itself, so that a sheet pasted into another book still says whose it is. */
export const sheetMarks = { unit: "pm_unit_code", period: "pm_period", table: "pm_table" } as const;

/** The version of the form that this program makes. */
export const formVersion = "1";

/** The very hidden sheet that holds the plan, so that a file explains itself. */
export const planSheet = "pm_plan";

export const coverSheet = "Bìa";
