// Searches by the patterns that the server publishes, as letterwriter/letters/detectors.py and
// letterwriter/text/shared_patterns.py have them: old iPads cannot look behind.

const NEAR = 8; // units before a place in which `not_after` is looked for

// How many units the character before a place takes.
const lengthBefore = (text, at) => (at > 1 && text.codePointAt(at - 2) > 0xffff ? 2 : 1);

// A function from a text to how patterns are searched for in it (bundle.reading): as long, with
// what they need not tell apart alike.
export function reader(reading) {
  const each = reading.map(([sign, others]) => [sign, new RegExp(`[${others}]`, 'gu')]);
  return text => each.reduce((read, [sign, others]) => (
    read.replace(others, found => sign.repeat(found.length))
  ), text);
}

// Where the words to point at stand in a text as it is read, from left to right: [{start, end}].
function spans(text, pattern, refused) {
  const found = [];
  // What begins before the words is one character at least, or the start of the text. So that it
  // can belong to what was found before, each search begins one character early.
  const next = at => {
    pattern.lastIndex = Math.max(0, at - lengthBefore(text, at));
    return pattern.exec(text);
  };
  let match = next(0);
  while (match) {
    const start = match.index + match[1].length;
    if (refused && refused.test(text.slice(Math.max(0, start - NEAR), start))) {
      match = next(start + 1);
    } else {
      found.push({ start, end: start + match[2].length });
      match = next(match.index + match[0].length);
    }
  }
  return found;
}

// A function from a text as it is read to its spans. The pattern is made at the first search, since
// that takes time.
export function searcher({ before, words, after, not_after: notAfter }) {
  let pattern = null;
  const refused = notAfter ? new RegExp(notAfter, 'u') : null;
  return text => {
    pattern = pattern || new RegExp(`(${before})(${words})${after}`, 'gu');
    return spans(text, pattern, refused);
  };
}

// A function that says whether a whole text is one match.
export function wholly(pattern) {
  const whole = new RegExp(`^(?:${pattern})$`, 'u');
  return text => whole.test(text);
}
