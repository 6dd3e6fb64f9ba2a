// On paper: printed from this page, or as a file.

import { asText } from '../../engine/text.js';
import { savePlain, saveDocument } from '../documents.js';
import { left, leftAsFile } from '../left.js';
import { drawSheet, spoken } from '../letter/sheet.js';

// A TypeError is the browser's word for a server that it cannot reach.
const reasonOf = fault => (fault instanceof TypeError ? 'unreached' : 'refused');

function startDocuments(view, wizard) {
  const status = view.querySelector('[data-document-status]');
  const say = what => { status.textContent = status.getAttribute(`data-${what}`); };
  view.querySelectorAll('[data-document]').forEach(button => button.addEventListener('click', () => {
    say('busy');
    const { state } = wizard;
    const layout = view.querySelector('[name="layout"]:checked').value;
    saveDocument(button.getAttribute('data-document'), wizard, layout)
      .then(() => { leftAsFile(wizard, state); say('made'); }, fault => say(reasonOf(fault)));
  }));
  view.querySelector('[data-plain]').addEventListener('click', () => {
    savePlain(asText(wizard.state.letter));
    left(wizard, 'plain');
    say('made');
  });
}

export const print = {
  draw(view, wizard) {
    drawSheet(view, wizard.state.letter);
    startDocuments(view, wizard);
    view.querySelector('[data-print]').addEventListener('click', () => {
      left(wizard, 'printed');
      window.print();
    });
    view.querySelector('[data-done]').addEventListener('click', () => wizard.go('done'));
  },
  texts: wizard => spoken(wizard.state.letter),
};
