import * as z from "zod/mini";
import { languages, type Language } from "../../core/language";

/** What the pane remembers of a person on this machine; no figures, no names. */
export interface KeptSettings {
  readonly language: Language;
  readonly showsMarks: boolean;
}

const shape = z.object({ language: z.enum(languages), showsMarks: z.boolean() });

const key = "plan-monitor-settings";

/** What was kept, or else the language that the host speaks and no marks. */
export function readKept(storage: Pick<Storage, "getItem">, hostLanguage: string): KeptSettings {
  const otherwise: KeptSettings = { language: /^en\b/i.test(hostLanguage) ? "en" : "vi", showsMarks: false };
  try {
    const kept = shape.safeParse(JSON.parse(storage.getItem(key) ?? "null"));
    return kept.success ? kept.data : otherwise;
  } catch {
    // No storage in this browser, or foreign text in it: the pane works without.
    return otherwise;
  }
}

export function writeKept(storage: Pick<Storage, "setItem">, settings: KeptSettings): void {
  try {
    storage.setItem(key, JSON.stringify(settings));
  } catch {
    // A full or forbidden storage costs a choice of language, nothing more.
  }
}
