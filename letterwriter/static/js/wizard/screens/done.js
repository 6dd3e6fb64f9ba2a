// The letter is in the writer's hands: what happens next, and telling others of the site.

import { fill } from '../../engine/passage.js';
import { siteAddress } from '../../site.js';
import { copy } from '../copying.js';
import { write } from '../draw.js';
import { addresseeOf } from '../state.js';
import { drawSheet } from '../letter/sheet.js';

const PARLIAMENT = 'https://members.parliament.uk/member/';

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
    write(view, { to: to.name });
    if (to.id) view.querySelector('[data-parliament]').href = `${PARLIAMENT}${to.id}/contact`;
    drawSheet(view, wizard.state.letter);
    startSharing(view);
  },
};
