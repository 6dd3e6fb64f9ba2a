// Draws the parts of a letter: the words as they stand on paper, and a box to change them in.

import { STORY, OWN } from '../../engine/letter.js';
import { list, reveal, setWords, write } from '../draw.js';
import { AROUND, boxText, printed } from './parts.js';

export const keyOf = part => part.getAttribute('data-part');
export const partOf = (view, key) => view.querySelector(`[data-part="${key}"]`);
export const boxOf = part => part.querySelector('textarea, input');

// A box is as high as its twin, which holds the same words.
export function fitBox(part) {
  const twin = part.querySelector('.grow-copy');
  if (twin) twin.textContent = boxOf(part).value;
}

// The words of a part, and what is said in their place where there are none.
export function drawWords(part, letter) {
  const key = keyOf(part);
  const texts = printed(letter, key);
  const place = part.querySelector('.part-words');
  place.textContent = '';
  texts.forEach(text => {
    const words = document.createElement('p');
    if (part.classList.contains('paragraph')) words.className = 'sheet-paragraph';
    setWords(words, text);
    place.appendChild(words);
  });
  reveal(part, '.part-empty', !texts.length && !part.classList.contains('removed'));
}

function drawPart(part, letter, mode) {
  const box = boxOf(part);
  box.value = boxText(letter, keyOf(part));
  box.spellcheck = mode !== 'stall'; // some browsers ask their maker about spelling
  fitBox(part);
  drawWords(part, letter);
}

// Whether a paragraph that stands is among these.
const anyStands = paragraphs => paragraphs.some(paragraph => !paragraph.removed);

function drawParagraph(part, { letter }, index) {
  const all = letter.paragraphs;
  const { kind, removed } = all[index];
  const label = part.querySelector('label');
  part.setAttribute('data-part', index);
  part.setAttribute('aria-label', label.textContent);
  part.classList.add(kind);
  part.classList.toggle('removed', removed);
  boxOf(part).id = `part-${index}`;
  label.htmlFor = `part-${index}`;
  reveal(part, '.part-removed', removed);
  reveal(part, '[data-do="another"]', kind !== STORY && kind !== OWN);
  reveal(part, '[data-do="up"]', anyStands(all.slice(0, index)));
  reveal(part, '[data-do="down"]', anyStands(all.slice(index + 1)));
}

function drawParagraphs(view, wizard) {
  const { state, mode } = wizard;
  const names = view.querySelector('[data-list="paragraphs"]');
  const items = state.letter.paragraphs.map(({ kind }, index) => (
    { name: names.getAttribute(`data-name-${kind}`), number: String(index + 1) }
  ));
  list(view, 'paragraphs', items, (part, item, index) => {
    write(part, item);
    drawParagraph(part, state, index);
    drawPart(part, state.letter, mode);
  });
}

export function drawParts(view, wizard) {
  drawParagraphs(view, wizard);
  AROUND.forEach(key => drawPart(partOf(view, key), wizard.state.letter, wizard.mode));
}
