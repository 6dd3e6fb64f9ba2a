// From the fields that a person filled in to the answers that a letter is made of: the same tidying
// as in letterwriter/web/wizard/visit.py.

import { clean } from './cleaning.js';
import { split } from './spaces.js';

// What was typed in a box of one line.
export function oneLine(text) {
  return split(clean(text)).join(' ');
}

// The twin of sender_of in letterwriter/letters/answers.py.
function senderOf(fields, { readAddress }) {
  const [name, email, phone] = [fields.name, fields.email, fields.phone].map(oneLine);
  const others = [name, email, phone].filter(line => line).length;
  const { lines, postcode } = readAddress(clean(fields.address), oneLine(fields.postcode), name, others);
  const replyByEmail = Boolean(fields.replyByEmail && email);
  return { name, address: lines, postcode, email, phone, replyByEmail };
}

function whysOf(whys, concernIds) {
  const told = {};
  concernIds.forEach(id => {
    const why = oneLine(whys[id] || '');
    if (why) told[id] = why;
  });
  return told;
}

// fields: {name, address, postcode, email, phone: as typed; replyByEmail; concernIds; askId;
// stories: [{promptId, text, leadIn}]; whys: as typed, by the concerns' ids}.
export function answersOf(fields, world) {
  const concernIds = fields.concernIds.slice(0, world.limits.most_concerns);
  return {
    sender: senderOf(fields, world),
    stories: fields.stories
      .map(story => Object.assign({}, story, { text: clean(story.text) }))
      .filter(story => story.text),
    concernIds,
    whys: whysOf(fields.whys, concernIds),
    askId: fields.askId || '',
  };
}
