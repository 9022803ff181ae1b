const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let remainder = index;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  return remainder;
});

/** The CRC-32 of the bytes as zip archives count it, unsigned. */
export function crc32(bytes: Uint8Array): number {
  let remainder = -1;
  const { length } = bytes;
  for (let at = 0; at < length; at++)
    remainder = (remainder >>> 8) ^ (table[(remainder ^ (bytes[at] ?? 0)) & 255] ?? 0);
  return ~remainder >>> 0;
}
