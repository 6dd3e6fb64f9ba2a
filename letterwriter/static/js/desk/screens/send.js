// Ways to hand a letter over from one's own device.

import { asText, emailBody } from '../../engine/text.js';
import { gmail, mailto, outlook } from '../../engine/links.js';
import { startHandingOver } from '../../handover.js';
import { reveal, write } from '../draw.js';
import { savePlain, saveDocument } from '../documents.js';
import { addresseeOf } from '../state.js';
import { drawSheet, spoken } from './letter.js';

function drawLinks(view, desk) {
  const to = addresseeOf(desk.state, desk.world).member;
  const { subject } = desk.world.campaign;
  const made = { mailto, gmail, outlook };
  Object.keys(made).forEach(name => {
    const link = made[name](desk.state.letter, to.email, subject, desk.world.limits);
    const part = view.querySelector(`[data-link="${name}"]`);
    part.href = link.href;
    reveal(part, '[data-subject-only]', !link.hasBody);
    if (name === 'mailto') reveal(view, '[data-too-long]', !link.hasBody);
    part.addEventListener('click', () => { desk.state.handedOver = true; });
  });
}

function drawSaving(view, desk) {
  const status = view.querySelector('[data-document-status]');
  const say = what => { status.textContent = status.getAttribute(`data-${what}`); };
  view.querySelectorAll('[data-document]').forEach(button => button.addEventListener('click', () => {
    say('busy');
    saveDocument(button.getAttribute('data-document'), desk.state, desk.world)
      .then(() => { desk.state.handedOver = true; say('done'); }, () => say('none'));
  }));
  view.querySelector('[data-plain]').addEventListener('click', () => {
    savePlain(asText(desk.state.letter));
    desk.state.handedOver = true;
    say('done');
  });
  view.querySelector('[data-print]').addEventListener('click', () => {
    desk.state.handedOver = true;
    window.print();
  });
}

export const send = {
  draw(view, desk) {
    const to = addresseeOf(desk.state, desk.world).member;
    write(view, { to: to.name, email: to.email, subject: desk.world.campaign.subject });
    reveal(view, '[data-has-email]', Boolean(to.email));
    reveal(view, '[data-no-email]', !to.email);
    view.querySelector('[data-email-text]').value = emailBody(desk.state.letter);
    drawSheet(view, desk.state.letter);
    drawLinks(view, desk);
    drawSaving(view, desk);
    startHandingOver();
  },
  texts: desk => spoken(desk.state.letter),
};

export const sure = {};
