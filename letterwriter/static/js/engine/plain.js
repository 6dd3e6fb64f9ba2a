// What the characters of a typed postcode stand for, by the same categories as Python's
// unicodedata: old iPads know them too, in patterns with the u flag.

import { SPACES } from './spaces.js';

const DECIMAL = /^\p{Nd}$/u;
const IGNORED = /^\p{Cf}$/u; // zero-width spaces, soft hyphens, direction marks
const PUNCTUATION = /^\p{P}$/u;
const ASCII = /^[A-Za-z0-9]$/;

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

// A text in A to Z, 0 to 9 and single spaces; null where it holds anything that cannot be meant.
export function plain(text) {
  const letters = Array.from(text.normalize('NFKC').toUpperCase()).map(plainCharacter);
  return letters.includes(null) ? null : letters.join('');
}
