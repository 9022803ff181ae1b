import { expect } from "@jest/globals";
import type { Page } from "playwright-core";

interface PaneOnPage {
  readonly page: Page;
  readonly press: (name: string) => Promise<void>;
  readonly said: () => Promise<string>;
}

interface Telling {
  readonly word: (name: string) => string;
  readonly picture: (name: string) => Promise<void>;
}

/** The end of a commune's day, in whatever house the pane stands: progress is looked at, and the report sealed. */
export async function computeAndSeal({ page, press, said }: PaneOnPage, { word, picture }: Telling): Promise<void> {
  await press(word("home"));
  await press(word("compute"));
  await said();
  const indicators = page.getByRole("list", { name: word("indicators") }).getByRole("listitem");
  expect(await indicators.count()).toBeGreaterThan(15);
  await picture("progress");

  await press(word("home"));
  await press(word("seal"));
  expect(await said()).toContain(word("sealed"));
  await picture("sealed");
}
