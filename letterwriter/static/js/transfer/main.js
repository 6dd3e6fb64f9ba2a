// The phone's side of a code: what came in the address's fragment leaves the address at once, and
// the wizard's scripts open it in this page (go_on.js). The words are in
// templates/transfer/transfer.html.

import { unpack } from './packing.js';

const PLACE = 'letterwriter.scanned';
let came = null; // what is not in the wizard yet

function show(name) {
  document.querySelectorAll('[data-take]').forEach(part => {
    part.hidden = part.getAttribute('data-take') !== name;
    if (!part.hidden) document.querySelector('[data-take-title]').textContent = part.getAttribute('data-title');
  });
  document.querySelector('[data-take-begin]').hidden = came !== null;
}

// Browsers note beside a tab's history by which address a document was opened. So the page loads once
// more, and what came crosses over in this tab's store, for that moment. Whether it could.
function loadsAgain(digits) {
  try {
    sessionStorage.setItem(PLACE, digits);
  } catch (refused) {
    history.replaceState(null, '', location.pathname);
    return false;
  }
  location.replace(location.pathname);
  return true;
}

function crossedOver() {
  try {
    const digits = sessionStorage.getItem(PLACE);
    sessionStorage.removeItem(PLACE);
    return digits || '';
  } catch (refused) { return ''; }
}

// The wizard's scripts, which are needed for nothing else here.
function wizardScript() {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = document.querySelector('[data-take-script]').getAttribute('data-take-script');
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => reject(new TypeError('the wizard did not come')));
    document.head.appendChild(script);
  });
}

function goOn() {
  const parcel = came;
  const isWanted = () => came === parcel;
  const failed = () => isWanted() && show('unanswered');
  show(parcel.kind);
  const detail = { parcel, isWanted, failed, stop };
  wizardScript().then(() => document.dispatchEvent(new CustomEvent('parcel', { detail })), failed);
}

function open() {
  const scanned = location.hash.slice(1);
  if (scanned && loadsAgain(scanned)) return undefined;
  const digits = scanned || crossedOver();
  came = null;
  if (!digits) return show('nothing');
  try {
    came = unpack(digits);
  } catch (fault) {
    return show(fault.reason || 'damaged');
  }
  return goOn();
}

// Back to this page: it is opened once.
function backAgain(event) {
  if (event.persisted && !came) show('nothing');
}

// The wizard is in this page's place.
function stop() {
  came = null;
  window.removeEventListener('hashchange', open);
  window.removeEventListener('pageshow', backAgain);
}

open();
document.querySelector('[data-take-again]').addEventListener('click', goOn);
window.addEventListener('hashchange', open); // a second code, scanned into the same page
window.addEventListener('pageshow', backAgain);
