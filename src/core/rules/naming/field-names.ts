import type { CoverField } from "../../form/cover";
import type { Phrase } from "../../language";

const names: Readonly<Record<CoverField, Phrase>> = {
  pm_form: { vi: "Loại biểu mẫu trên Bìa", en: "The kind of form on the cover" },
  pm_unit_code: { vi: "Mã đơn vị trên Bìa", en: "The unit's code on the cover" },
  pm_unit_name: { vi: "Tên đơn vị trên Bìa", en: "The unit's name on the cover" },
  pm_period: { vi: "Kỳ báo cáo trên Bìa", en: "The period on the cover" },
  pm_stage: { vi: "Mức độ số liệu trên Bìa", en: "The stage on the cover" },
  pm_reporter: { vi: "Người lập biểu trên Bìa", en: "The reporter on the cover" },
  pm_phone: { vi: "Số điện thoại trên Bìa", en: "The telephone number on the cover" },
  pm_reported_on: { vi: "Ngày báo cáo trên Bìa", en: "The date on the cover" },
  pm_note: { vi: "Giải trình chung trên Bìa", en: "The general explanation on the cover" },
  pm_plan: { vi: "Kế hoạch trên Bìa", en: "The plan on the cover" },
  pm_form_version: { vi: "Phiên bản biểu mẫu trên Bìa", en: "The form's version on the cover" },
  pm_seal: { vi: "Dòng chốt số liệu trên Bìa", en: "The seal on the cover" },
};

/** A field of the cover as sentences begin with it. */
export function fieldName(field: CoverField): Phrase {
  return names[field];
}
