// White space as Python's str.strip(), str.split() and \s have it. JavaScript's own differ: they
// leave U+001C to U+001F and U+0085, and take the byte order mark, U+FEFF.

export const SPACES = '\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680'
  + '\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'
  + '\u2028\u2029\u202f\u205f\u3000';

const isSpace = character => SPACES.includes(character);

// A text without the white space, or these characters, at its end. A pattern such as /,+$/ would
// look at a run of them once more from each place in it.
export function stripEnd(text, characters = SPACES) {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1])) end -= 1;
  return text.slice(0, end);
}

// A text without the white space round it.
export function strip(text) {
  let start = 0;
  while (start < text.length && isSpace(text[start])) start += 1;
  return stripEnd(text.slice(start));
}

// The runs of other characters between white space: "  a  b " gives ['a', 'b'].
export function split(text) {
  const parts = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at === text.length || isSpace(text[at])) {
      if (at > start) parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return parts;
}
