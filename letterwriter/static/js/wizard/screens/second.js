// A letter that follows another: what came back, and what the first one asked.

import { isAgain } from '../../engine/composition.js';
import { ASK, isDay, standing } from '../../engine/letter.js';
import { choices, ticked } from '../choices.js';
import { put, typed } from '../draw.js';
import { OWN_LINE } from '../state.js';

const LONGEST = { 'first-date': 40, 'first-ask': 300 };

const length = text => Array.from(text).length;

// A letter that is here, from a code or just written, is the one that is followed.
function followOn(state) {
  const { letter } = state;
  if (!letter || isAgain(letter)) return;
  const asked = standing(letter).find(({ kind }) => kind === ASK);
  Object.assign(state, { firstDate: letter.date, firstAsk: asked ? asked.text : '', letter: null, made: [] });
}

// Whoever goes back from here writes a first letter after all, so the case counts once Next is pressed.
export const again = {
  draw(view, wizard) {
    const { state, world } = wizard;
    // On the server's page for it the choices stand there, and one may be chosen already.
    if (view.querySelector('[data-list="cases"] template')) choices(view, 'cases', world.campaign.again, [state.again]);
    state.again = '';
  },
  take(view, wizard) {
    const [chosen = ''] = ticked(view, 'cases');
    if (chosen) followOn(wizard.state);
    wizard.state.again = chosen;
    return chosen ? '' : { key: 'none' };
  },
};

export const first = {
  draw(view, wizard) {
    const { firstDate, firstAsk, stories } = wizard.state;
    put(view, 'first-date', firstDate);
    put(view, 'first-ask', firstAsk);
    put(view, 'own-line', stories[OWN_LINE] || '');
  },
  keep(view, wizard) {
    const { state } = wizard;
    state.firstDate = typed(view, 'first-date');
    state.firstAsk = typed(view, 'first-ask');
    state.stories[OWN_LINE] = typed(view, 'own-line');
  },
  take(view, wizard) {
    const { firstDate, stories } = wizard.state;
    const day = firstDate.trim();
    if (!day) return { key: 'missing', box: 'first-date' };
    if (isDay(day) && day > wizard.world.today()) return { key: 'to-come', box: 'first-date' };
    const long = Object.keys(LONGEST).find(box => length(typed(view, box).trim()) > LONGEST[box]);
    if (long) return { key: 'long', box: long };
    return length(stories[OWN_LINE]) > wizard.world.limits.longest_story ? { key: 'long', box: 'own-line' } : '';
  },
};
