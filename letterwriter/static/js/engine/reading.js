// Which postcodes a text holds: the twin of letterwriter/postcodes/typed/reading.py, which says in what
// order readings count.

import { APART, plain, wordsIn } from './plain.js';
import {
  FORCES_NUMBER,
  FORCES_POST,
  GIROBANK,
  NotAPostcode,
  isUnfinished,
  meant,
  meantHalves,
  parser,
} from './postcode.js';
import { halves as halvesBy } from './postcode_rules.js';
import { split } from './spaces.js';

const LONGEST_TEXT = 2000; // characters: an address on an envelope and more, no essay
const SHORTEST = 5; // postcode without its space
const LONGEST = 7;
const MOST_PIECES = 4; // that one postcode may be in: 'M 14 5 TP'
const UNFINISHED = 2; // letters of a second half, at most: 'M14 5T'
const ORDINALS = ['ST', 'ND', 'RD', 'TH']; // 'Flat E1, 1st floor'

const isOrdinal = ([, inward]) => ORDINALS.includes(inward.slice(1));
const hasLength = length => length >= SHORTEST && length <= LONGEST;
const inTwo = whole => [whole.slice(0, -3), whole.slice(-3)];

// Whether the text is this place, but for case and white space. The first half may go on as a second
// one does ('M14 5T'); a BFPO number is its own place.
export function isAsTyped(place, text) {
  const { outward, inward } = place;
  const letters = split(text).join('').toUpperCase();
  if (inward) return letters === outward + inward;
  const rest = letters.slice(outward.length);
  return (letters.startsWith(outward) && (!rest || isUnfinished(rest))) || place === FORCES_POST;
}

// Whether its very letters are there, whatever is between them.
function isSpelt({ outward, inward }, text) {
  return split(plain(text) || '').join('') === outward + inward;
}

function different(found) {
  const byText = new Map(found.map(([outward, inward]) => [outward + inward, { outward, inward }]));
  return Array.from(byText.values());
}

// What could be the two halves of a postcode: one word, or two that follow on each other.
function halvesIn(all) {
  const words = all.filter(word => word !== APART);
  return [].concat(...words.map((word, at) => {
    const pair = [word, words[at + 1] || ''];
    return hasLength(word.length) ? [inTwo(word), pair] : [pair];
  }));
}

// The same of words that begin here, with spaces between them and nothing else. A space may be in
// the wrong place ('M1 45TP'). Where there are more, one must be in the right.
function runs(words) {
  const apart = words.indexOf(APART);
  const ends = [];
  const found = [];
  words.slice(0, apart < 0 ? words.length : apart).forEach((word, index) => {
    const end = word.length + (index ? ends[index - 1] : 0);
    ends.push(end);
    if (hasLength(end) && (index === 1 || ends.includes(end - 3))) {
      found.push(inTwo(words.slice(0, index + 1).join('')));
    }
  });
  return found;
}

// Words that could be a district by itself: not after 'Flat', nor before a broken second half. A
// motorway is none either, and 'the M14 area' is.
function loneWords(words, { before_a_number: rooms, motorway, of_a_district: area }) {
  return words.filter((word, at) => {
    const before = words[at - 1] || APART;
    const after = words[at + 1] || APART;
    const isBroken = /^\d/.test(after) && !/^\d+$/.test(after) && after.length > UNFINISHED
      && !ORDINALS.includes(after.slice(-2));
    const isMotorway = /^M\d+$/.test(word)
      && ((before === 'THE' && !area.includes(after)) || motorway.includes(after));
    return !rooms.includes(before) && !isBroken && !isMotorway;
  });
}

const isTooLong = text => text.length > 2 * LONGEST_TEXT || Array.from(text).length > LONGEST_TEXT;

// A reader of texts by the bundle's rules: {parse, read, holdsPlace}. read(text) gives what a text means: one
// place as a rule, several where it has different postcodes; it throws NotAPostcode, and nothing
// else whatever the text, where there is none.
export function reader(rules) {
  const parse = parser(rules);
  const known = halvesBy(rules);
  const { isOutward, isInward } = known;
  const isKnown = ([outward, inward]) => (isOutward(outward) && isInward(inward))
    || (outward === GIROBANK[0] && inward === GIROBANK[1]);

  function exact(words) {
    const found = halvesIn(words).filter(isKnown);
    const likely = found.filter(halves => !isOrdinal(halves));
    return different(likely.length ? likely : found);
  }

  function withLookAlikes(words) {
    const read = halvesIn(words)
      .filter(([outward, inward]) => /\d/.test(outward + inward) && !known.isWord(inward))
      .map(halves => meantHalves(halves, known));
    return different(read.filter(halves => halves && !isOrdinal(halves)));
  }

  function joined(words) {
    const read = [].concat(...words.map((_, at) => runs(words.slice(at, at + MOST_PIECES))));
    return different(read.filter(halves => isKnown(halves) && !isOrdinal(halves)));
  }

  function districts(words) {
    const read = loneWords(words, rules.words)
      .filter(word => !/^[A-Z]*$/.test(word))
      .map(word => meant(word, isOutward));
    return Array.from(new Set(read.filter(Boolean))).map(outward => ({ outward, inward: '' }));
  }

  function amongOthers(text) {
    if (isTooLong(text)) return [];
    const words = wordsIn(text);
    const found = [exact, joined, withLookAlikes].map(how => how(words)).find(one => one.length);
    if (found) return found;
    return words.some(word => FORCES_NUMBER.test(word)) ? [FORCES_POST] : districts(words);
  }

  function read(text) {
    let alone;
    try {
      alone = parse(text);
    } catch (error) {
      const found = error instanceof NotAPostcode ? amongOthers(text) : [];
      if (found.length) return found;
      throw error;
    }
    if (!alone.inward || isSpelt(alone, text)) return [alone];
    const found = exact(wordsIn(text)); // '1 M14 5TP' is no postcode in IM14
    return found.length ? found : [alone];
  }

  // Whether a text that should be a name is a postcode, or holds one: names have no digits.
  function holdsPlace(text) {
    if (!/\p{Nd}/u.test(text)) return false;
    try {
      return Boolean(read(text));
    } catch (error) {
      if (error instanceof NotAPostcode) return false;
      throw error;
    }
  }

  return { parse, read, holdsPlace };
}
