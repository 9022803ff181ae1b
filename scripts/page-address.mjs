/** Where `npm start` and `npm run dev-server` serve the pane, and what manifest.xml of this folder names. */
export const ownAddress = "https://localhost:3000";

/** The address under which the pane will be served, without a slash at its end; throws where Office would refuse it. */
export function pageAddress(wanted, mode) {
  if (wanted === undefined || wanted === "") return ownAddress;
  const url = URL.canParse(wanted) ? new URL(wanted) : undefined;
  if (url === undefined) throw new Error(`PLAN_MONITOR_URL (--url) is no address: ${wanted}`);
  const isAllowed = url.protocol === "https:" || (url.protocol === "http:" && mode !== "production");
  if (!isAllowed) throw new Error(`PLAN_MONITOR_URL (--url) must begin with https://, as Office wants it: ${wanted}`);
  if (url.search !== "" || url.hash !== "") throw new Error(`PLAN_MONITOR_URL (--url) ends with its path: ${wanted}`);
  return url.href.replace(/\/+$/, "");
}

/** The manifest, as text or as bytes, with every address of this machine replaced. */
export function withAddress(manifest, address) {
  return String(manifest).replaceAll(ownAddress, address);
}
