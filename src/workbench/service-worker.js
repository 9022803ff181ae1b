/* Keeps the workbench for when there is no network. The build writes in which files there are and a version made of
   their content. A new version waits until every window of the old one is closed: no page ever gets parts of two. */
"use strict";

const files = self.__FILES__;
const prefix = `plan-monitor-workbench ${self.registration.scope} `;
const name = prefix + self.__VERSION__;

self.addEventListener("install", (event) => {
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([forgetOlder(), self.clients.claim()]));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(self.registration.scope)) {
    event.respondWith(kept(request));
  }
});

async function keep() {
  const cache = await caches.open(name);
  await cache.addAll(files.map((file) => new Request(file, { cache: "reload" })));
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((one) => one.startsWith(prefix) && one !== name).map((one) => caches.delete(one)));
}

async function kept(request) {
  const cache = await caches.open(name);
  const { origin, pathname } = new URL(request.url);
  const file = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
  return (await cache.match(origin + file)) ?? fetch(request);
}
