// What this device has stored, and how it is asked to store it again. Reads only the store
// itself, never the network, so that what is told is what there will be at the stall.

const PATIENCE = 30000; // ms for the worker to look through all it keeps

// The worker that answers for this site now, or null.
export function activeWorker() {
  return navigator.serviceWorker.getRegistration()
    .then(registration => (registration && registration.active) || null, () => null);
}

// Asks the worker 'state' or 'repair': {edition, entries: [[address, bytes or -1], ...]}.
export function ask(worker, what) {
  return new Promise((resolve, reject) => {
    const channel = new MessageChannel();
    const timer = window.setTimeout(() => reject(new Error('no answer')), PATIENCE);
    channel.port1.onmessage = event => {
      window.clearTimeout(timer);
      resolve(event.data);
    };
    worker.postMessage({ what }, [channel.port2]);
  });
}

// A stored file of this edition as a Response, or undefined; "seats.json", say.
export function stored(state, name) {
  const entry = state.entries.find(each => each[0].endsWith('/' + name));
  return window.caches.match(entry[0], { cacheName: 'letterwriter-' + state.edition });
}

// How many files are there, of how many, and their bytes, for those whose address fits.
export function sizeOf(state, pattern) {
  const all = state.entries.filter(entry => pattern.test(entry[0]));
  const there = all.filter(entry => entry[1] >= 0);
  return { all: all.length, there: there.length, bytes: there.reduce((sum, entry) => sum + entry[1], 0) };
}

// When the pages were fetched, by the server's clock, as a Date; null where it did not say.
export function storedAt(state) {
  return stored(state, 'offline').then(page => {
    const date = page && page.headers.get('Date');
    return date ? new Date(date) : null;
  });
}

// {free: bytes or null, persisted: true, false or null}; old browsers do not say.
export function room() {
  const storage = navigator.storage || {};
  const estimate = storage.estimate ? storage.estimate() : Promise.resolve({});
  const persisted = storage.persisted ? storage.persisted() : Promise.resolve(null);
  return Promise.all([estimate, persisted]).then(told => ({
    free: told[0].quota === undefined ? null : Math.max(0, told[0].quota - told[0].usage),
    persisted: told[1],
  }));
}

// Asks the browser not to throw it away; what it answers shows at the next look.
export function askToPersist() {
  const storage = navigator.storage;
  return storage && storage.persist ? storage.persist().catch(() => false) : Promise.resolve(false);
}

export function isInstalled() {
  return navigator.standalone === true || window.matchMedia('(display-mode: standalone)').matches;
}
