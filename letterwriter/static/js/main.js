// Everything here makes pages that work without it more pleasant; each part on its own,
// so that one that fails in an old browser leaves the others alone.

import { startLapsed } from './lapsed.js';
import { startOffline } from './offline.js';
import { startStack } from './stack.js';
import { startStallDoor } from './stall_door.js';

function focusErrors() {
  const summary = document.querySelector('[data-error-summary]');
  if (summary) summary.focus();
}

document.documentElement.classList.add('js');
[startStallDoor, startStack, startOffline, startLapsed, focusErrors]
  .forEach(start => {
    try { start(); } catch (fault) { console.warn('A part of this page did not start:', fault.message); }
  });
