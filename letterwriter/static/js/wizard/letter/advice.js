// What is said about a letter: first what is good about it, then what is worth a look.

import { advise, adviceWords, elsewhere } from '../../engine/advice.js';
import { fill } from '../../engine/passage.js';
import { praiseWords } from '../../engine/praise.js';
import { ownWords } from '../../own_words.js';
import { list, reveal } from '../draw.js';

const OF_SENDER = ['no-address', 'no-postcode', 'other-constituency'];
const SUGGESTIONS = ['too-long', 'no-story', 'few-own-words'];

export function drawPraise(view, wizard) {
  const part = view.querySelector('[data-praise]');
  part.textContent = praiseWords(wizard.state.letter, wizard.world);
  part.hidden = !part.textContent;
}

// The key of the part of the letter that advice is about; null where it is about all of it.
function partMeant({ topic, paragraph }) {
  return OF_SENDER.includes(topic) ? 'sender' : paragraph;
}

function all({ letter, code }, world) {
  return advise(letter, world, elsewhere(letter, code, world));
}

function drawItems(view, name, items, world) {
  reveal(view, `[data-${name}]`, items.length > 0);
  list(view, name, items.map(item => ({ words: adviceWords(item, world) })), (element, _, index) => {
    const button = element.querySelector('[data-go-to]');
    const key = partMeant(items[index]);
    if (!button || key === null) return;
    button.hidden = false;
    button.setAttribute('data-go-to', key);
  });
}

// Shows what is worth a look before the letter goes: what should not travel, such as numbers,
// names and places, and what an answer takes.
export function drawAdvice(view, { state, world }, onlyPlaces) {
  const items = all(state, world).filter(item => !SUGGESTIONS.includes(item.topic));
  drawItems(view, 'advice', items.filter(item => !onlyPlaces || item.paragraph !== null), world);
}

// Shows what would make it better still.
export function drawSuggestions(view, { state, world }) {
  const items = all(state, world).filter(item => SUGGESTIONS.includes(item.topic));
  drawItems(view, 'suggestions', items, world);
}

export function drawMeter(view, letter) {
  const count = ownWords(letter.paragraphs);
  const words = view.querySelector('[data-meter-words]');
  words.textContent = fill(words.getAttribute(count.total ? 'data-some' : 'data-none'), count);
  view.querySelector('[data-meter-bar]').value = count.percent;
}
