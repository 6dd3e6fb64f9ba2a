// From the fields that a person filled in to the answers that a letter is made of: the same tidying
// as in letterwriter/web/wizard/visit.py.

import { clean } from './cleaning.js';
import { split, stripEnd } from './spaces.js';

// What was typed in a box of one line.
export function oneLine(text) {
  return split(clean(text)).join(' ');
}

function addressOf(text) {
  const lines = clean(text).split('\n').map(oneLine).filter(line => line);
  return lines.map(line => stripEnd(line, ','));
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
// stories: [{promptId, text, leadIn}]; whys: as typed, by the concerns' ids}. `most` is the number of concerns that one letter takes.
export function answersOf(fields, most) {
  const email = oneLine(fields.email);
  const concernIds = fields.concernIds.slice(0, most);
  return {
    sender: {
      name: oneLine(fields.name),
      address: addressOf(fields.address),
      postcode: oneLine(fields.postcode),
      email,
      phone: oneLine(fields.phone),
      replyByEmail: Boolean(fields.replyByEmail && email),
    },
    stories: fields.stories
      .map(story => Object.assign({}, story, { text: clean(story.text) }))
      .filter(story => story.text),
    concernIds,
    whys: whysOf(fields.whys, concernIds),
    askId: fields.askId || '',
  };
}
