// Opens what this device has stored, and sets the desk up for its mode.

import { openWorld } from '../engine/world.js';
import { writtenDate } from '../engine/letter.js';
import { startOffline } from '../offline.js';
import { openDesk } from './desk.js';
import { cut, reveal, write } from './draw.js';
import { stateOf } from './fields.js';
import * as find from './screens/find.js';
import { letter } from './screens/letter.js';
import { send, sure } from './screens/send.js';
import * as words from './screens/words.js';
import * as writer from './screens/writer.js';
import { startStall } from './stall/main.js';
import { whenVoicesChange } from './voice.js';

const OLD = 30; // days: MPs change, and so do facts

const SCREENS = {
  postcode: find.postcode, choose: find.choose, 'by-name': find.named, found: find.found, nearby: find.near,
  safety: words.safety, prompts: words.prompts, story: words.story, worry: words.worry, worries: words.worries,
  ask: words.ask, name: writer.name, address: writer.address, reply: writer.reply,
  letter, send, sure,
};
const LANDINGS = { '/write': 'prompts', '/quick': 'safety', '/letter': 'letter', '/send': 'send' };

// Everything a page needs stands beside this script, under the edition's own address.
function stored(name) {
  const here = document.querySelector('script[src$="/static/js/desk/main.js"]').src;
  return fetch(here.replace('static/js/desk/main.js', name)).then(answer => {
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer;
  });
}

function load() {
  return Promise.all([
    stored('world.json').then(answer => answer.json()),
    stored('postcodes.bin').then(answer => answer.arrayBuffer()),
  ]).then(parts => openWorld(parts[0], parts[1]));
}

// What somebody had typed on the ordinary pages before the network went.
function carried() {
  const form = document.getElementById('carried');
  const pairs = Array.from(form.querySelectorAll('textarea'), box => [box.name, box.value]);
  return { pairs, path: form.getAttribute('data-path') || '' };
}

function landing(desk, path) {
  const { state } = desk;
  if (!state.code) return '';
  if (path === '/letter' && !state.letter && !state.name.trim()) return state.quick ? 'name' : 'prompts';
  if (path === '/send' && !state.letter) return 'found';
  return LANDINGS[path] || '';
}

function startOrdinary(desk) {
  const { pairs, path } = carried();
  desk.cleared = () => desk.go('cleared');
  if (pairs.length) desk.state = stateOf(pairs, desk.world);
  desk.start();
  const place = landing(desk, path);
  if (place) desk.go('found');
  if (place && place !== 'found') desk.go(place);
  reveal(document, '[data-carried-notice]', pairs.length > 0);
  reveal(document, '[data-no-network]', !pairs.length && !navigator.onLine);
  window.addEventListener('beforeunload', event => {
    if (desk.atRest() || desk.state.handedOver) return;
    event.preventDefault();
    event.returnValue = '';
  });
}

function warnWhenOld(world) {
  const days = (Date.parse(world.today()) - Date.parse(world.bundle.made)) / 86400000;
  const part = document.querySelector('[data-old]');
  write(part, { made: writtenDate(world.bundle.made) });
  part.hidden = days <= OLD;
}

function broken() {
  const view = document.querySelector('[data-desk]');
  view.textContent = '';
  view.appendChild(cut('broken'));
}

document.documentElement.classList.add('js');
startOffline();
load().then(world => {
  warnWhenOld(world);
  const mode = document.documentElement.getAttribute('data-mode');
  const cleared = { take: (view, desk) => { desk.clear(); return 'later'; } };
  if (mode === 'stall') startStall(world, SCREENS);
  else startOrdinary(openDesk(world, mode, Object.assign({ cleared }, SCREENS), 'postcode'));
  whenVoicesChange(() => reveal(document, '[data-aloud]', true));
}).catch(fault => {
  console.warn('This page could not start:', fault.message);
  broken();
});
