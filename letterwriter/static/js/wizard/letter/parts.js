// The parts of a letter that can be changed, each by its key: "sender" and the like, and a
// paragraph by its number, "0" for the first.

import { clean, cleanLine } from '../../engine/cleaning.js';
import { replaced } from '../../engine/editing.js';
import { body } from '../../engine/letter.js';
import { stripEnd } from '../../engine/spaces.js';
import { withComma } from '../../engine/text.js';

export const AROUND = ['sender', 'date', 'recipient', 'salutation', 'close', 'name']; // the paragraphs

const BLOCKS = ['sender', 'recipient'];
const WITH_COMMA = ['salutation', 'close']; // on paper

const lines = text => clean(text).split('\n').map(line => line.trim()).filter(line => line);

// What the box of a part holds.
export function boxText(letter, key) {
  if (BLOCKS.includes(key)) return letter[key].join('\n');
  return AROUND.includes(key) ? letter[key] : letter.paragraphs[key].text;
}

// The texts that stand on paper for a part: a blank line in a paragraph makes two of it.
export function printed(letter, key) {
  if (!AROUND.includes(key)) return body({ paragraphs: [letter.paragraphs[key]] });
  const text = boxText(letter, key);
  return [WITH_COMMA.includes(key) ? withComma(text) : text].filter(words => words);
}

function paragraphsWith(paragraphs, index, text) {
  const words = clean(text);
  const now = paragraphs[index];
  return words === now.text ? paragraphs : replaced(paragraphs, index, Object.assign({}, now, { text: words }));
}

function around(key, text) {
  if (BLOCKS.includes(key)) return lines(text);
  return WITH_COMMA.includes(key) ? stripEnd(cleanLine(text), ',') : cleanLine(text);
}

// The letter with what somebody typed into the box of a part.
export function withText(letter, key, text) {
  const changed = AROUND.includes(key)
    ? { [key]: around(key, text) } : { paragraphs: paragraphsWith(letter.paragraphs, Number(key), text) };
  return Object.assign({}, letter, changed);
}
