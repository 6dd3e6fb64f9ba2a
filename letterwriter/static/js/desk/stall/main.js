// Stall mode: one person after another on one tablet.

import { openDesk } from '../desk.js';
import { reveal } from '../draw.js';
import { stayAwake } from './awake.js';
import { isOn } from './code.js';
import { guard } from './guard.js';
import { doors, read, take, welcome } from './screens.js';
import { code, setup, volunteer } from './volunteer.js';

export function startStall(world, screens) {
  const all = Object.assign({}, screens, { doors, read, take, welcome, code, setup, volunteer });
  const desk = openDesk(world, 'stall', all, isOn() ? 'welcome' : 'setup');
  desk.cleared = () => {};
  desk.begin = () => location.reload(); // starts at the welcome, guarded
  desk.start();
  if (!isOn()) return;
  const clear = desk.clear;
  desk.clear = then => {
    desk.justCleared = Boolean(then);
    clear(then);
  };
  const door = document.querySelector('[data-volunteer]');
  reveal(document, '[data-volunteer]', true);
  door.addEventListener('click', () => { if (desk.at() !== 'code') desk.go('code'); });
  guard(desk, desk.start);
  stayAwake();
}
