// What should not stand in a letter that others will read and pass on: the twin of
// letterwriter/letters/detectors.py, with the patterns that the server publishes (bundle.detectors).

import { judges } from './naming.js';
import { reader, searcher, wholly } from './search.js';
import { strip } from './spaces.js';

const overlap = (one, other) => one.start < other.end && other.start < one.end;

// How many findings, in the order of the text, begin at a place or before it.
function placeOf(start, found) {
  let [low, high] = [0, found.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (found[middle].start > start) high = middle;
    else low = middle + 1;
  }
  return low;
}

// {findings, isPhone}
export function openSafety(bundle) {
  const read = reader(bundle.reading);
  const judge = judges(bundle.names, read);
  const detectors = bundle.detectors.map(detector => ({
    topic: detector.topic, search: searcher(detector), holds: judge[detector.judge],
  }));
  const phone = wholly(bundle.detectors.find(({ topic }) => topic === 'phone').words);

  // What should be looked at in a paragraph, each place once, in the order of the text:
  // [{topic, start, end, words}], places in units of JavaScript. Words that stand in `template` are
  // the campaign's own and pass; `known` is what the letter's blocks say.
  function findings(text, template = '', known = '') {
    if (text === template) return [];
    const found = []; // in the order of the text, none overlapping
    const knownPlain = judge.plain(known);
    const asRead = read(text);
    detectors.forEach(({ topic, search, holds }) => search(asRead).forEach(({ start, end }) => {
      const words = text.slice(start, end);
      const one = { topic, start, end, words };
      if (holds && !holds(words, knownPlain)) return;
      const place = placeOf(start, found);
      const beside = found.slice(Math.max(0, place - 1), place + 1); // no other one reaches so far
      if (template.includes(words) || beside.some(other => overlap(one, other))) return;
      found.splice(place, 0, one);
    }));
    return found;
  }

  // Whether a line is a phone number and nothing else.
  const isPhone = line => phone(read(strip(line)));

  return { findings, isPhone };
}
