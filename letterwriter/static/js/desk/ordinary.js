// The ordinary way on one's own device, without a network: from the first screen, or from where
// the site's own pages were when the network went.

import { Desk } from './desk.js';
import { reveal } from './draw.js';
import { forgetCleared, markCleared, wasCleared } from '../store.js';
import { siteAddress } from '../site.js';
import { stateOf } from './fields.js';

const PLACES = { '/write': 'prompts', '/quick': 'safety', '/letter': 'letter', '/send': 'send' };

const SAID = '#cleared';

// What somebody had typed on the site's pages: [[name, value], ...], and the page that was to
// come. Taken out of the page, and left alone where Back or Reload brings it up after a clearing.
function carried() {
  const form = document.getElementById('carried');
  const pairs = Array.from(form.querySelectorAll('textarea'), box => [box.name, box.value]);
  const path = (form.getAttribute('data-path') || '').replace(/^.*\//, '/');
  form.textContent = '';
  if (!pairs.length) return { pairs, path };
  const again = performance.navigation.type !== 0;
  if (again && wasCleared()) return { pairs: [], path: '' };
  forgetCleared();
  return { pairs, path };
}

// A page that came by a form would bring its words again on Reload: its address is left too.
function leaveForm() {
  markCleared();
  location.replace(siteAddress(`offline${SAID}`));
}

function placeOf(state, path) {
  if (!state.code) return '';
  if (path === '/letter' && !state.letter && !state.name.trim()) return 'name';
  if (path === '/send' && !state.letter) return 'found';
  return PLACES[path] || (path === '/find' ? 'found' : '');
}

function takeUp(desk, screens, pairs, path) {
  desk.state = stateOf(pairs, desk.world);
  if (path === '/quick') desk.state.quick = true;
  desk.start();
  const place = placeOf(desk.state, path);
  if (place) desk.go('found');
  if (place && place !== 'found') desk.go(place);
  if (place || path !== '/find' || !desk.state.typed) return;
  desk.goOnUnless(screens.postcode.take(desk.view, desk));
}

function askBeforeLeaving(desk) {
  window.addEventListener('beforeunload', event => {
    if (desk.atRest || desk.state.handedOver) return;
    event.preventDefault();
    event.returnValue = ''; // older browsers ask only when this is set
  });
}

export function startOrdinary(world, screens) {
  const cleared = { take: (view, desk) => { desk.start(); return 'later'; } };
  const all = Object.assign({ cleared }, screens);
  const said = location.hash === SAID; // before the desk tidies the address
  const { pairs, path } = carried();
  const desk = new Desk(world, 'offline', all, 'postcode');
  const goesOn = pairs.length > 0 && path !== '/clear';
  desk.whenCleared = () => (pairs.length ? leaveForm() : desk.go('cleared'));
  if (goesOn) takeUp(desk, all, pairs, path);
  else desk.start();
  if (path === '/clear' || said) desk.whenCleared();
  reveal(document, '[data-carried-notice]', goesOn);
  reveal(document, '[data-no-network]', !goesOn && !navigator.onLine);
  askBeforeLeaving(desk);
}
