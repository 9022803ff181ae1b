/** Bytes as Office.js takes them. */
export function base64Of(bytes: Uint8Array): string {
  let binary = "";
  const atOnce = 0x8000;
  for (let start = 0; start < bytes.length; start += atOnce) {
    binary += String.fromCharCode(...bytes.subarray(start, start + atOnce));
  }
  return btoa(binary);
}
