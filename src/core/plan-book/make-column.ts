import type { PlanPath } from "../plan/plan-fault";
import type { Kinds, PlanColumn, PlanContent } from "./plan-column";

/** What most columns are: a heading over the values of one entry. */
export interface ColumnIn {
  readonly key: string;
  readonly heading: string;
  readonly note: string;
  readonly width?: number;
  readonly content?: PlanContent;
  /** Where it is not what the key says. */
  readonly path?: PlanColumn["path"];
  readonly isList?: (kinds: Kinds) => boolean;
  readonly orElse?: string;
}

/** A column whose path is its key ("name.vi"), of text where nothing else is said. */
export function column({ width = 16, content = { kind: "text" }, path, ...rest }: ColumnIn): PlanColumn {
  const own: PlanPath = rest.key.split(".");
  return { ...rest, width, content, path: path ?? (() => own) };
}

/** The two columns of a phrase; English may be left to the Vietnamese text. */
export function phraseColumns({ key, heading, note, width = 36 }: Omit<ColumnIn, "content">): PlanColumn[] {
  const content: PlanContent = { kind: "long-text" };
  const english = "Bản tiếng Anh. Bỏ trống thì dùng tiếng Việt.";
  return [
    column({ key: `${key}.vi`, heading, note, width, content }),
    column({
      key: `${key}.en`,
      heading: `${heading} (tiếng Anh)`,
      note: english,
      width,
      content,
      orElse: `${key}.vi`,
    }),
  ];
}

/** The mark on what public material did not confirm. */
export const confirmedColumn = column({
  key: "confirmed",
  heading: "Đã xác nhận",
  note: "Ghi Không nếu chưa có căn cứ chính thức. Bỏ trống là Có.",
  width: 12,
  content: { kind: "yes-no", blankMeans: true },
});
