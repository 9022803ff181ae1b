import { formVersion } from "../../form/cover";
import { knownVersion } from "../../form/versions";
import type { Mend } from "../../finding";
import { excerpt } from "../naming/excerpt";
import { formMends } from "../mends/remade-mend";
import { defineRule, type Report } from "../rule";

type Version = "older" | "unknown" | "unsaid";

function versionIn(said: string): Version | null {
  if (said === formVersion) return null;
  if (said === "") return "unsaid";
  return knownVersion(said) === null ? "unknown" : "older";
}

/** Where no version stands, the form is read as the current one: its number is written again. */
function versionMends({ reading }: Report): Mend[] {
  const { at = null, found } = reading.cover.get("pm_form_version") ?? {};
  if (!at || !found) return [];
  const becomes = { vi: formVersion, en: formVersion };
  return [{ becomes, isCertain: true, edits: [{ at, expect: found, put: { value: formVersion } }] }];
}

export default defineRule({
  id: "form-version-is-current",
  severity: "warning",
  title: { vi: "Báo cáo lập theo biểu mẫu hiện hành.", en: "The report is made on the current form." },
  *find(report: Report) {
    const { reading } = report;
    const version = reading.form === "summary" ? null : versionIn(reading.formVersion);
    const at = reading.cover.get("pm_form_version")?.at ?? null;
    // A cover that is gone is one fault, and not told here.
    if (version === null || !at) return;
    yield {
      at: { sheet: at.sheet, cell: at.cell },
      code: null,
      facts: { version, said: excerpt(reading.formVersion, 20), current: formVersion },
      mends: version === "unknown" ? [] : version === "older" ? formMends(report.remakeForm()) : versionMends(report),
    };
  },
  what: ({ version, said, current }) => {
    switch (version) {
      case "older":
        return {
          vi: `Báo cáo lập theo biểu mẫu cũ, phiên bản ${said}; biểu mẫu hiện hành là phiên bản ${current}.`,
          en: `The report is made on an older form, version ${said}; the current one is version ${current}.`,
        };
      case "unsaid":
        return {
          vi: `Ô phiên bản biểu mẫu trên Bìa để trống; báo cáo được đọc theo phiên bản ${current}.`,
          en: `The cover does not say which version the form has; it was read as version ${current}.`,
        };
      case "unknown":
        return {
          vi: `Bìa ghi phiên bản biểu mẫu “${said}”, chương trình này chỉ biết đến phiên bản ${current}.`,
          en: `The cover says form version “${said}”; this program knows versions up to ${current}.`,
        };
    }
  },
  why: {
    vi: "Biểu mẫu khác phiên bản có thể thiếu sheet, thiếu chỉ tiêu, hoặc hiểu khác về cùng một ô.",
    en: "A form of another version may lack sheets or indicators, or mean something else by the same cell.",
  },
  todo: ({ version, current }) =>
    version === "unknown"
      ? {
          vi: `Dùng chương trình bản mới hơn để kiểm tra, hoặc lập lại báo cáo theo biểu mẫu phiên bản ${current}.`,
          en: `Check it with a newer version of the program, or make the report again on form version ${current}.`,
        }
      : {
          vi: "Để chương trình chuyển sang biểu mẫu hiện hành, rồi nhập những phần biểu mẫu cũ chưa có.",
          en: "Let the program move it to the current form, then fill in what the older form did not ask for.",
        },
});
