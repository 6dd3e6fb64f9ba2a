// Postcodes: reads whatever a person typed; the twin of letterwriter/postcodes/postcode.py, whose
// answers it gives for any text. A place is {outward: 'M14', inward: '5TP'}, or with an empty
// inward the first half alone.

import { plain } from './plain.js';
import { halves } from './postcode_rules.js';
import { strip } from './spaces.js';

// A text that is no postcode. It keeps the mistake and never the text, which is private.
export class NotAPostcode extends Error {
  constructor(mistake) {
    super(mistake);
    this.mistake = mistake;
  }
}

const LIKELY = { O: 'O0', 0: '0O', I: 'I1', 1: '1I' }; // taken for each other, by anybody
// These as well, by a slip or in handwriting, though no 1 is meant for an L.
const POSSIBLE = Object.assign(
  { L: 'L1', S: 'S5', 5: '5S', Z: 'Z2', 2: '2Z', B: 'B8', 8: '8B', G: 'G6', 6: '6G' },
  LIKELY,
);
const SHAPE = /^([A-Z]{1,2})\d[A-Z\d]?(?:\d[A-Z]{2})?$/;
const START_OF_INWARD = /^[\dOI][A-Z]?$/;
export const FORCES_NUMBER = /^BFPO\d{0,4}$/;
export const GIROBANK = ['GIR', '0AA']; // the one that breaks the rules
export const FORCES_POST = { outward: 'BF1', inward: '' }; // for which a BFPO number stands
const LONGEST_TEXT = 100; // characters: room for any spacing, none for an essay
const LONGEST_POSTCODE = 7;
const LONGEST_HALF = 4;

export const display = place => (place.inward ? `${place.outward} ${place.inward}` : place.outward);

// All but the last two letters: 'M14 5'.
export const sectorOf = place => `${place.outward} ${place.inward[0]}`;

// The letters that a first half begins with: 'M' of 'M14'.
export const areaOf = outward => /^[A-Z]{1,2}/.exec(outward)[0];

// What kind of place it is for: 'great-britain', 'northern-ireland', 'jersey' ...
export function territoryOf(place, rules) {
  return rules.territories[areaOf(place.outward)] || 'great-britain';
}

// The one reading of this half that is known; empty where there is none, or more than one.
export function meant(half, isKnown, alike = LIKELY) {
  if (isKnown(half)) return half;
  if (half.length > LONGEST_HALF) return '';
  let readings = [''];
  half.split('').forEach(letter => {
    const letters = (alike[letter] || letter).split('');
    readings = [].concat(...readings.map(start => letters.map(end => start + end)));
  });
  const known = readings.filter(isKnown);
  return known.length === 1 ? known[0] : '';
}

// Whether a second half may begin so.
export const isUnfinished = half => START_OF_INWARD.test(half);

// The first half of what is a postcode but for its last letter or two; '' elsewhere.
function startOf(compact, isOutward) {
  return [1, 2]
    .filter(length => isUnfinished(compact.slice(-length)))
    .map(length => meant(compact.slice(0, -length), isOutward))
    .find(half => half) || '';
}

// The first half where that is all there is, or where the second half is unfinished.
function outwardOfPart(words, isOutward) {
  if (words.length === 2 && isUnfinished(words[1])) return meant(words[0], isOutward);
  const compact = words.join('');
  return meant(compact, isOutward) || startOf(compact, isOutward);
}

// The two halves of the one postcode that these look like; null where there is none. Only one of
// them may hold what is merely possible ('M14 STP'), and not where all are letters, one is a number
// or a word, or both are the start of a postcode ('M14 5T'): nobody meant that.
export function meantHalves([outward, inward], { isOutward, isInward, isWord }) {
  if (outward.replace('1', 'I') + inward.replace('O', '0') === GIROBANK.join('')) return GIROBANK;
  let first = meant(outward, isOutward);
  let second = meant(inward, isInward);
  const compact = outward + inward;
  const isOther = /^[A-Z]+$/.test(compact) || /^\d+$/.test(outward) || /^\d+$/.test(inward)
    || isWord(inward) || startOf(compact, isOutward);
  if (!(first && second) && !isOther) {
    first = first || (second && meant(outward, isOutward, POSSIBLE));
    second = second || (first && meant(inward, isInward, POSSIBLE));
  }
  return first && second ? [first, second] : null;
}

function mistakeIn(compact, isArea) {
  if (!compact) return 'empty';
  if (/^[A-Z]+$/.test(compact)) return 'only-letters';
  if (/^\d+$/.test(compact)) return 'only-digits';
  if (compact.length > LONGEST_POSTCODE) return 'too-long';
  const shaped = SHAPE.exec(compact);
  return shaped && !isArea(shaped[1]) ? 'unknown-area' : 'not-a-postcode';
}

// A reader of postcodes by the bundle's rules: parse(text) gives a place, or throws NotAPostcode
// and nothing else whatever the text. The start of a postcode ('M14 5') counts as its first half.
export function parser(rules) {
  const known = halves(rules);
  const { isOutward, isInward, isArea } = known;

  function parseUnusual(text) {
    // Characters count whole, as in Python; each is one or two of JavaScript's.
    if (text.length > 2 * LONGEST_TEXT || Array.from(text).length > LONGEST_TEXT) {
      throw new NotAPostcode('too-long');
    }
    const letters = plain(text);
    if (letters === null) throw new NotAPostcode('odd-characters');
    const words = letters.split(' ').filter(word => word);
    const compact = words.join('');
    if (FORCES_NUMBER.test(compact)) return FORCES_POST;
    const whole = meantHalves([compact.slice(0, -3), compact.slice(-3)], known);
    if (whole) return { outward: whole[0], inward: whole[1] };
    const part = outwardOfPart(words, isOutward);
    if (part) return { outward: part, inward: '' };
    throw new NotAPostcode(mistakeIn(compact, isArea));
  }

  return function parse(text) {
    const compact = text.toUpperCase().replace(/ /g, '');
    const outward = compact.slice(0, -3);
    const inward = compact.slice(-3);
    if (isOutward(outward) && isInward(inward)) return { outward, inward };
    return parseUnusual(strip(text));
  };
}
