// The word count and the share of own words, kept up to date while the writer types.

import { ownWords } from './own_words.js';

function paragraphs() {
  return Array.from(document.querySelectorAll('[data-template]')).map(part => {
    const box = part.matches('textarea') ? part : part.querySelector('textarea');
    return {
      text: box ? box.value : '',
      template: part.getAttribute('data-template'),
      removed: Boolean(part.closest('[data-removed]')),
    };
  });
}

function update(part) {
  const count = ownWords(paragraphs());
  const sentence = part.getAttribute(count.total ? 'data-sentence' : 'data-empty');
  const line = part.querySelector('[data-meter-sentence]');
  const said = sentence.replace(/\{(percent|own|total)\}/g, (slot, name) => count[name]);
  if (line.textContent !== said) line.textContent = said;
  part.querySelector('meter').value = count.percent;
}

export function startMeters() {
  const parts = document.querySelectorAll('[data-meter]');
  const updateAll = () => parts.forEach(update);
  if (!parts.length) return;
  updateAll();
  document.addEventListener('input', updateAll);
  window.addEventListener('pageshow', updateAll);
}
