const microsoft = "https://appsforoffice.microsoft.com";

/** What of Microsoft's package Excel loads on Windows, Mac, iPad and the web, in Vietnamese and English. */
export const officeFiles = [
  "office.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "excel-ios-16.00.js",
  "excel-web-16.00.js",
  "o15apptofilemappingtable.js",
  "telemetry/oteljs_agave.js",
  "vi-vn/office_strings.js",
  "en-us/office_strings.js",
];

/** Microsoft supports its own server alone; a copy beside the page is for networks that cannot reach it. */
export function officeScript(isLocal) {
  return isLocal ? "office-js/office.js" : `${microsoft}/lib/1/hosted/office.js`;
}

/**
 * What the page may load: itself and Microsoft's script. It may send nothing anywhere, so that no figure can leave it
 * even by mistake. `frame-ancestors` is for the server to say: a page cannot say it of itself.
 */
export function policy({ isLocalOffice, isServing }) {
  return said({
    "default-src": ["'none'"],
    "script-src": ["'self'", ...(isLocalOffice ? [] : [microsoft])],
    // Fluent UI writes its rules into style elements at run time, and Office.js on the web one of its own.
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    "worker-src": ["'self'"],
    "connect-src": isServing ? ["'self'", "wss://localhost:3000"] : ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
  });
}

/**
 * As strict for the workbench, which may also be opened from a disk ("file:"): its workers are made of code that the page
 * carries along, 'self' among them is the service worker.
 */
export function workbenchPolicy() {
  return said({
    "default-src": ["'none'"],
    "script-src": ["'self'", "file:"],
    "style-src": ["'self'", "file:", "'unsafe-inline'"],
    "img-src": ["'self'", "file:", "data:", "blob:"],
    "font-src": ["'self'", "file:", "data:"],
    "worker-src": ["'self'", "blob:"],
    "connect-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
  });
}

function said(rules) {
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}
