// The letter is in the writer's hands: what happens next, and telling others of the site.

import { editorLetter, mayBePublic } from '../../engine/editor_letter.js';
import { writtenDate } from '../../engine/letter.js';
import { fill } from '../../engine/passage.js';
import { asReminder, writeAgainOn } from '../../engine/reminder.js';
import { siteAddress } from '../../site.js';
import { copy } from '../copying.js';
import { saveReminder } from '../documents.js';
import { write } from '../draw.js';
import { addresseeOf, answersOf, mayMeet } from '../state.js';
import { drawSheet } from '../letter/sheet.js';

function startSharing(view) {
  const button = view.querySelector('[data-share-site]');
  const address = siteAddress('');
  const say = what => {
    view.querySelector('[data-share-status]').textContent = fill(button.getAttribute(`data-${what}`), { address });
  };
  button.addEventListener('click', () => {
    if (navigator.share) navigator.share({ title: button.getAttribute('data-title'), url: address }).catch(() => {}); // they closed it
    else copy(address).then(() => say('copied'), () => say('failed'));
  });
}

function startReminding(view, again, today) {
  const button = view.querySelector('[data-remind]');
  button.addEventListener('click', () => saveReminder(asReminder(again, today, button.getAttribute('data-remind'))));
}

export const done = {
  draw(view, wizard) {
    const to = addresseeOf(wizard.state, wizard.world).member;
    const today = wizard.world.today();
    const again = writeAgainOn(today, wizard.world);
    write(view, {
      to: to.name,
      again: writtenDate(again),
      may_be_public: mayBePublic(wizard.state.letter, wizard.world.campaign),
      may_meet: mayMeet(wizard.state, wizard.world),
    });
    ['editor', 'meet'].forEach(name => {
      view.querySelector(`[data-${name}]`).addEventListener('click', () => wizard.go(name));
    });
    const page = view.querySelector('[data-parliament]');
    if (to.id) page.href = fill(page.getAttribute('data-parliament'), { member_id: to.id });
    drawSheet(view, wizard.state.letter);
    startReminding(view, again, today);
    startSharing(view);
  },
};

// To a local paper: its address is nobody's business here, so the words are copied.
export const editor = {
  draw(view, { state, world }) {
    const { address } = answersOf(state, world).sender;
    const made = editorLetter(state.letter, world, addresseeOf(state, world), address.length ? address[address.length - 1] : '');
    write(view, { words: String(made.words) });
    view.querySelector('[data-editor-text]').value = made.text;
    const button = view.querySelector('[data-copy-editor]');
    const say = what => { view.querySelector('[data-editor-status]').textContent = button.getAttribute(`data-${what}`); };
    button.addEventListener('click', () => copy(made.text).then(() => say('copied'), () => say('failed')));
  },
};
