import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

/** Fluent's light or dark theme, whichever fits the host's background ("#rrggbb"); light where the host names none. */
export function themeFor(background: string | undefined): Theme {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background ?? "");
  if (!match) return webLightTheme;
  const [red = 255, green = 255, blue = 255] = match.slice(1).map((pair) => Number.parseInt(pair, 16));
  // ITU-R BT.601: how bright a colour looks.
  const brightness = 0.299 * red + 0.587 * green + 0.114 * blue;
  return brightness < 128 ? webDarkTheme : webLightTheme;
}
