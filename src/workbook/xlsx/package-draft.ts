import type { Archive, PartSource } from "./archive";
import { openArchive, partKey } from "./archive";
import type { ArchiveFault } from "./fault";
import { isFault } from "./fault";
import { spliceArchive } from "./splice-archive";

/** Thrown where a workbook is so made that an edit cannot be written into it; it ends at the patch's door. */
export class CannotPatch extends Error {}

/** A package that is being changed: its parts are read as they are by now, and what is not changed stays as it was. */
export class PackageDraft implements PartSource {
  readonly #changes = new Map<string, { readonly name: string; readonly content: Uint8Array | null }>();

  private constructor(
    private readonly given: Uint8Array,
    private readonly archive: Archive,
  ) {}

  /** Throws a CannotPatch for bytes that are no archive. */
  static open(bytes: Uint8Array): PackageDraft {
    const archive = openArchive(bytes);
    if (isFault(archive)) throw new CannotPatch(archive.detail);
    return new PackageDraft(bytes, archive);
  }

  /** The names of all parts that are there by now. */
  names(): string[] {
    const kept = [...this.archive.entries.keys()].filter((name) => this.find(name) !== undefined);
    const added = [...this.#changes.values()].filter(({ name, content }) => content && !this.archive.find(name));
    return [...kept, ...added.map(({ name }) => name)];
  }

  find(part: string): { readonly name: string } | undefined {
    const change = this.#changes.get(partKey(part));
    if (!change) return this.archive.find(part);
    return change.content ? change : undefined;
  }

  read(part: string): Uint8Array | ArchiveFault {
    const change = this.#changes.get(partKey(part));
    if (!change) return this.archive.read(part);
    return change.content ?? { reason: "damaged", detail: `no part ${part}` };
  }

  /** The text of a part; throws a CannotPatch where there is none, or one that is not UTF-8. */
  text(part: string): string {
    const bytes = this.read(part);
    if (isFault(bytes)) throw new CannotPatch(bytes.detail);
    const text = decoded(bytes);
    if (text === null) throw new CannotPatch(`${part} is not UTF-8`);
    return text;
  }

  /** Puts a part in the place of the one of that name, or beside the others. */
  write(part: string, text: string): void {
    const name = this.archive.find(part)?.name ?? part;
    this.#changes.set(partKey(part), { name, content: new TextEncoder().encode(text) });
  }

  change(part: string, change: (text: string) => string): void {
    const before = this.text(part);
    const after = change(before);
    if (after !== before) this.write(part, after);
  }

  remove(part: string): void {
    const name = this.archive.find(part)?.name;
    if (name === undefined) this.#changes.delete(partKey(part));
    else this.#changes.set(partKey(part), { name, content: null });
  }

  /** The archive with the changes; throws a CannotPatch for one that cannot be taken apart. */
  bytes(): Uint8Array {
    if (this.#changes.size === 0) return this.given;
    const changes = new Map([...this.#changes.values()].map(({ name, content }) => [name, content]));
    const spliced = spliceArchive(this.given, changes);
    if (!spliced) throw new CannotPatch("The archive cannot be taken apart.");
    return spliced;
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return /^\uFEFF?<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-?8["'])/i.test(text) ? null : text;
  } catch {
    return null;
  }
}
