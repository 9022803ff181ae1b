import { excerpt } from "../naming/excerpt";
import { defineRule, type Report } from "../rule";

export default defineRule({
  id: "sheet-appears-once",
  severity: "error",
  title: { vi: "Mỗi sheet của biểu mẫu chỉ có một bản.", en: "Every sheet of the form stands there once." },
  *find({ reading }: Report) {
    for (const fault of reading.faults) {
      if (fault.kind !== "sheet-twice") continue;
      const { at, first, cells } = fault;
      yield { at, code: null, facts: { second: excerpt(at.sheet), first: excerpt(first), cells, cell: at.cell } };
    }
  },
  what: ({ second, first, cells, cell }) => ({
    vi: `Tệp có hai bản của một sheet: “${first}” được đọc, còn “${second}” ghi khác ở ${cells} ô (ô đầu tiên: ${cell}) thì không được đọc.`,
    en: `One sheet stands in the file twice: “${first}” is read, and “${second}”, which differs in ${cells === 1 ? "one cell" : `${cells} cells`} (the first: ${cell}), is not.`,
  }),
  why: {
    vi: "Hai bản ghi khác nhau thì không biết bản nào đúng; số ở bản không được đọc sẽ mất.",
    en: "Where two copies differ nobody knows which one is right, and what the other one says is lost.",
  },
  todo: ({ second, first }) => ({
    vi: `Giữ lại bản đúng và xóa bản kia. Nếu “${second}” là bản đúng, chép số liệu của nó sang “${first}” trước khi xóa. Nếu nó thuộc báo cáo của đơn vị hay kỳ khác, chuyển nó sang tệp riêng.`,
    en: `Keep the right copy and delete the other. If “${second}” is the right one, copy its figures into “${first}” first. If it belongs to the report of another unit or period, move it to a file of its own.`,
  }),
});
