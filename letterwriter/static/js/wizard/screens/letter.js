// The letter, read first: every part of it can be changed.

import { write } from '../draw.js';
import { Changing } from '../letter/changing.js';
import { spoken } from '../letter/sheet.js';
import { withLetter, withStoriesBack } from '../composing.js';
import { addresseeOf } from '../state.js';


const alike = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// The letter that the answers make now. Where they changed it, what was changed before cannot be
// undone any more: a letter of other answers would come back.
function takeUp(wizard) {
  const before = wizard.state.letter;
  wizard.state = withLetter(wizard.state, wizard.world);
  if (!alike(before, wizard.state.letter)) wizard.state.changes = [];
}

export const letter = {
  draw(view, wizard) {
    takeUp(wizard);
    write(view, { to: addresseeOf(wizard.state, wizard.world).member.name });
    new Changing(view, wizard).start();
  },
  keep(view, wizard) {
    wizard.state = withStoriesBack(wizard.state, wizard.world);
  },
  texts: wizard => spoken(wizard.state.letter),
};
