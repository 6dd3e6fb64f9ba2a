// How a person comes to the stall's tablet, and how their letter leaves it.

import { writtenDate } from '../../engine/letter.js';
import { asReminder, writeAgainOn } from '../../engine/reminder.js';
import { siteAddress } from '../../site.js';
import { codeForChoices, codeForLetter, codeForReminder } from '../../transfer/codes.js';
import { reveal, write } from '../draw.js';
import { drawAdvice } from '../letter/advice.js';
import { tellAbsence } from '../screens/find.js';
import { drawSheet, spoken } from '../letter/sheet.js';
import { composerOf } from '../composing.js';
import { askOf, answersOf } from '../state.js';
import { hasVoice, read as readAloud } from '../voice.js';
import { count } from './tally.js';

function counted(wizard, door) {
  wizard.state.doors = count(wizard.state.code, door, wizard.state.doors || []);
}

function leaveBy(wizard, door) {
  wizard.state.handedOver = true;
  counted(wizard, door);
}

export const welcome = {
  draw: tellAbsence,
  take(view, wizard) {
    wizard.go('postcode');
    return 'later';
  },
};

const againFor = ({ world }) => writeAgainOn(world.today(), world);

// Buttons that lead to a code, by what it holds.
function leadToCodes(view, wizard) {
  view.querySelectorAll('[data-code-of]').forEach(button =>
    button.addEventListener('click', () => wizard.go(`transfer:${button.getAttribute('data-code-of')}`)));
}

export const delivery = {
  draw(view, wizard) {
    write(view, { again: writtenDate(againFor(wizard)) });
    leadToCodes(view, wizard);
    drawSheet(view, wizard.state.letter);
    drawAdvice(view, wizard, true); // of the rest the letter's own screen has told
    reveal(view, '[data-with-voice]', hasVoice());
    reveal(view, '[data-without-voice]', !hasVoice());
    view.querySelectorAll('[data-door]').forEach(button => button.addEventListener('click', () => {
      const door = button.getAttribute('data-door');
      if (door === 'print') {
        leaveBy(wizard, door);
        window.print();
      } else wizard.go(door === 'take' ? 'transfer' : door);
    }));
  },
};

function codeOf(what, { state, world }, label) {
  const site = siteAddress('').replace(/\/$/, '');
  if (what === 'choices') return codeForChoices({ concernIds: state.concerns, askId: askOf(state, world) }, site, label);
  return codeForLetter(state.letter, {
    constituency: state.code, campaignId: world.campaign.id, answers: answersOf(state, world), composer: composerOf(state, world),
  }, site, label);
}

// The parts that tell of one kind of code, or that a letter is too long for one.
function told(what, code, again) {
  const shown = kind => Boolean(code) && what === kind;
  return {
    letter: shown('letter'), choices: shown('choices'), reminder: shown('reminder'),
    taken: Boolean(code) && what !== 'reminder', too_long: !code, again: writtenDate(again),
  };
}

function drawCode(view, wizard, what) {
  const place = view.querySelector('[data-code-here]');
  const label = place.getAttribute(`data-label-${what}`);
  const again = againFor(wizard);
  const code = what === 'reminder'
    ? codeForReminder(asReminder(again, wizard.world.today(), place.getAttribute('data-reminder')), label)
    : codeOf(what, wizard, label);
  if (code) place.appendChild(code);
  write(view, told(what, code, again));
  view.querySelector('[data-scanned]').addEventListener('click', () => {
    leaveBy(wizard, 'take'); // a code that was only shown may have reached nobody
    wizard.finish();
  });
}

// The two choices, or the code of one of them.
export const transfer = {
  draw(view, wizard, what) {
    const part = view.querySelector(what ? '[data-choosing]' : '[data-showing]');
    part.parentElement.removeChild(part);
    reveal(view, '[data-showing]', Boolean(what));
    if (what) drawCode(view, wizard, what);
    leadToCodes(view, wizard);
  },
};

export const read = {
  draw(view, wizard) {
    drawSheet(view, wizard.state.letter);
    reveal(view, '[data-with-voice]', hasVoice());
    counted(wizard, 'read'); // nothing is handed over by it
    if (hasVoice()) readAloud(spoken(wizard.state.letter), () => { if (wizard.at === 'read') wizard.clear(); });
  },
};
