// The stall's page: opens what this device has stored, all of it, and starts stall mode.

import { openWhole } from '../engine/world.js';
import { startOffline } from '../offline.js';
import { warnWhenOld } from './age.js';
import { cut, reveal } from './draw.js';
import './later.js';
import { SCREENS } from './screens.js';
import { startStall } from './stall/main.js';
import { hasVoice, whenVoicesChange } from './voice.js';

// Everything the page needs stands beside this script, under the edition's own address.
function stored(name) {
  const here = document.querySelector('script[src$="/static/js/wizard/main.js"]').src;
  return fetch(here.replace('static/js/wizard/main.js', name)).then(answer => {
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer;
  });
}

function load() {
  const json = name => stored(name).then(answer => answer.json());
  return Promise.all([
    json('start.json'), json('campaign.json'), json('seats.json'),
    stored('postcodes.bin').then(answer => answer.arrayBuffer()),
  ]).then(parts => openWhole(...parts));
}

function broken() {
  const view = document.querySelector('[data-wizard]');
  view.textContent = '';
  view.appendChild(cut('broken'));
}

document.documentElement.classList.add('js');
startOffline();
load().then(world => {
  warnWhenOld(world);
  startStall(world, SCREENS);
  whenVoicesChange(() => reveal(document, '[data-aloud]', hasVoice()));
}).catch(fault => {
  console.warn('This page could not start:', fault.message);
  broken();
});
