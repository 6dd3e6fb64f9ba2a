// On paper: printed from this page, or as a file.

import { asText } from '../../engine/text.js';
import { savePlain, saveDocument } from '../documents.js';
import { drawSheet, spoken } from '../letter/sheet.js';

// A TypeError is the browser's word for a server that it cannot reach.
const reasonOf = fault => (fault instanceof TypeError ? 'unreached' : 'refused');

function startDocuments(view, wizard, done) {
  const status = view.querySelector('[data-document-status]');
  const say = what => { status.textContent = status.getAttribute(`data-${what}`); };
  view.querySelectorAll('[data-document]').forEach(button => button.addEventListener('click', () => {
    say('busy');
    const layout = view.querySelector('[name="layout"]:checked').value;
    saveDocument(button.getAttribute('data-document'), wizard.state, wizard.world, layout)
      .then(() => { done(); say('made'); }, fault => say(reasonOf(fault)));
  }));
  view.querySelector('[data-plain]').addEventListener('click', () => {
    savePlain(asText(wizard.state.letter));
    done();
    say('made');
  });
}

export const print = {
  draw(view, wizard) {
    const done = () => { wizard.state.handedOver = true; };
    drawSheet(view, wizard.state.letter);
    startDocuments(view, wizard, done);
    view.querySelector('[data-print]').addEventListener('click', () => {
      done();
      window.print();
    });
    view.querySelector('[data-done]').addEventListener('click', () => wizard.go('done'));
  },
  texts: wizard => spoken(wizard.state.letter),
};
