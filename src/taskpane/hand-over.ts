import type { MadeFile } from "../worker/engine";

/** Where a file went that was made for the person; `nowhere`: the program around the pane lets it go nowhere. */
export type HandedTo = "new-workbook" | "downloads" | "nowhere";

const types: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  zip: "application/zip",
};

export function typeOf(fileName: string): string {
  return types[fileName.split(".").at(-1) ?? ""] ?? "application/octet-stream";
}

/** Puts a file among the downloads of the person who looks at a page. */
export function download(page: Document, { fileName, bytes }: MadeFile): void {
  const link = page.createElement("a");
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: typeOf(fileName) }));
  link.download = fileName;
  link.click();
  // The browser has begun to write by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
