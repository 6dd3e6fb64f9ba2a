// The service worker's answers: files and pages of the edition, from the store. What somebody sends
// by a form goes past it, since no page of ours needs a form answered without a network.

const PATIENCE = 8000; // ms before a bad signal counts as none
const VOLUNTEERS = /^\/volunteers(\/|$)/;

const withoutSlash = path => path.replace(/\/$/, '');

const isDownload = path => KEPT.downloads.some(ending => path.endsWith(ending));

function within(time, promise) {
  const late = new Promise((_, reject) => self.setTimeout(() => reject(new Error('too slow')), time));
  return Promise.race([promise, late]);
}

function asPage(html) {
  const headers = new Headers(KEPT.headers);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Cache-Control', 'no-store');
  return new Response(html, { headers });
}

// A page of the edition, once all that it draws on is there.
async function page(path) {
  try {
    const lost = (await missing()).filter(address => !DO_WITHOUT.test(address));
    if (lost.length) await within(PATIENCE, keep(lost));
    return await answer(path);
  } catch (fault) {
    return fetch(path).catch(() => asPage(KEPT.plain.lost));
  }
}

// Any other page that was opened: from the network, and else the first page of the store.
async function ordinary(request, path) {
  try {
    const response = await within(PATIENCE, fetch(request));
    if (response.status < 502 || response.status > 504) return response;
  } catch (fault) { /* no network, or as good as none */ }
  return VOLUNTEERS.test(path) ? asPage(KEPT.plain.network) : page(`${KEPT.root}/`);
}

// What only the server makes. Said once it was asked.
function needsNetwork(request) {
  return fetch(request).catch(() => asPage(KEPT.plain.network));
}

self.addEventListener('install', event => event.waitUntil(keepAll()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  const names = (await caches.keys()).filter(isOlder);
  await Promise.all(names.map(name => caches.delete(name)));
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  const request = event.request;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  const navigates = request.mode === 'navigate';
  const path = url.pathname.slice(KEPT.root.length);
  if (request.method === 'GET' && url.pathname in DIGESTS) {
    event.respondWith(navigates ? page(url.pathname) : answer(url.pathname));
  } else if (request.method === 'GET' && navigates && withoutSlash(url.pathname) in KEPT.pages) {
    event.respondWith(Response.redirect(withoutSlash(url.pathname), 308)); // as the server does
  } else if (!navigates) {
    return;
  } else if (isDownload(path) || (request.method === 'POST' && VOLUNTEERS.test(path))) {
    // Safari could not download through a worker for years, so only what fails for sure is ours.
    if (self.navigator.onLine === false) event.respondWith(needsNetwork(request));
  } else if (request.method === 'GET') {
    event.respondWith(ordinary(request, path));
  }
});

// What pages may ask, each with a port for the answer but "start-again".
self.addEventListener('message', event => {
  const { what } = event.data || {};
  if (what === 'start-again') self.skipWaiting();
  const asked = { state, repair: repaired }[what];
  if (asked) event.waitUntil(asked().then(told => event.ports[0].postMessage(told)));
});
