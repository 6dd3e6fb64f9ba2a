// Stall mode: one person after another on one tablet.

import { Wizard } from '../wizard.js';
import { reveal } from '../draw.js';
import { stayAwake } from './awake.js';
import { isOn } from './code.js';
import { guard } from './guard.js';
import { delivery, read, transfer, welcome } from './screens.js';
import { code, left, setup, volunteer } from './volunteer.js';

export function startStall(world, screens) {
  const all = Object.assign({}, screens, { delivery, read, transfer, welcome, code, setup, volunteer, left });
  const wizard = new Wizard(world, 'stall', all, isOn() ? 'welcome' : 'setup');
  wizard.start();
  if (!isOn()) return;
  wizard.whenCleared = () => reveal(wizard.view, '[data-cleared]', true);
  reveal(document, '[data-volunteer]', true);
  document.querySelector('[data-volunteer]').addEventListener('click', () => {
    if (wizard.at !== 'code') wizard.go('code');
  });
  guard(wizard);
  stayAwake();
}
