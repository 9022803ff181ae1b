import { typeOf } from "../taskpane/hand-over";
import type { NewBook } from "../workbook/workbook";

/** Where a file was saved: written there again without asking, where the browser can. */
export interface SavedTo {
  readonly name: string;
  /** Null where the browser hands files over as downloads. */
  readonly handle: FileHandle | null;
}

/** The part of a browser's file handle that is used here. */
export interface FileHandle {
  readonly name: string;
  readonly createWritable: () => Promise<{
    readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
    readonly close: () => Promise<void>;
  }>;
}

export interface SaveRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly to: SavedTo | null;
}

/** Null where the person thought better of it; rejects where the file could not be written. */
export type SaveFile = (request: SaveRequest) => Promise<SavedTo | null>;

/** What a page has to save with. */
export interface SavingPage {
  /** Chromium's dialog; others have none. */
  readonly pick: ((options: object) => Promise<FileHandle>) | null;
  readonly download: (file: NewBook) => void;
}

export function savingOn({ pick, download }: SavingPage): SaveFile {
  return async ({ name, bytes, to }) => {
    if (!pick) {
      download({ fileName: name, bytes });
      return { name, handle: null };
    }
    const handle = to?.handle ?? (await picked(pick, name));
    if (!handle) return null;
    const writable = await handle.createWritable();
    await writable.write(new Uint8Array(bytes));
    await writable.close();
    return { name: handle.name, handle };
  };
}

async function picked(pick: NonNullable<SavingPage["pick"]>, name: string): Promise<FileHandle | null> {
  const types = [{ description: "Excel", accept: { [typeOf(".xlsx")]: [".xlsx"] } }];
  try {
    return await pick({ suggestedName: name, types });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") return null;
    throw cause;
  }
}
