// The subject of a letter's email: the twin of letterwriter/letters/subject.py.

import { isAgain } from './composition.js';
import { CONCERN, OPENING, THANKS } from './letter.js';
import { fill, hasAll } from './passage.js';

// One of the campaign's, the same for the same letter; `to` is its addressee.
export function subjectOf(letter, campaign, to) {
  const topics = new Map(campaign.concerns.map(concern => [concern.id, concern.topic]));
  const named = letter.paragraphs
    .find(one => !one.removed && one.kind === CONCERN && topics.has(one.id));
  const slots = Object.assign({}, to.slots, named ? { topic: topics.get(named.id) } : {});
  const subjects = isAgain(letter) && campaign.again_subjects.length ? campaign.again_subjects : campaign.subjects;
  const fit = subjects.filter(subject => hasAll(slots, subject));
  const place = letter.paragraphs
    .filter(({ kind }) => kind === OPENING || kind === THANKS)
    .reduce((sum, { choice }) => choice.reduce((all, index) => all + index, sum), 0);
  return fill(fit[place % fit.length], slots);
}
