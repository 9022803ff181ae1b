import type { Phrase } from "../core/language";

/** "Toàn huyện", "Toàn tỉnh": all units together, by the name of the level that they report to ("Cấp huyện"). */
export function wholePhrase({ vi, en }: Phrase): Phrase {
  return { vi: `Toàn ${vi.replace(/^cấp /i, "").toLowerCase()}`, en: en.replace(/ level$/i, "") };
}
