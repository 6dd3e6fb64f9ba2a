// What should not stand in a letter that others will read and pass on: the twin of
// letterwriter/domain/safety.py, with the patterns that the server publishes (bundle.look_outs).

import { judges } from './naming.js';
import { isWhole, searcher } from './search.js';
import { strip } from './spaces.js';

const overlap = (one, other) => one.start < other.end && other.start < one.end;

// {findings, isPhone}
export function openSafety(bundle) {
  const judge = judges(bundle.names);
  const lookOuts = bundle.look_outs.map(lookOut => ({
    topic: lookOut.topic, search: searcher(lookOut), holds: judge[lookOut.judge],
  }));
  const phone = bundle.look_outs.find(({ topic }) => topic === 'phone');

  // What should be looked at in a paragraph, each place once, in the order of the text:
  // [{topic, start, end, words}], places in units of JavaScript. Words that stand in `template` are
  // the campaign's own and pass; `known` is what the letter's blocks say.
  function findings(text, template = '', known = '') {
    if (text === template) return [];
    const found = [];
    const knownPlain = judge.plain(known);
    lookOuts.forEach(({ topic, search, holds }) => search(text).forEach(({ start, end, words }) => {
      const one = { topic, start, end, words };
      if (holds && !holds(words, knownPlain)) return;
      if (!template.includes(words) && !found.some(other => overlap(one, other))) found.push(one);
    }));
    return found.sort((one, other) => one.start - other.start);
  }

  // Whether a line is a phone number and nothing else.
  const isPhone = line => isWhole(strip(line), phone);

  return { findings, isPhone };
}
