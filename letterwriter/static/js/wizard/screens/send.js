// Email or paper: two doors, of which the likelier comes first.

import { writtenDate } from '../../engine/letter.js';
import { mailto } from '../../engine/links.js';
import { writeAgainOn } from '../../engine/reminder.js';
import { write } from '../draw.js';
import { isHandheld } from '../handheld.js';
import { mailOf } from '../composing.js';
import { addresseeOf } from '../state.js';
import { drawSheet, spoken } from '../letter/sheet.js';

// The mail app's link with the letter in it, if it is short enough for one.
export function mailLink(wizard) {
  const { state, world } = wizard;
  return mailto(...mailOf(state, world), world.limits);
}

// Email where one press opens it with the letter in it, and on a phone, which seldom has a printer.
// Paper on a computer where email would take a file or a copy, and where there is no address.
function likelier(wizard) {
  if (!addresseeOf(wizard.state, wizard.world).member.email) return 'print';
  return isHandheld() || mailLink(wizard).hasBody ? 'email' : 'print';
}

export const send = {
  draw(view, wizard) {
    drawSheet(view, wizard.state.letter);
    write(view, { again: writtenDate(writeAgainOn(wizard.world.today(), wizard.world)) });
    const doors = view.querySelector('[data-doors]');
    const first = likelier(wizard);
    ['email', 'print'].forEach(name => {
      const button = doors.querySelector(`[data-${name}]`);
      button.classList.toggle('primary', name === first);
      button.classList.toggle('secondary', name !== first);
      button.addEventListener('click', () => wizard.go(name));
      if (name === first) doors.insertBefore(button.parentElement, doors.firstElementChild);
    });
  },
  texts: wizard => spoken(wizard.state.letter),
};
