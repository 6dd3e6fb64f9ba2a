// The service worker's store: one edition on this device, whole or not at all. What people
// type is never put in any cache. Before these two files (sw.js follows) the server puts a line,
// `const KEPT = {edition, root, files, pages, plain, headers}`: addresses with their digests.

const OURS = 'letterwriter-';
const CACHE = OURS + KEPT.edition;
const DIGESTS = Object.assign({}, KEPT.pages, KEPT.files);
const DO_WITHOUT = /\/icons\/|\.webmanifest$/; // a page works without these

const isOlder = name => name.startsWith(OURS) && name !== CACHE;

// The digest as the server writes it; nothing where the browser has no means (iOS 12).
async function digestOf(response) {
  if (!self.crypto || !self.crypto.subtle) return '';
  const hash = await self.crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
  return Array.from(new Uint8Array(hash).slice(0, 8))
    .map(byte => byte.toString(16).padStart(2, '0')).join('');
}

// A hotel's log-in page may come with status 200 too, so the bytes are looked at.
async function fetchedOnce(address) {
  const response = await fetch(address, { cache: 'reload', redirect: 'error' });
  const digest = response.ok ? await digestOf(response) : 'none';
  if (digest && digest !== DIGESTS[address]) throw new Error('not what was expected: ' + address);
  return response;
}

// One slip on a bad signal is no reason to begin again with all of it.
function fetched(address) {
  return fetchedOnce(address).catch(() => fetchedOnce(address));
}

// The same bytes in this cache or in an older edition's: the large files seldom change.
async function inStore(address) {
  const tail = address.replace(/^.*?\/at\/[^/]+\//, '');
  for (const cacheName of (await caches.keys()).filter(each => each === CACHE || isOlder(each))) {
    const there = `${KEPT.root}/at/${cacheName.slice(OURS.length)}/${tail}`;
    const found = await caches.match(address in KEPT.files ? there : address, { cacheName });
    if (found && await digestOf(found) === DIGESTS[address]) return found;
  }
  return undefined;
}

// Ends when all have ended, since one that is still under way would open a deleted cache anew.
async function keep(addresses) {
  const cache = await caches.open(CACHE);
  const faults = [];
  await Promise.all(addresses.map(async address => {
    try {
      await cache.put(address, await inStore(address) || await fetched(address));
    } catch (fault) { faults.push(fault); }
  }));
  if (faults.length) throw faults.find(fault => fault.name === 'QuotaExceededError') || faults[0];
}

// Says to the pages that are open why there is no new edition, or not a whole one.
async function tell(fault) {
  const why = fault && fault.name === 'QuotaExceededError' ? 'full' : 'cut';
  const pages = await self.clients.matchAll({ includeUncontrolled: true });
  pages.forEach(page => page.postMessage({ what: 'not-stored', why }));
}

// Whole or not at all: what is half there goes, and the older edition serves on.
async function keepAll() {
  try {
    await keep(Object.keys(DIGESTS));
    if ((await missing()).length) throw new Error('not all of it was kept');
  } catch (fault) {
    await caches.delete(CACHE);
    await tell(fault);
    throw fault;
  }
}

// What this edition's store has. Reading opens no store: that would make a removed one anew, empty.
const kept = address => caches.match(address, { cacheName: CACHE });

async function missing() {
  if (!await caches.has(CACHE)) return Object.keys(DIGESTS);
  const cache = await caches.open(CACHE);
  const there = (await cache.keys()).map(request => new URL(request.url).pathname);
  return Object.keys(DIGESTS).filter(address => there.indexOf(address) < 0);
}

// From the store; and from the network what was lost there.
async function answer(address) {
  const found = await kept(address);
  if (found) return found;
  try {
    await keep([address]); // browsers may drop parts of what they keep
    return await kept(address);
  } catch (fault) {
    return fetch(address); // the server has a newer edition by now, or the device is full
  }
}

// How much of the edition is there: {edition, entries: [[address, bytes or -1], ...]}.
async function state() {
  const entries = await Promise.all(Object.keys(DIGESTS).map(async address => {
    const found = await kept(address);
    const digest = found ? await digestOf(found) : 'none';
    if (digest && digest !== DIGESTS[address]) return [address, -1];
    return [address, (await found.arrayBuffer()).byteLength];
  }));
  return { edition: KEPT.edition, entries };
}

async function repaired() {
  const bad = (await state()).entries.filter(entry => entry[1] < 0).map(entry => entry[0]);
  await keep(bad).catch(tell);
  return state();
}
