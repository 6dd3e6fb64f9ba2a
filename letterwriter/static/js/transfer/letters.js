// A letter as a parcel, and a parcel by the names of the site's forms.

import { crc32 } from './checksum.js';

export const first = () => 0; // wordings do not matter for what is compared here
export const blockOf = sender => [sender.name, ...sender.address, sender.postcode, sender.email, sender.phone]
  .filter(Boolean).join('\n');
const unless = (text, usual) => (text === usual ? null : text);

function paragraphOf(paragraph, composer) {
  const { kind, id, choice, removed } = paragraph;
  const same = composer.known(kind, id) && composer.canSay(paragraph)
    && composer.text(kind, id, choice) === paragraph.text;
  return { kind, id, choice: Array.from(choice), text: same ? null : paragraph.text, removed };
}

// What the phone's page fills in by itself, as 16 bits: if its words are others by then, it says so.
export function markOf(letter, paragraphs, changed) {
  const usual = paragraphs.map((each, i) => (each.text === null ? [letter.paragraphs[i].text] : []));
  const parts = [['recipient', letter.recipient.join('\n')], ['salutation', letter.salutation]]
    .map(([name, text]) => (changed[name] === null ? [text] : []));
  const filled = [].concat(...usual, ...parts).join('\n');
  return crc32(new TextEncoder().encode(filled)) & 0xffff;
}

// extra: {constituency: code, campaignId, answers, composer}, as the engine has them.
export function letterParcel(letter, { constituency, campaignId, answers, composer }) {
  const { name, address, postcode, email, phone } = answers.sender;
  const sender = { name, address: Array.from(address), postcode, email, phone };
  const usual = composer.assemble(answers, first); // for whom it is
  const changed = {
    sender: unless(letter.sender.join('\n'), blockOf(sender)),
    recipient: unless(letter.recipient.join('\n'), usual.recipient.join('\n')),
    salutation: unless(letter.salutation, usual.salutation),
    name: unless(letter.name, name),
  };
  const paragraphs = letter.paragraphs.map(each => paragraphOf(each, composer));
  const mark = markOf(letter, paragraphs, changed);
  const { date, close } = letter;
  return { kind: 'letter', campaignId, constituency, mark, date, close, sender, changed, paragraphs };
}

function senderFields({ name, address, postcode, email, phone }) {
  return [['name', name], ['address', address.join('\n')], ['postcode', postcode], ['email', email], ['phone', phone]];
}

// The answers that the letter was made of; the words of stories are on the letter itself.
function answerFields(parcel) {
  const chosen = kind => parcel.paragraphs.filter(each => each.kind === kind).map(each => each.id);
  return [['constituency', parcel.constituency], ...senderFields(parcel.sender)]
    .concat(chosen('concern').map(id => ['concerns', id]))
    .concat(chosen('ask').map(id => ['ask', id]))
    .concat(chosen('thanks').includes('email') ? [['reply_by_email', 'y']] : []);
}

function paragraphFields(paragraph, index) {
  const start = `letter-paragraphs-${index}-`;
  return [
    [`${start}kind`, paragraph.kind], [`${start}id`, paragraph.id],
    [`${start}choice`, paragraph.choice.join('.')], [`${start}removed`, paragraph.removed ? 'y' : ''],
  ].concat(paragraph.text === null ? [] : [[`${start}text`, paragraph.text]]);
}

// What has its usual words stays out: see arrival.js.
export function letterFields(parcel) {
  const { changed, sender } = parcel;
  const made = blockOf(sender);
  const either = (text, usual) => (text === null ? usual : text);
  return answerFields(parcel)
    .concat([['letter-constituency', parcel.constituency], ['letter-made', made]])
    .concat([['letter-sender', either(changed.sender, made)], ['letter-date', parcel.date], ['letter-close', parcel.close]])
    .concat(['recipient', 'salutation'].filter(part => changed[part] !== null)
      .map(part => [`letter-${part}`, changed[part]]))
    .concat([['letter-signed', either(changed.name, sender.name)]])
    .concat(...parcel.paragraphs.map(paragraphFields));
}
