import { dayAsWritten, rulesVersion, sealStateOf } from "../../reading/seal";
import { excerpt } from "../naming/excerpt";
import { cellFacts, cellName, typedCells, type ReportCell } from "../naming/report-cells";
import { defineRule, wholeFile, type Report } from "../rule";

export default defineRule({
  id: "sealed-report-is-unchanged",
  severity: "error",
  title: { vi: "Báo cáo đã chốt không bị thay đổi sau khi chốt.", en: "A sealed report has not changed since." },
  *find(report: Report) {
    const { reading } = report;
    const state = sealStateOf(reading);
    const at = reading.cover.get("pm_seal")?.at ?? wholeFile;
    if (state.kind === "no-seal") {
      yield { at, code: null, facts: { isSeal: false, text: excerpt(state.text), on: "", then: "", now: "" } };
    } else if (state.kind === "broken") {
      const { seal, digest } = state;
      const about = uncalculated(typedCells(report));
      if (about) yield { skipped: "figure-is-unreadable", about: cellName(cellFacts(about)), at, code: null };
      else if (seal.rules > rulesVersion) yield { skipped: "seal-is-of-a-later-version", about: null, at, code: null };
      else {
        const facts = { isSeal: true, text: "", on: seal.on, then: shortened(seal.digest), now: shortened(digest) };
        yield { at, code: null, facts };
      }
    }
  },
  what: ({ isSeal, text, on, then, now }) =>
    isSeal
      ? {
          vi: `Báo cáo đã chốt ngày ${dayAsWritten(on)}, nhưng sau đó có thay đổi: mã kiểm tra số liệu khi chốt là ${then}, nay là ${now}.`,
          en: `The report was sealed on ${on} and has changed since: the digest of its figures was ${then} and is now ${now}.`,
        }
      : {
          vi: `Ô “Chốt số liệu” trên Bìa ghi “${text}”, không phải là dấu chốt do chương trình lập.`,
          en: `The field “Chốt số liệu” on the cover says “${text}”, which is no seal made by this program.`,
        },
  why: {
    vi: "Dấu chốt cho biết số liệu nào đã gửi (không cho biết ai gửi; đó không phải là chữ ký). Dấu chốt không khớp thì không còn biết số liệu nào là số liệu đã gửi.",
    en: "A seal tells which figures were sent (not who sent them; it is no signature). Where it does not fit, nobody knows any more which those were.",
  },
  todo: ({ isSeal }) =>
    isSeal
      ? {
          vi: "Nếu sửa như vậy là đúng, chốt lại báo cáo rồi gửi lại; nếu không, dùng lại tệp đã chốt.",
          en: "If the change is right, seal the report again and send it again; if not, go back to the file as it was sealed.",
        }
      : {
          vi: "Xóa nội dung ô này và không nhập gì vào đó; khi báo cáo đã đúng, chốt lại số liệu.",
          en: "Clear this field and type nothing into it; when the report is right, seal it again.",
        },
});

/** A formula whose value is not there hides what was sealed, whoever lost it. */
function uncalculated(cells: Iterable<ReportCell>): ReportCell | undefined {
  return [...cells].find(({ cell }) => cell.said.kind === "uncalculated");
}

function shortened(digest: string): string {
  return `${digest.slice(0, 8)}…`;
}
