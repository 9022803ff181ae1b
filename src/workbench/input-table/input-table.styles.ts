import { makeStyles, tokens } from "@fluentui/react-components";

export const useInputTableStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  table: {
    borderCollapse: "collapse",
    marginTop: tokens.spacingVerticalS,
    "& th, & td": {
      padding: tokens.spacingHorizontalXS,
      border: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: "left",
      verticalAlign: "top",
    },
    "& th": { fontWeight: tokens.fontWeightRegular, minWidth: "96px" },
    // What a figure is of stays in sight while the table scrolls.
    "& thead th": { position: "sticky", top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground3 },
    "& tbody th": { position: "sticky", left: 0, backgroundColor: tokens.colorNeutralBackground1 },
  },
  input: {
    width: "100%",
    minWidth: "72px",
    boxSizing: "border-box",
    padding: tokens.spacingHorizontalXS,
    font: "inherit",
    color: "inherit",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    '&[aria-invalid="true"]': { borderLeft: `4px solid ${tokens.colorStatusDangerBorder2}` },
  },
  error: { display: "block", color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
  warning: { display: "block", color: tokens.colorStatusWarningForeground3, fontSize: tokens.fontSizeBase200 },
});
