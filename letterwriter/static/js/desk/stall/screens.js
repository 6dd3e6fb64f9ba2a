// How a person comes to the stall's tablet, and how their letter leaves it.

import { siteAddress } from '../../site.js';
import { codeForChoices, codeForLetter } from '../../take/codes.js';
import { reveal } from '../draw.js';
import { drawAdvice, drawSheet, spoken } from '../screens/letter.js';
import { askOf, answersOf, composerOf } from '../state.js';
import { hasVoice, read as readAloud } from '../voice.js';
import { count } from './tally.js';

function leaveBy(desk, door) {
  desk.state.handedOver = true;
  desk.state.doors = count(desk.state.code, door, desk.state.doors || []);
}

export const welcome = {
  take(view, desk) {
    desk.go('postcode');
    return 'later';
  },
};

export const doors = {
  draw(view, desk) {
    drawSheet(view, desk.state.letter);
    drawAdvice(view, desk, true); // of the rest the letter's own screen has told
    reveal(view, '[data-with-voice]', hasVoice());
    reveal(view, '[data-without-voice]', !hasVoice());
    view.querySelectorAll('[data-door]').forEach(button => button.addEventListener('click', () => {
      const door = button.getAttribute('data-door');
      if (door === 'print') {
        leaveBy(desk, door);
        window.print();
      } else desk.go(door);
    }));
  },
};

function drawCode(view, desk, whole) {
  const { state, world } = desk;
  const place = view.querySelector('[data-code-here]');
  const site = siteAddress('').replace(/\/$/, '');
  const label = what => place.getAttribute(`data-label-${what}`);
  const choices = { concernIds: state.concerns, askId: askOf(state, world) };
  const letter = whole && codeForLetter(state.letter, {
    constituency: state.code, campaignId: world.campaign.id, answers: answersOf(state, world), composer: composerOf(state, world),
  }, site, label('letter'));
  place.textContent = '';
  place.appendChild(letter || codeForChoices(choices, site, label('choices')));
  reveal(view, '[data-choices-words]', !letter);
  reveal(view, '[data-letter-words]', Boolean(letter));
  reveal(view, '[data-too-long]', whole && !letter);
  reveal(view, '[data-letter-code]', !whole);
  reveal(view, '[data-choices-code]', Boolean(letter));
  leaveBy(desk, 'take');
}

export const take = {
  draw(view, desk) {
    drawCode(view, desk, false);
    view.querySelector('[data-letter-code]').addEventListener('click', () => drawCode(view, desk, true));
    view.querySelector('[data-choices-code]').addEventListener('click', () => drawCode(view, desk, false));
  },
};

export const read = {
  draw(view, desk) {
    drawSheet(view, desk.state.letter);
    reveal(view, '[data-with-voice]', hasVoice());
    leaveBy(desk, 'read');
    if (hasVoice()) readAloud(spoken(desk.state.letter), () => { if (desk.at === 'read') desk.clear(); });
  },
};
