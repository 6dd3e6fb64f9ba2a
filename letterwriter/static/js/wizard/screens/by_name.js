// From a constituency's name to the member.

import { seatNames } from '../../engine/seat_names.js';
import { typed } from '../draw.js';
import { offer, postcode } from './find.js';

const MOST_SHOWN = 12; // of names that hold what was typed: more is no help

let held = {};

// The names of all seats, made once they are here.
function namesIn(world) {
  if (held.world !== world || held.stage !== world.stage) {
    held = { world, stage: world.stage, names: seatNames(world.seats) };
  }
  return held.names;
}

// What is said of a text in the box, as the name of an attribute that holds the words.
function saidOf(text, world) {
  if (!text) return '';
  if (world.holdsPlace(text)) return 'data-say-postcode';
  return namesIn(world).holds(text) ? 'data-say-some' : 'data-say-none';
}

// A postcode in place of a name leads where it does on the first screen.
function takePostcode(text, view, wizard) {
  wizard.state.typed = text;
  const look = () => {
    const wrong = postcode.take(view, wizard);
    if (wrong !== 'later') wizard.wrong(Object.assign(wrong, { box: 'constituency' }));
  };
  wizard.waiting.after(wizard.source.toLookUp(text), look, wizard.whenUnanswered);
}

export const named = {
  draw(view, wizard) {
    const box = view.querySelector('[data-value]');
    const count = view.querySelector('[data-found-count]');
    const show = () => {
      const text = box.value.trim();
      const which = saidOf(text, wizard.world);
      const isName = which && which !== 'data-say-postcode';
      const found = isName ? namesIn(wizard.world).alike(text, MOST_SHOWN) : [];
      count.textContent = which ? count.getAttribute(which) : '';
      offer(view, wizard, found);
    };
    box.addEventListener('input', show);
    show();
  },
  take(view, wizard) {
    const text = typed(view, 'constituency').trim();
    if (!text) return { key: 'missing', box: 'constituency' };
    if (wizard.world.holdsPlace(text)) {
      takePostcode(text, view, wizard);
      return 'later';
    }
    const seat = namesIn(wizard.world).named(text);
    if (seat) {
      wizard.state.code = seat.code;
      wizard.go('found');
    } else {
      view.querySelector('[data-list="candidates"] button').focus(); // the likeliest, told above
    }
    return 'later';
  },
};
