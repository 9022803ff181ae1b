import { LocaleType, LogLevel, mergeLocales, Univer, type PluginCtor } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionRules from "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import { CalculationMode, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreRules from "@univerjs/preset-sheets-core/lib/index.css";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationRules from "@univerjs/preset-sheets-data-validation/lib/index.css";
import { defaultTheme } from "@univerjs/themes";
import type { Language } from "../../core/language";

export interface StartedUniver {
  readonly univer: Univer;
  readonly api: FUniver;
}

/** Univer with nothing around its sheet; it takes no focus and calculates nothing until something changes. */
export async function startUniver(container: HTMLElement, language: Language): Promise<StartedUniver> {
  const locale = language === "vi" ? LocaleType.VI_VN : LocaleType.EN_US;
  const univer = new Univer({
    theme: defaultTheme,
    locale,
    locales: { [locale]: await wordsIn(language) },
    logLevel: LogLevel.SILENT,
  });
  addRules();
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: false,
      toolbar: false,
      contextMenu: false,
      formulaBar: false,
      disableAutoFocus: true,
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      // The workbench has tabs of its own, which say to everybody what they are.
      footer: false,
      formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
      sheets: {
        protectedRangeShadow: false,
        disableForceStringAlert: true,
        disableForceStringMark: true,
        clipboardConfig: { hidePasteOptions: true },
      },
    }),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false }),
    UniverSheetsConditionalFormattingPreset(),
  ];
  const seen = new Set<PluginCtor>();
  for (const given of presets.flatMap(({ plugins }) => plugins)) {
    const [plugin, config]: readonly [PluginCtor, unknown?] = Array.isArray(given) ? given : [given];
    if (seen.has(plugin)) continue;
    seen.add(plugin);
    univer.registerPlugin(plugin, config);
  }
  return { univer, api: FUniver.newAPI(univer) };
}

async function wordsIn(language: Language): Promise<ReturnType<typeof mergeLocales>> {
  const parts =
    language === "vi"
      ? await Promise.all([
          import("@univerjs/preset-sheets-core/locales/vi-VN"),
          import("@univerjs/preset-sheets-data-validation/locales/vi-VN"),
          import("@univerjs/preset-sheets-conditional-formatting/locales/vi-VN"),
        ])
      : await Promise.all([
          import("@univerjs/preset-sheets-core/locales/en-US"),
          import("@univerjs/preset-sheets-data-validation/locales/en-US"),
          import("@univerjs/preset-sheets-conditional-formatting/locales/en-US"),
        ]);
  return mergeLocales(...parts.map((part) => part.default));
}

const rulesId = "rules-of-the-grid";

function addRules(): void {
  if (document.getElementById(rulesId)) return;
  const element = document.createElement("style");
  element.id = rulesId;
  element.textContent = [coreRules, validationRules, conditionRules].join("\n");
  document.head.append(element);
}
