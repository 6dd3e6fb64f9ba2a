// Stall mode: one person after another on one tablet.

import { Desk } from '../desk.js';
import { reveal } from '../draw.js';
import { stayAwake } from './awake.js';
import { isOn } from './code.js';
import { guard } from './guard.js';
import { doors, read, take, welcome } from './screens.js';
import { code, setup, volunteer } from './volunteer.js';

export function startStall(world, screens) {
  const all = Object.assign({}, screens, { doors, read, take, welcome, code, setup, volunteer });
  const desk = new Desk(world, 'stall', all, isOn() ? 'welcome' : 'setup');
  desk.start();
  if (!isOn()) return;
  desk.whenCleared = () => reveal(desk.view, '[data-cleared]', true);
  reveal(document, '[data-volunteer]', true);
  document.querySelector('[data-volunteer]').addEventListener('click', () => {
    if (desk.at !== 'code') desk.go('code');
  });
  guard(desk);
  stayAwake();
}
