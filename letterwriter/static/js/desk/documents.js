// Saving the letter. PDF and Word come from the server, so they need a network; plain text does not.

import { siteAddress } from '../site.js';
import { answerFields, letterFields } from './fields.js';

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

// Resolves once the document is there; rejects where the server cannot be reached.
export function saveDocument(ending, state, world) {
  const form = new FormData();
  letterFields(state).concat(answerFields(state, world)).forEach(pair => form.append(pair[0], pair[1]));
  return fetch(siteAddress(`letter.${ending}`), { method: 'POST', body: form }).then(answer => {
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    return answer.blob();
  }).then(blob => saveBlob(blob, `${NAME}.${ending}`));
}
