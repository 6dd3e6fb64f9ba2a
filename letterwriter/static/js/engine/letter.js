// A letter and its paragraphs are plain values that are never changed in place: the twin of
// letterwriter/letters/letter.py.
//
// letter: {sender, recipient: lines; date, salutation, close, name: words; paragraphs}
// paragraph: {kind, text, id, choice, template, removed, why}; `template` is what the campaign put
// there: a whole paragraph, the lead-in of a story, or nothing; `why` is the writer's own sentence
// at the head of a concern, empty where there is none.

import { strip } from './spaces.js';

export const OPENING = 'opening';
export const STORY = 'story'; // the writer's own words, in answer to a prompt
export const CONCERN = 'concern';
export const ASK = 'ask';
export const THANKS = 'thanks';
export const OWN = 'own'; // added by the writer on the letter itself

const SENTENCE_ENDS = '.!?…”’"\'»。！？۔؟।።'; // in the scripts that people write
const BLANK_LINES = /\n[ \t]*\n/;
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
  'October', 'November', 'December',
];

export function paragraphOf(kind, text, id = '', choice = [], template = '') {
  return { kind, text, id, choice, template, removed: false, why: '' };
}

// The words with a full stop, unless they end with a mark of their own.
export function asSentence(words) {
  return SENTENCE_ENDS.includes(words[words.length - 1]) ? words : `${words}.`;
}

// The campaign's words on a concern, with why it matters to the writer as first sentence.
export function headed(why, words) {
  return why ? `${asSentence(why)} ${words}` : words;
}

// Whether the writer has changed words that the campaign put there.
export function isEdited(paragraph) {
  const { kind, text, template, why } = paragraph;
  return kind !== STORY && kind !== OWN && text !== headed(why, template);
}

// The paragraphs that have not been taken out.
export function standing(letter) {
  return letter.paragraphs.filter(paragraph => !paragraph.removed);
}

// The texts to print: a blank line in what someone typed begins a new paragraph.
export function body(letter) {
  const texts = [];
  standing(letter).forEach(({ text }) => texts.push(...text.split(BLANK_LINES)));
  return texts.map(strip).filter(text => text);
}

// Whether it is a day as boxes for dates give it, '2026-03-02', and not the 30th of February.
export function isDay(typed) {
  if (!DAY.test(typed)) return false;
  const [year, month, date] = typed.split('-').map(Number);
  const day = new Date(Date.UTC(year, month - 1, date));
  return year > 0 && day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
}

// A day as letters have it, whether a box for dates gave it or somebody typed it in words.
export function saidDay(typed) {
  return isDay(typed) ? writtenDate(typed) : typed;
}

// A day as British letters have it: '2026-03-02' is "2 March 2026".
export function writtenDate(day) {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}
