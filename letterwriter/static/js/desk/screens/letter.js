// The letter on its sheet: every part can be changed.

import { advise, adviceWords } from '../../engine/advice.js';
import { clean, cleanLine } from '../../engine/cleaning.js';
import { added, moved, removed, replaced } from '../../engine/editing.js';
import { body, isEdited } from '../../engine/letter.js';
import { fill } from '../../engine/passage.js';
import { withComma } from '../../engine/text.js';
import { growIn } from '../../grow.js';
import { ownWords } from '../../own_words.js';
import { list, reveal, write } from '../draw.js';
import { addresseeOf, composerOf, withLetter, withStoriesBack } from '../state.js';

const PAUSE = 600; // ms after the last key: advice that comes and goes while typing is no help
const BLOCKS = ['sender', 'recipient'];
const LINES = ['date', 'salutation', 'close', 'name'];
const lines = text => clean(text).split('\n').map(line => line.trim()).filter(line => line);

let timer = 0;

// What of a letter stands on paper, by the names that the sheet's template has.
function sheetValues(letter) {
  return {
    sender: letter.sender.join('\n'),
    date: letter.date,
    recipient: letter.recipient.join('\n'),
    salutation: withComma(letter.salutation),
    close: withComma(letter.close),
    name: letter.name,
  };
}

export function drawSheet(view, letter) {
  const sheet = view.querySelector('.sheet');
  write(sheet, sheetValues(letter));
  list(sheet, 'body', body(letter).map(text => ({ text })));
}

// The letter's words, to be read aloud.
export function spoken(letter) {
  return [letter.salutation, ...body(letter), letter.close, letter.name];
}

// Shows what is worth a look, or of that only what should not travel: numbers, names, places.
export function drawAdvice(view, desk, onlyPlaces) {
  const items = advise(desk.state.letter, desk.world).filter(item => !onlyPlaces || item.paragraph !== null);
  reveal(view, '[data-advice]', items.length > 0);
  list(view, 'advice', items.map(item => ({ words: adviceWords(item, desk.world) })), (element, _, index) => {
    const button = element.querySelector('[data-go-to]');
    if (!button || items[index].paragraph === null) return;
    button.hidden = false;
    button.addEventListener('click', () => view.querySelectorAll('.paragraph')[items[index].paragraph].focus());
  });
}

function drawMeter(view, letter) {
  const count = ownWords(letter.paragraphs);
  const words = view.querySelector('[data-meter-words]');
  words.textContent = fill(words.getAttribute(count.total ? 'data-some' : 'data-none'), count);
  view.querySelector('[data-meter-bar]').value = count.percent;
}

function say(view, what) {
  view.querySelector('[data-said]').textContent = view.querySelector('[data-said]').getAttribute(`data-${what}`) || '';
}

const EDITS = {
  up: (all, index) => moved(all, index, -1),
  down: (all, index) => moved(all, index, 1),
  remove: (all, index) => removed(all, index),
  'put-back': (all, index) => removed(all, index, true),
  add: (all, index) => added(all, index),
  another: (all, index, made) => replaced(all, index, made.anotherWay(all[index])),
};

function edit(view, desk, what, index) {
  letter.keep(view, desk);
  const all = desk.state.letter.paragraphs;
  if (what === 'another' && isEdited(all[index])) {
    reveal(view.querySelectorAll('.paragraph')[index], '[data-asking]', true);
    return;
  }
  const name = what === 'replace' ? 'another' : what;
  const paragraphs = name in EDITS ? EDITS[name](all, index, composerOf(desk.state, desk.world)) : all;
  desk.state.letter = Object.assign({}, desk.state.letter, { paragraphs });
  drawParagraphs(view, desk);
  say(view, name);
  const place = paragraphs.indexOf(all[index]);
  view.querySelectorAll('.paragraph')[place < 0 ? index : place].focus();
}

function drawParagraph(element, view, desk, index) {
  const all = desk.state.letter.paragraphs;
  const paragraph = all[index];
  const names = view.querySelector('[data-list="paragraphs"]');
  const name = names.getAttribute(`data-name-${paragraph.kind}`);
  write(element, { name });
  element.classList.add(paragraph.kind);
  element.classList.toggle('removed', paragraph.removed);
  element.setAttribute('aria-label', `${index + 1}: ${name}`);
  reveal(element, '[data-standing]', !paragraph.removed);
  reveal(element, '[data-removed]', paragraph.removed);
  reveal(element, '[data-do="another"]', !['story', 'own'].includes(paragraph.kind));
  reveal(element, '[data-do="up"]', index > 0);
  reveal(element, '[data-do="down"]', index < all.length - 1);
  const box = element.querySelector('textarea');
  box.value = paragraph.text;
  box.spellcheck = desk.mode !== 'stall'; // some browsers ask their maker about spelling
  element.querySelector('[data-label]').textContent = `${index + 1}: ${name}`;
  element.querySelectorAll('[data-do]').forEach(button =>
    button.addEventListener('click', () => edit(view, desk, button.getAttribute('data-do'), index)));
}

function label(view) {
  view.querySelectorAll('[data-label]').forEach((part, place) => {
    const box = part.parentElement.querySelector('textarea, input');
    box.id = `part-${place}`;
    part.htmlFor = box.id;
  });
}

function drawParagraphs(view, desk) {
  list(view, 'paragraphs', desk.state.letter.paragraphs, (element, _, index) => drawParagraph(element, view, desk, index));
  label(view);
  growIn(view);
  drawMeter(view, desk.state.letter);
  drawAdvice(view, desk);
}

export const letter = {
  draw(view, desk) {
    desk.state = withLetter(desk.state, desk.world);
    const shown = desk.state.letter;
    write(view, { to: addresseeOf(desk.state, desk.world).member.name });
    BLOCKS.forEach(part => { view.querySelector(`[data-part="${part}"]`).value = shown[part].join('\n'); });
    LINES.forEach(part => { view.querySelector(`[data-part="${part}"]`).value = shown[part]; });
    drawParagraphs(view, desk);
    view.querySelector('form').addEventListener('input', () => {
      letter.keep(view, desk);
      drawMeter(view, desk.state.letter);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => { if (desk.at === 'letter') drawAdvice(view, desk); }, PAUSE);
    });
  },
  keep(view, desk) {
    const boxes = view.querySelectorAll('[data-list="paragraphs"] textarea');
    const now = desk.state.letter;
    const part = name => view.querySelector(`[data-part="${name}"]`).value;
    desk.state.letter = Object.assign({}, now, {
      sender: lines(part('sender')),
      recipient: lines(part('recipient')),
      date: cleanLine(part('date')),
      salutation: cleanLine(part('salutation')).replace(/,+$/, ''),
      close: cleanLine(part('close')).replace(/,+$/, ''),
      name: cleanLine(part('name')),
      paragraphs: now.paragraphs.map((paragraph, index) => {
        const text = clean(boxes[index].value);
        return text === paragraph.text ? paragraph : Object.assign({}, paragraph, { text });
      }),
    });
    desk.state = withStoriesBack(desk.state, desk.world);
  },
  take(view, desk) {
    letter.keep(view, desk);
    return '';
  },
  texts: desk => spoken(desk.state.letter),
};
