// What the characters of a typed postcode stand for, by the same categories as Python's
// unicodedata: old iPads know them too, in patterns with the u flag. The twin of
// letterwriter/postcodes/typed/characters.py.

import { SPACES, split } from './spaces.js';

const DECIMAL = /^\p{Nd}$/u;
const IGNORED = /^\p{Cf}$/u; // zero-width spaces, soft hyphens, direction marks
const PUNCTUATION = /^\p{P}$/u;
const ASCII = /^[A-Za-z0-9]$/;
const MARKS = [/^\p{Mn}$/u, /^\p{Me}$/u]; // on a letter, or such as make an emoji of it
const CONTROL = /^\p{Cc}$/u;
const BROKEN = '?'; // stands for what no keyboard makes, and spoils the word that it is in
const JOINS = [/^\p{Zs}$/u, /^\p{Pd}$/u, /^[\t.]$/];
export const APART = ','; // stands for what parts words more than a space does
const COUNTRIES = 'UK|GB|ENGLAND|SCOTLAND|WALES|UNITED|GREAT|NORTHERN';
// The same in capitals, where what follows cannot be a part of one: "UKM14", "5TPM14 5TP", "5TPUK".
const GLUED = [
  new RegExp(`(^|[^A-Z0-9])(${COUNTRIES})([A-Z]{1,2}[0-9])`, 'g'),
  /()([0-9][A-Z]{2})([A-Z]{1,2}[0-9])/g,
  new RegExp(`()([0-9][A-Z]{2})((?:${COUNTRIES})(?![0-9]))`, 'g'),
];

// Cyrillic and Greek capitals that look like Latin ones, in their order in Unicode.
const LOOK_ALIKE = '\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425'
  + '\u0474\u04c0\u051a\u051c'
  + '\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7';
const LATIN = 'SIJABEKMHOPCTYXVIQWABEZHIKMNOPTYX';

// The value of a decimal digit of any script. Unicode keeps them in runs of ten from nought on,
// some of which follow on each other.
function digit(character) {
  const code = character.codePointAt(0);
  let start = code;
  while (DECIMAL.test(String.fromCodePoint(start - 1))) start -= 1;
  return String((code - start) % 10);
}

function plainCharacter(character) {
  if (ASCII.test(character)) return character;
  if (DECIMAL.test(character)) return digit(character); // of an Arabic or Bengali keyboard, say
  if (IGNORED.test(character)) return '';
  return SPACES.includes(character) || PUNCTUATION.test(character) ? ' ' : null;
}

function latin(character) {
  const at = LOOK_ALIKE.indexOf(character);
  return at < 0 ? character : LATIN[at];
}

const capitals = text => Array.from(text.toUpperCase()).map(latin);

// A text in A to Z, 0 to 9 and single spaces; null where it holds anything that cannot be meant.
export function plain(text) {
  const letters = capitals(text.normalize('NFKC')).map(plainCharacter);
  return letters.includes(null) ? null : letters.join('');
}

function inText(character) {
  const known = plainCharacter(character);
  if (known && known !== ' ') return known;
  const fits = pattern => pattern.test(character);
  if (known === '' || MARKS.some(fits)) return '';
  if (CONTROL.test(character) && !SPACES.includes(character)) return BROKEN;
  return JOINS.some(fits) ? ' ' : ` ${APART} `;
}

// The words of any text in A to Z and 0 to 9, with "," where more than a space parts them. Lines
// of an address may have been pasted into one without a space: "ManchesterM14 5TPUnited".
export function wordsIn(text) {
  const parted = text.normalize('NFKC')
    .replace(/%20|%C2%A0|&nbsp;|&#160;/gi, ' ') // as pages have them
    .replace(/@[A-Za-z0-9.-]+/g, APART) // of an email: "amina@m14.example.org"
    .replace(/([a-z]{2})([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z]{2})/g, '$1 $2');
  const letters = capitals(parted).map(inText).join('');
  return split(GLUED.reduce((each, pattern) => each.replace(pattern, '$1$2 $3'), letters));
}
