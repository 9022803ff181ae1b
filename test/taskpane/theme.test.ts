import { expect, it } from "@jest/globals";
import { webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { themeFor } from "../../src/taskpane/theme";

it.each([
  ["#FFFFFF", webLightTheme],
  ["#E6E6E6", webLightTheme],
  ["#666666", webDarkTheme],
  ["262626", webDarkTheme],
  ["red", webLightTheme],
  [undefined, webLightTheme],
])("a background of %s", (background, theme) => {
  expect(themeFor(background) === theme).toBe(true);
});
