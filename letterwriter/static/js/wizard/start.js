// The first page, and every page that answers a form sent before this script ran: goes on from
// what stands there. Where it cannot, the page stays the server's, which works without it.

import { startOffline } from '../offline.js';
import { fetchStart } from '../parts.js';
import { startStallDoor } from '../stall_door.js';
import { takeOver } from './hand_over.js';
import { Personal } from './personal.js';
import { baseOf } from './source.js';

function start(world, base) {
  const handedOver = document.querySelector('main[data-hand-over]');
  const personal = new Personal(world, base);
  return (handedOver ? takeOver(handedOver, personal) : Promise.resolve(personal.begin()))
    .then(() => personal.tellBesides());
}

function begin() {
  const base = baseOf(document.documentElement.getAttribute('data-edition'));
  document.documentElement.classList.add('js');
  startStallDoor();
  startOffline();
  fetchStart(base).then(world => start(world, base))
    .catch(fault => console.warn('This page goes on by the server:', fault.message));
}

// The page that a code leads to has this script for its parts alone (static/js/transfer/go_on.js).
if (document.querySelector('main[data-wizard], main[data-hand-over]')) begin();
