// The letter is in the writer's hands: what happens next, and telling others of the site.

import { fill } from '../../engine/passage.js';
import { siteAddress } from '../../site.js';
import { copy } from '../copying.js';
import { write } from '../draw.js';
import { addresseeOf, mayMeet } from '../state.js';
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

export const done = {
  draw(view, wizard) {
    const to = addresseeOf(wizard.state, wizard.world).member;
    write(view, { to: to.name, may_meet: mayMeet(wizard.state, wizard.world) });
    view.querySelector('[data-meet]').addEventListener('click', () => wizard.go('meet'));
    const page = view.querySelector('[data-parliament]');
    if (to.id) page.href = fill(page.getAttribute('data-parliament'), { member_id: to.id });
    drawSheet(view, wizard.state.letter);
    startSharing(view);
  },
};
