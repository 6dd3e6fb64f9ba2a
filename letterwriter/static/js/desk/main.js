// Opens what this device has stored, and sets the desk up for its mode.

import { openWorld } from '../engine/world.js';
import { writtenDate } from '../engine/letter.js';
import { startOffline } from '../offline.js';
import { cut, reveal, write } from './draw.js';
import { startOrdinary } from './ordinary.js';
import * as find from './screens/find.js';
import { letter } from './screens/letter.js';
import { send, sure } from './screens/send.js';
import * as words from './screens/words.js';
import * as writer from './screens/writer.js';
import { startStall } from './stall/main.js';
import { hasVoice, whenVoicesChange } from './voice.js';

const OLD = 30; // days: MPs change, and so do facts

const SCREENS = {
  postcode: find.postcode, choose: find.choose, 'by-name': find.named, found: find.found, nearby: find.near,
  safety: words.safety, prompts: words.prompts, story: words.story, worry: words.worry, worries: words.worries,
  ask: words.ask, name: writer.name, address: writer.address, reply: writer.reply,
  letter, send, sure,
};

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
  const boxes = document.querySelectorAll('#carried textarea');
  const words = Array.from(boxes, box => box.value).filter(text => text.includes(' '));
  view.querySelector('textarea').value = words.join('\n\n');
  reveal(view, '[data-unsent]', words.length > 0);
}

document.documentElement.classList.add('js');
startOffline();
load().then(world => {
  warnWhenOld(world);
  const mode = document.documentElement.getAttribute('data-mode');
  if (mode === 'stall') startStall(world, SCREENS);
  else startOrdinary(world, SCREENS);
  whenVoicesChange(() => reveal(document, '[data-aloud]', hasVoice()));
}).catch(fault => {
  console.warn('This page could not start:', fault.message);
  broken();
});
