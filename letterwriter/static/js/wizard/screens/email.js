// By email: one road leads, the others are folded away.

import { asEml } from '../../engine/eml.js';
import { gmail, outlook } from '../../engine/links.js';
import { emailBody } from '../../engine/text.js';
import { copy } from '../copying.js';
import { reveal, write } from '../draw.js';
import { saveDraft } from '../documents.js';
import { isHandheld } from '../handheld.js';
import { startOffering } from '../hour.js';
import { mailOf } from '../composing.js';
import { left } from '../left.js';
import { addresseeOf } from '../state.js';
import { drawSheet, spoken } from '../letter/sheet.js';
import { mailLink } from './send.js';

const words = view => view.querySelector('[data-email-text]').value;

// What came of it, in the words of the status, or of the button that was pressed.
function say(view, what, button) {
  const status = view.querySelector('[data-handover-status]');
  status.textContent = (button || status).getAttribute(`data-${what}`);
}

function drawLinks(view, wizard, byMail) {
  const { state, world } = wizard;
  const mail = [...mailOf(state, world), world.limits];
  const links = { mailto: byMail, gmail: gmail(...mail), outlook: outlook(...mail) };
  view.querySelectorAll('[data-link]').forEach(part => {
    const link = links[part.getAttribute('data-link')];
    part.href = link.href;
    reveal(part, '[data-subject-only]', !link.hasBody);
  });
}

function startLinks(view, handedOver) {
  view.querySelectorAll('[data-link]').forEach(link => link.addEventListener('click', () => {
    if (link.hasAttribute('data-copies')) copy(words(view)).then(() => say(view, 'copied'), () => say(view, 'failed'));
    handedOver();
  }));
}

function startCopying(view, handedOver) {
  const button = view.querySelector('[data-copy]');
  button.addEventListener('click', () => {
    view.querySelector('[data-handover-status]').textContent = ''; // so that the same words are told again
    copy(words(view))
      .then(() => { say(view, 'copied', button); handedOver(); }, () => say(view, 'failed', button))
      .then(() => button.focus()); // copying the old way takes the focus
  });
}

function startSharing(view, title, handedOver) {
  view.querySelector('[data-share]').addEventListener('click', () => {
    navigator.share({ title, text: words(view) }).then(handedOver, () => {}); // or they closed it
  });
}

function startDrafts(view, wizard, handedOver) {
  const { state, world } = wizard;
  view.querySelectorAll('[data-draft-email]').forEach(button => button.addEventListener('click', () => {
    saveDraft(asEml(...mailOf(state, world), world.bundle));
    handedOver();
    say(view, 'saved');
  }));
}

// Which road leads: a link, where the letter fits into one; else on a computer a file, and on a
// phone, whose mail apps seldom open files, a copy.
function ways(byMail) {
  return {
    by_link: byMail.hasBody,
    by_copy: !byMail.hasBody && isHandheld(),
    by_draft: !byMail.hasBody && !isHandheld(),
    by_share: Boolean(navigator.share),
  };
}

export const email = {
  draw(view, wizard) {
    const { state, world } = wizard;
    const to = addresseeOf(state, world).member;
    const [, , subject] = mailOf(state, world);
    const byMail = mailLink(wizard);
    const handedOver = () => left(wizard, 'emailed');
    write(view, Object.assign({ to: to.name, email: to.email, subject }, ways(byMail)));
    view.querySelector('[data-email-text]').value = emailBody(state.letter);
    drawSheet(view, state.letter);
    drawLinks(view, wizard, byMail);
    startOffering(view, wizard, view.querySelector(byMail.hasBody ? '[data-link]' : '[data-copies]')); // before what they do
    startLinks(view, handedOver);
    startCopying(view, handedOver);
    startSharing(view, subject, handedOver);
    startDrafts(view, wizard, handedOver);
    view.querySelector('[data-done]').addEventListener('click', () => wizard.go('done'));
  },
  texts: wizard => spoken(wizard.state.letter),
};
