// Saving the letter. PDF and Word come from the server, so they need a network; plain text
// and a draft of an email do not.

import { siteAddress } from '../site.js';
import { answerFields, letterFields } from './fields.js';
import { markOf } from './left.js';

const NAME = 'letter-to-my-mp'; // says nothing of who wrote it

export function saveBlob(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60000); // old browsers read it late
}

export function savePlain(text) {
  saveBlob(new Blob([text], { type: 'text/plain;charset=utf-8' }), `${NAME}.txt`);
}

// A draft of an email; nothing is sent for it.
export function saveDraft(eml) {
  saveBlob(new Blob([eml], { type: 'message/rfc822' }), `${NAME}.eml`);
}

// An entry for a calendar, of the type that phones open with theirs.
export function saveReminder(entry) {
  saveBlob(new Blob([entry], { type: 'text/calendar;charset=utf-8' }), 'write-again.ics');
}

// Resolves once the document is there; rejects with the browser's TypeError where the server cannot
// be reached, and with another Error where it made none.
export function saveDocument(ending, wizard, layout) {
  const { state, world } = wizard;
  const form = new FormData();
  letterFields(state).concat(answerFields(state, world), [['layout', layout]], markOf(wizard)).forEach(pair => form.append(pair[0], pair[1]));
  return fetch(siteAddress(`letter.${ending}`), { method: 'POST', body: form }).then(answer => {
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    return answer.blob();
  }).then(blob => saveBlob(blob, `${NAME}.${ending}`));
}
