// Keeps the site on this device for times without a network: asks the browser to take up the
// service worker, late and quietly, and says on pages with [data-newer] when a newer one waits.

const LATEST = 4000; // ms after the page has loaded, on a device that is never idle

// sw.js lies beside the manifest, wherever the site is mounted; '' on pages without one.
function workerAddress() {
  const manifest = document.querySelector('link[rel="manifest"]');
  return manifest ? new URL('sw.js', manifest.href).href : '';
}

export function whenIdle(action) {
  if (window.requestIdleCallback) window.requestIdleCallback(action, { timeout: LATEST });
  else window.setTimeout(action, LATEST / 2);
}

function whenLoaded(action) {
  if (document.readyState === 'complete') action();
  else window.addEventListener('load', action);
}

function savesData() {
  return Boolean(navigator.connection && navigator.connection.saveData);
}

// Puts the new edition in place; this page leaves its old one only now, and once.
function startAgain(waiting, address) {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.replace(address), { once: true });
  waiting.postMessage({ what: 'start-again' });
}

function watchFor(registration) {
  const notice = document.querySelector('[data-newer]');
  if (!notice) return;
  const show = () => { notice.hidden = !(registration.waiting && navigator.serviceWorker.controller); };
  const follow = worker => worker && worker.addEventListener('statechange', show);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  follow(registration.installing);
  follow(registration.waiting); // another page may start it
  notice.querySelector('button').addEventListener('click', () =>
    registration.waiting && startAgain(registration.waiting, notice.getAttribute('data-start')));
  show();
}

// Takes up the worker, which stores the site; rejects where the browser or the network refuses.
export function store() {
  return navigator.serviceWorker.register(workerAddress());
}

// A device that is to save data keeps what it has and is not made to fetch the site.
function wished() {
  return savesData() ? navigator.serviceWorker.getRegistration() : store();
}

function startStoring() {
  if (!navigator.serviceWorker || !workerAddress()) return;
  whenLoaded(() => whenIdle(() => wished().then(registration => registration && watchFor(registration), () => {})));
}

function startGoingBack() {
  document.querySelectorAll('[data-go-back]').forEach(button => {
    button.hidden = history.length < 2;
    button.addEventListener('click', () => history.back());
  });
}

export function startOffline() {
  startGoingBack();
  startStoring();
}
