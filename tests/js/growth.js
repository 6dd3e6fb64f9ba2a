// Whether functions grow with the length of a text, or with its square: the twin of
// tests/growth.py, with more patience, since a browser has no clock of the processor's own.

import { answersOf, oneLine } from '/static/js/engine/answers.js';
import { addressReader } from '/static/js/engine/address.js';
import { clean, cleanLine } from '/static/js/engine/cleaning.js';
import { isEmail } from '/static/js/engine/email.js';
import { reader } from '/static/js/engine/reading.js';
import { openSafety } from '/static/js/engine/safety.js';
import { asText } from '/static/js/engine/text.js';
import { words } from '/static/js/own_words.js';
import { square } from '/static/js/transfer/code.js';

const SHORT = 16000;
const LONG = 32000;
const MOST = 3; // times as long for twice the length: 2 is linear, 4 is square
const FLOOR = 50; // ms: what takes less is too short to compare
const CLEAR = 250; // ms: so long is measured well enough the first time

function best(work, length, tries) {
  let least = Infinity;
  for (let i = 0; i < tries && !(least > CLEAR && i); i += 1) {
    const text = work.textOf(length);
    const start = performance.now();
    work.does(text);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

function isLinear(work) {
  const inBounds = () => best(work, LONG, 4) <= MOST * best(work, SHORT, 4);
  return best(work, LONG, 2) <= FLOOR || [1, 2, 3, 4, 5, 6].some(inBounds);
}

const letter = text => ({
  sender: [text], date: '', recipient: [], salutation: text, close: text, name: text,
  paragraphs: [{ kind: 'own', text, id: '', choice: [], template: '', removed: false }],
});
const fields = text => ({
  name: text, address: text, postcode: text, email: text, phone: text, concernIds: ['delay'], whys: { delay: text },
  stories: [{ promptId: '', text, leadIn: false }],
});
const worlds = new Map(); // by rules: a world is opened once

function worldOf({ rules }) {
  const key = JSON.stringify(rules);
  if (!worlds.has(key)) worlds.set(key, { limits: { most_concerns: 3 }, readAddress: addressReader(reader(rules).read) });
  return worlds.get(key);
}

const ALL = {
  clean,
  cleanLine,
  oneLine,
  isEmail,
  words,
  answersOf: (text, bundle) => answersOf(fields(text), worldOf(bundle)),
  asText: text => asText(letter(text)),
  square,
  findings: (text, bundle) => openSafety(bundle).findings(text, '', text),
};

// The names of the functions that a run of something, with "x" after it, keeps too busy.
export function slow({ run, bundle }) {
  const textOf = length => `${run.repeat(Math.floor(length / run.length))}x`;
  return Object.keys(ALL).filter(name =>
    !isLinear({ textOf, does: text => ALL[name](text, bundle) }));
}
