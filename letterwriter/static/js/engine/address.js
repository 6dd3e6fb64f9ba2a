// An address as it stands in a letter: the twin of letterwriter/postcodes/typed/address.py, which says
// what becomes of it.

import { plain } from './plain.js';
import { NotAPostcode, areaOf, display } from './postcode.js';
import { split } from './spaces.js';

const MOST_LINES = 10; // of a letter's block: name, address, postcode, email, phone
const MOST_PARTS = 60; // what is beyond them stays in one line

const BETWEEN = /[,;|\n，、،؛]/;
const EDGES = ' .:-–—_*/\\=+'; // of a part: they belong to nothing, or to what was taken out
const OPEN = '([{<';
const CLOSED = ')]}>';
const EMPTY_PAIRS = /\( *\)|\[ *\]|\{ *\}|< *>/g;
const HOUSE_NUMBER = /^(?:(?:no|nr)\.? ?|# ?)?[0-9]+ ?[a-z]?(?: ?[-–/&] ?[0-9]+ ?[a-z]?)?$/i;
const NOTHING = new RegExp( // what people put into a box that they cannot fill
  '^(?:n/?a|none|nil|no|not known|unknown|(?:(?:the )?same )?(?:as )?above|see above|same'
  + '|.*post ?code.*)$',
  'i',
);
const COUNTRIES = [ // by their letters alone
  'uk', 'gb', 'gbr', 'ni', 'unitedkingdom', 'theunitedkingdom', 'unitedkingdomuk',
  'greatbritain', 'britain', 'unitedkingdomofgreatbritainandnorthernireland',
  'england', 'scotland', 'wales', 'cymru', 'northernireland', 'nireland',
];
const LONGEST_COUNTRY = 8; // words
const OF_A_NAME = [ // before what is a country elsewhere: 'Bank of England', 'Unit GB'
  'of', 'the', 'new', 'little', 'old', 'in', 'north', 'south', 'east', 'west', 'mid',
  'central', 'flat', 'unit', 'block', 'room', 'suite',
];
const VILLAGES = { wales: 'S' }; // and the area of postcodes in which it is one
const WORDLY = /[\p{L}\p{N}\p{S}]/u;
const LETTER = /\p{L}/u;
const ALNUM = /[\p{L}\p{N}]/u;

const SAME = { O: '0', I: '1' }; // which reading takes for one another
const ELSE = /[^A-Z0-9]+/g;
const UNSEEN = '\0'; // stands for a mark on a letter or a character that takes no room
const MARK = /^[\p{Mn}\p{Me}]$/u;
const LABEL = /(?:(?:my |home ){0,2}post ?code(?: is)?|\bzip(?: code)?)[ \n,:=.-]*$/i;
const RUN_ON_BEFORE = /^[a-z]{2}[A-Z]$/; // two lines pasted into one: 'ManchesterM14 5TPUnited'
const RUN_ON_AFTER = /^[A-Z0-9][A-Z][a-z]{2}$/;

const folded = letters => letters.replace(/[OI]/g, letter => SAME[letter]);
const length = text => Array.from(text).length;

function plainCharacter(character) {
  const letters = plain(character);
  if (letters === '' || MARK.test(character)) return UNSEEN;
  return letters && letters.length === 1 ? folded(letters) : ' ';
}

function standsAlone(characters, first, end) {
  const isWord = at => ALNUM.test(characters[at] || '');
  const runOn = first > 1 && RUN_ON_BEFORE.test(characters.slice(first - 2, first + 1).join(''));
  const runsOn = RUN_ON_AFTER.test(characters.slice(end - 1, end + 3).join(''));
  return (!isWord(first - 1) || runOn) && (!isWord(end) || runsOn);
}

// From where to where its letters stand, in any case and with anything between them.
function placesIn(characters, { outward, inward }) {
  const letters = folded(outward + inward);
  const line = characters.map(plainCharacter).join('');
  if (!line.replace(ELSE, '').includes(letters)) return [];
  const pattern = new RegExp(`${letters.split('').join('[^A-Z0-9]*')}\\0*`, 'g');
  const places = [];
  for (let found = pattern.exec(line); found; found = pattern.exec(line)) {
    const end = found.index + found[0].length;
    if (standsAlone(characters, found.index, end)) places.push([found.index, end]);
    else pattern.lastIndex = found.index + 1;
  }
  return places;
}

// The text with a line end wherever this postcode stood, its label taken along.
function withoutPostcode(text, place) {
  const characters = Array.from(text.replace(/%20/g, ' '));
  let kept = '';
  let start = 0;
  placesIn(characters, place).forEach(([first, end]) => {
    kept += `${characters.slice(start, first).join('').replace(LABEL, '')}\n`;
    start = end;
  });
  return kept + characters.slice(start).join('');
}

// A text without these characters round it.
function stripped(text, before, after) {
  let start = 0;
  let end = text.length;
  while (start < end && before.includes(text[start])) start += 1;
  while (end > start && after.includes(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

function tidied(part) {
  const line = split(part.replace(EMPTY_PAIRS, ' ')).join(' ');
  return stripped(line, EDGES + CLOSED, EDGES + OPEN);
}

function partsOf(text) {
  const parts = text.split(BETWEEN).map(tidied).filter(part => WORDLY.test(part));
  const rest = parts.slice(MOST_PARTS).join(', ');
  return parts.slice(0, MOST_PARTS).concat(rest || []);
}

function beforeCountry(part, place) {
  const words = split(part);
  for (let count = Math.min(words.length, LONGEST_COUNTRY); count; count -= 1) {
    const letters = Array.from(words.slice(-count).join('')).filter(letter => ALNUM.test(letter));
    const country = letters.join('').toLowerCase();
    if (COUNTRIES.includes(country)) {
      if (place && VILLAGES[country] === areaOf(place.outward)) return part;
      const rest = tidied(words.slice(0, -count).join(' '));
      const isName = rest && OF_A_NAME.includes(words[words.length - count - 1].toLowerCase());
      return isName || HOUSE_NUMBER.test(rest) ? part : rest;
    }
  }
  return part;
}

// The parts without the country that they end with, also where it is named twice.
function withoutCountry(parts, place) {
  let left = parts;
  while (left.length) {
    const last = left[left.length - 1];
    const rest = beforeCountry(last, place);
    if (rest === last) return left;
    left = left.slice(0, -1).concat(rest || []);
  }
  return left;
}

// The parts with a house's number joined to what follows: '14', 'High Street'.
function withTheirStreet(parts) {
  const lines = [];
  let number = '';
  parts.forEach(part => {
    const between = /^[0-9]/.test(part) ? ', ' : ' ';
    const joined = number ? number + between + part : part;
    number = HOUSE_NUMBER.test(part) ? joined : '';
    if (!number) lines.push(joined);
  });
  if (!number) return lines;
  return lines.length ? lines.slice(0, -1).concat(`${lines[lines.length - 1]} ${number.replace(/, /g, ' ')}`) : [number];
}

// The parts in so many lines at most: the shortest neighbours share one.
function inLines(parts, most) {
  const lines = parts.slice();
  while (lines.length > most) {
    const pairs = lines.slice(1).map((line, at) => length(line) + length(lines[at]));
    const at = pairs.indexOf(Math.min(...pairs));
    lines.splice(at, 2, `${lines[at]}, ${lines[at + 1]}`);
  }
  return lines;
}

// A reader of addresses by a reader of postcodes, `read`: readAddress(typed, box, name, others) is
// {lines, postcode}. `others` counts the other lines of the block.
export function addressReader(read) {
  function found(text) {
    try {
      return text ? read(text) : [];
    } catch (error) {
      if (error instanceof NotAPostcode) return [];
      throw error;
    }
  }

  function onlyPlace(text) {
    const [place, another] = found(text);
    return place && place.inward && !another ? place : null;
  }

  // What a box holds that is no whole postcode: the first half of one, or some words.
  function asTyped(box) {
    const line = stripped(split(box).join(' '), `${EDGES},;`, `${EDGES},;`);
    if (NOTHING.test(line)) return '';
    return found(line).some(place => !place.inward) ? line.toUpperCase() : line;
  }

  // What the postcode's box holds of the address besides: a town, say.
  function beside(box, place, isOfBox) {
    const rest = withoutPostcode(box, place);
    const [half, another] = found(box);
    const isHalf = half && !another && !half.inward && half.outward === place.outward;
    if ((isOfBox && rest === box) || isHalf) return [];
    return partsOf(rest).filter(part => LETTER.test(part) && !OPEN.includes(part[0]) && !NOTHING.test(part));
  }

  return function readAddress(typed, box, name, others) {
    const place = onlyPlace(box);
    const known = place || (found(box).length > 1 ? null : onlyPlace(typed));
    let parts = partsOf(known ? withoutPostcode(typed, known) : typed);
    if (known) {
      parts = parts.concat(beside(box, known, Boolean(place)).filter(part => !parts.includes(part)));
    }
    const postcode = known ? display(known) : asTyped(box);
    while (parts.length > 1 && parts[0].toLowerCase() === name.toLowerCase()) parts = parts.slice(1);
    const lines = withTheirStreet(withoutCountry(parts, known));
    return { lines: inLines(lines, MOST_LINES - others - (postcode ? 1 : 0)), postcode };
  };
}
