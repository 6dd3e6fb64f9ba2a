// Searches that Python does by looking behind, which old iPads cannot: the other half of
// letterwriter/outputs/offline/javascript_search.py, which says what {source, before, reach} are.

// How many units the character at a place takes, and the one before it.
const lengthAt = (text, at) => (text.codePointAt(at) > 0xffff ? 2 : 1);
const lengthBefore = (text, at) => (at > 1 && text.codePointAt(at - 2) > 0xffff ? 2 : 1);

// All matches in a text, left to right, none overlapping: {start, end, words}.
function matches(text, pattern, refused, reach) {
  const found = [];
  // A search from a place takes in the character before it.
  const next = at => {
    pattern.lastIndex = Math.max(0, at - lengthBefore(text, at));
    return pattern.exec(text);
  };
  let match = next(0);
  while (match) {
    const { lead, skipped, found: words } = match.groups;
    const place = match.index + lead.length;
    if (refused && refused.test(text.slice(Math.max(0, place - reach), place))) {
      match = next(place + lengthAt(text, place));
    } else {
      const start = place + skipped.length;
      found.push({ start, end: start + words.length, words });
      match = next(match.index + match[0].length);
    }
  }
  return found;
}

// A function from a text to its matches. The pattern is made at the first search: that takes time.
export function searcher({ source, before, reach }) {
  let pattern = null;
  const refused = before ? new RegExp(before, 'u') : null;
  return text => {
    pattern = pattern || new RegExp(source, 'gu');
    return matches(text, pattern, refused, reach);
  };
}

// Whether a whole text is one match.
export function isWhole(text, { source }) {
  const match = new RegExp(`^(?:${source})$`, 'u').exec(text);
  return match !== null && match.groups.lead === '';
}
