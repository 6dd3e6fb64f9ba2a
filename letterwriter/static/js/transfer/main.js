// The phone's side of a code: what came in the address's fragment leaves the address at once,
// and goes on to the site's own pages. The words are in templates/transfer/transfer.html.

import { post } from '../post.js';
import { choiceFields, letterFields } from './letters.js';
import { unpack } from './packing.js';

function show(name) {
  document.querySelectorAll('[data-take]').forEach(part => {
    part.hidden = part.getAttribute('data-take') !== name;
    if (!part.hidden) document.querySelector('[data-take-title]').textContent = part.getAttribute('data-title');
  });
  document.querySelector('[data-take-begin]').hidden = name === 'letter' || name === 'choices';
}

function taken() {
  const digits = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  return digits;
}

function open() {
  const digits = taken();
  if (!digits) return show('nothing');
  try {
    const parcel = unpack(digits);
    show(parcel.kind);
    return post(location.pathname, parcel.kind === 'letter' ? letterFields(parcel) : choiceFields(parcel));
  } catch (fault) {
    return show(fault.reason || 'damaged');
  }
}

open();
window.addEventListener('hashchange', open); // a second code, scanned into the same page
window.addEventListener('pageshow', event => {
  if (event.persisted) show('nothing'); // Back to this page: it is opened once
});
