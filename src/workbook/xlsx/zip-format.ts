/** The words and measures of a zip archive, for what writes one and for what changes one. */
export const zipFormat = {
  localSignature: 0x04034b50,
  recordSignature: 0x02014b50,
  endSignature: 0x06054b50,
  localHead: 30,
  recordHead: 46,
  endHead: 22,
  deflated: 8,
  versionForDeflate: 20,
  /** What 32 bits cannot tell. */
  tooWide: 0xffffffff,
} as const;

/** Writes into the record that ends an archive how many entries there are, and where their directory stands. */
export function putEnd(
  record: Uint8Array,
  directory: { readonly count: number; readonly start: number; readonly size: number },
): Uint8Array {
  const view = new DataView(record.buffer, record.byteOffset);
  view.setUint32(0, zipFormat.endSignature, true);
  view.setUint16(8, directory.count, true);
  view.setUint16(10, directory.count, true);
  view.setUint32(12, directory.size, true);
  view.setUint32(16, directory.start, true);
  return record;
}

/** The pieces one behind the other; `length` is that of all. */
export function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
