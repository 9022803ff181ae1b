import { makeStyles, tokens } from "@fluentui/react-components";

/** Colours of a chart: the file's own for bars, the page's for everything written; the system's where it forces colours. */
export const usePictureStyles = makeStyles({
  figure: { margin: 0 },
  picture: { display: "block", width: "100%", height: "auto" },
  title: { fill: tokens.colorNeutralForeground1, fontSize: "16px", fontWeight: tokens.fontWeightSemibold },
  words: { fill: tokens.colorNeutralForeground1, fontSize: "12px" },
  grid: { stroke: tokens.colorNeutralStroke2 },
  axis: { stroke: tokens.colorNeutralStrokeAccessible },
  bar: {
    stroke: tokens.colorNeutralStrokeAccessible,
    "@media (forced-colors: active)": { fill: "CanvasText", stroke: "CanvasText" },
  },
  second: { "@media (forced-colors: active)": { fill: "Canvas" } },
  line: {
    fill: "none",
    strokeWidth: "3px",
    strokeDasharray: "8 5",
    "@media (forced-colors: active)": { stroke: "Highlight" },
  },
  note: { color: tokens.colorNeutralForeground2, margin: 0 },
  // Out of sight, not out of hearing.
  heard: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});
