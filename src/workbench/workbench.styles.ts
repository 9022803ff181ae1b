import { makeStyles, tokens } from "@fluentui/react-components";

/** Below this width the parts are shown one at a time. */
export const narrowWidth = "(max-width: 700px)";
const narrow = `@media ${narrowWidth}`;

export const useWorkbenchStyles = makeStyles({
  page: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 380px",
    gridTemplateRows: "auto auto minmax(0, 1fr)",
    gridTemplateAreas: '"bar bar" "lines lines" "sheet side"',
    height: "100vh",
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    [narrow]: {
      gridTemplateColumns: "minmax(0, 1fr)",
      gridTemplateRows: "auto auto auto minmax(0, 1fr)",
      gridTemplateAreas: '"bar" "lines" "views" "main"',
    },
  },
  bar: {
    gridArea: "bar",
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  file: {
    flexGrow: 1,
    flexBasis: "160px",
    minWidth: 0,
    margin: `0 ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  state: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  lines: { gridArea: "lines" },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  failed: { backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorStatusDangerForeground1 },
  side: {
    gridArea: "side",
    display: "flex",
    flexDirection: "column",
    minHeight: 0,
    minWidth: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { display: "contents", borderLeft: "none" },
  },
  views: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, [narrow]: { gridArea: "views" } },
  panel: {
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    // The pane is as high as what it stands in, and not as the window.
    "--pane-height": "100%",
    "& > .fui-FluentProvider": { flexGrow: 1, minHeight: 0 },
    [narrow]: { gridArea: "main" },
  },
  scrolls: { overflow: "auto", padding: tokens.spacingHorizontalM },
  sheet: {
    gridArea: "sheet",
    position: "relative",
    minHeight: 0,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    [narrow]: { gridArea: "main" },
  },
  gone: { display: "none" },
  /** Keeps its place, so that what is loaded into it knows its size. */
  unseen: { visibility: "hidden" },
  grid: { position: "absolute", inset: 0 },
  /** Charts stand above the cells that they show. */
  charts: { position: "absolute", top: 0, right: 0, bottom: "40%", left: 0, overflow: "hidden" },
  belowCharts: { position: "absolute", top: "60%", right: 0, bottom: 0, left: 0 },
  over: { outline: `3px dashed ${tokens.colorBrandStroke1}`, outlineOffset: "-6px" },
});
