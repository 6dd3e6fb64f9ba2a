// The service worker's answers: from the store where the network does not reach. Words that a
// failed page carried are handed to the next page in memory and go nowhere else.

const PATIENCE = 8000; // ms before a bad signal counts as none
const JOURNEY = /^\/(find|again|constituency|write|quick|letter|send|clear)$/;
const LETTER_FILE = /^\/letter\.(pdf|docx|txt)$/;
const VOLUNTEERS = /^\/volunteers(\/|$)/;
const CARRIES = /(<form id="carried"[^>]*)>/;
const DOWNLOAD = /\.(pdf|docx|txt|csv|xlsx)$/;

function within(time, promise) {
  const late = new Promise((_, reject) => self.setTimeout(() => reject(new Error('too slow')), time));
  return Promise.race([promise, late]);
}

function asPage(html, headers) {
  const own = new Headers(headers || KEPT.headers);
  ['Content-Encoding', 'Content-Length', 'Vary'].forEach(name => own.delete(name));
  own.set('Content-Type', 'text/html; charset=utf-8');
  own.set('Cache-Control', 'no-store');
  return new Response(html, { headers: own });
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

const escaped = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

// Puts what a form would have sent into the page's own form, for its script to take up.
function withFields(html, path, fields) {
  const boxes = [];
  fields.forEach((value, name) => {
    if (typeof value === 'string') boxes.push(`<textarea name="${escaped(name)}">\n${escaped(value)}</textarea>`);
  });
  return html.replace(CARRIES, (_, start) =>
    `${start} action="${escaped(path)}" data-path="${escaped(path)}"><div hidden>${boxes.join('')}</div>`);
}

// Our server keeps nothing, so a form that reached it before the signal went and is answered
// here does no harm, nor would sending it again.
async function ordinary(request, path) {
  const spare = request.method === 'POST' ? request.clone() : null;
  try {
    const response = await within(PATIENCE, fetch(request));
    if (response.status < 502 || response.status > 504) return response;
  } catch (fault) { /* no network, or as good as none */ }
  if (VOLUNTEERS.test(path)) return asPage(KEPT.plain.network);
  const shell = await page(KEPT.root + '/offline');
  if (!spare) return shell;
  const html = await shell.text();
  const able = CARRIES.test(html) ? html : KEPT.plain.lost_words;
  return asPage(withFields(able, KEPT.root + path, await spare.formData()), shell.headers);
}

async function needsNetwork(request, path) {
  if (!LETTER_FILE.test(path)) return asPage(KEPT.plain.network);
  return asPage(withFields(KEPT.plain.letter, KEPT.root + path, await request.formData()));
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
  const posted = request.method === 'POST';
  const path = url.pathname.slice(KEPT.root.length);
  const navigates = request.mode === 'navigate';
  if (request.method === 'GET' && url.pathname in DIGESTS) {
    event.respondWith(navigates ? page(url.pathname) : answer(url.pathname));
  } else if (!navigates || (posted && typeof FormData !== 'function')) { // iOS before 13.4
    return;
  } else if (DOWNLOAD.test(path) || (posted && VOLUNTEERS.test(path))) {
    // Safari could not download through a worker for years, so only what fails for sure is ours.
    if (self.navigator.onLine === false) event.respondWith(needsNetwork(request, path));
  } else if (!posted || JOURNEY.test(path)) {
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
