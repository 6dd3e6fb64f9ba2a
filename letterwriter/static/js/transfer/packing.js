// What goes to a phone through a code, as one string of digits. A parcel is one of
//   {kind: 'choices', concernIds: [ids], askId}
//   {kind: 'letter', campaignId, constituency, mark, date, close,
//    sender: {name, address: [lines], postcode, email, phone},
//    changed: {sender, recipient, salutation, name}: text where it was changed, else null,
//    paragraphs: [{kind, id, choice: [numbers], text: or null for the campaign's words, removed}]}
// Layout: CRC-32 of all that follows in 4 bytes, the format's number in 1 (these two stay so in all
// formats), the length of the packed text in 2, then the text: fields joined by a sign that none of
// them holds, deflated against DICTIONARY.

import { deflateSync, inflateSync } from '../vendor/fflate/fflate.js';
import { crc32 } from './checksum.js';
import { DICTIONARY } from './dictionary.js';
import { toBytes, toDigits } from './digits.js';
import { stripEnd } from '../engine/spaces.js';

const FORMAT = 1;
const SUM = 4; // bytes
const HEAD = SUM + 3;
const LONGEST = 7089; // digits: the largest code there is
const FIELD = '\u001f';
const PART = '\u001e'; // within a field
const LETTERS = { opening: 'o', story: 's', concern: 'c', ask: 'a', thanks: 't', own: 'w' };
const KINDS = Object.keys(LETTERS);
const CHANGEABLE = ['sender', 'recipient', 'salutation', 'name'];

// Why a code cannot be opened: 'damaged', or 'unknown' for one that a newer site made.
export class Unopened extends Error {
  constructor(reason) {
    super(`This code is ${reason}`);
    this.reason = reason;
  }
}

const dictionary = () => new TextEncoder().encode(DICTIONARY);
const plain = text => String(text).replace(/[\u001e\u001f]/g, '');
const optional = text => (text === null || text === undefined ? '' : '=' + plain(text));
// A wording's place as one sign each: 0 as '0', 10 as ':', and so on.
const signs = choice => choice.map(place => String.fromCharCode(48 + place)).join('');
const places = field => Array.from(field, sign => sign.charCodeAt(0) - 48);
const read = field => (field ? field.slice(1) : null);

function paragraphField(paragraph) {
  const kind = LETTERS[paragraph.kind] + (paragraph.removed ? '-' : '');
  const parts = [kind, plain(paragraph.id), signs(paragraph.choice), optional(paragraph.text)];
  return stripEnd(parts.join(PART), PART); // what is empty at the end need not travel
}

function paragraphOf(field) {
  const [kind, id = '', choice = '', text = ''] = field.split(PART);
  const name = KINDS.find(each => LETTERS[each] === kind.charAt(0));
  if (!name) throw new Unopened('unknown');
  return { kind: name, id, choice: places(choice), text: read(text), removed: kind.charAt(1) === '-' };
}

const SHAPES = {
  choices: {
    letter: 'C',
    write: parcel => [parcel.askId].concat(parcel.concernIds).map(plain),
    read: ([askId, ...concernIds]) => ({ askId, concernIds }),
  },
  letter: {
    letter: 'L',
    write: parcel => {
      const { name, address, postcode, email, phone } = parcel.sender;
      return [parcel.campaignId, parcel.constituency, String(parcel.mark), parcel.date, parcel.close]
        .concat([name, address.join('\n'), postcode, email, phone]).map(plain)
        .concat(CHANGEABLE.map(part => optional(parcel.changed[part])))
        .concat(parcel.paragraphs.map(paragraphField));
    },
    read: ([campaignId, constituency, mark, date, close, name, address, postcode, email, phone, ...rest]) => ({
      campaignId, constituency, mark: Number(mark), date, close,
      sender: { name, address: address ? address.split('\n') : [], postcode, email, phone },
      changed: CHANGEABLE.reduce((all, part, i) => Object.assign(all, { [part]: read(rest[i]) }), {}),
      paragraphs: rest.slice(CHANGEABLE.length).map(paragraphOf),
    }),
  },
};

export function pack(parcel) {
  const shape = SHAPES[parcel.kind];
  const text = [shape.letter].concat(shape.write(parcel)).join(FIELD);
  const packed = deflateSync(new TextEncoder().encode(text), { level: 9, dictionary: dictionary() });
  const bytes = new Uint8Array(HEAD + packed.length);
  const head = new DataView(bytes.buffer);
  head.setUint8(SUM, FORMAT);
  head.setUint16(SUM + 1, packed.length);
  bytes.set(packed, HEAD);
  head.setUint32(0, crc32(bytes.subarray(SUM)));
  return toDigits(bytes);
}

function opened(digits) {
  if (digits.length > LONGEST) throw new Unopened('damaged');
  const bytes = toBytes(digits);
  const head = new DataView(bytes.buffer);
  if (head.getUint32(0) !== crc32(bytes.subarray(SUM))) throw new Unopened('damaged');
  if (head.getUint8(SUM) !== FORMAT) throw new Unopened('unknown');
  const packed = bytes.subarray(HEAD);
  if (head.getUint16(SUM + 1) !== packed.length) throw new Unopened('damaged');
  return new TextDecoder().decode(inflateSync(packed, { dictionary: dictionary() }));
}

// Throws Unopened for all but what `pack` wrote.
export function unpack(digits) {
  let fields;
  try {
    fields = opened(digits).split(FIELD);
  } catch (fault) {
    throw fault instanceof Unopened ? fault : new Unopened('damaged');
  }
  const kind = Object.keys(SHAPES).find(each => SHAPES[each].letter === fields[0]);
  if (!kind) throw new Unopened('unknown');
  return Object.assign({ kind }, SHAPES[kind].read(fields.slice(1)));
}
