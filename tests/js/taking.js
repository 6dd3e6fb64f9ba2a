// What both ends of "take it with me" do with the same letters and choices: asked by test_taking.py.

import { addressee } from '/static/js/engine/addressee.js';
import { composer } from '/static/js/engine/composition.js';
import { crc32 } from '/static/js/transfer/checksum.js';
import { square } from '/static/js/transfer/code.js';
import { codeForChoices, codeForLetter } from '/static/js/transfer/codes.js';
import { toBytes, toDigits } from '/static/js/transfer/digits.js';
import { arrived } from '/static/js/transfer/arrival.js';
import { letterParcel } from '/static/js/transfer/letters.js';
import { pack, unpack } from '/static/js/transfer/packing.js';
import { asText } from '/static/js/engine/text.js';
import { withLetter } from '/static/js/wizard/composing.js';

// Of what codes.js asks besides the letter.
export function extraOf({ seat, answers }, world) {
  const words = composer(world, addressee(seat, world));
  return { constituency: seat.code, campaignId: world.campaign.id, answers, composer: words };
}

export function taken(given, world) {
  const parcel = letterParcel(given.letter, extraOf(given, world));
  const digits = pack(parcel);
  return { digits, parcel, unpacked: unpack(digits) };
}

// Where a parcel leads, and the letter as its screen shows it: for the seat that it was written for,
// or for the one that is chosen then.
export function landed([parcel, code], world) {
  const { state, screen, said } = arrived(parcel, world);
  const chosen = Object.assign({}, state, code ? { code } : {});
  const shown = chosen.code ? withLetter(chosen, world).letter : null;
  return { state, screen, said, shown, text: shown && asText(shown) };
}

export const there = parcel => pack(parcel);
export const andBack = digits => unpack(digits);

// 'opened', or the reason why not.
export function outcome(digits) {
  try {
    unpack(digits);
    return 'opened';
  } catch (fault) {
    return fault.reason;
  }
}

// Every way to cut a code short, and to mistake one of its digits or swap two neighbours.
export function damaged(digits) {
  const others = Array.from(digits, (_, i) => digits.slice(0, i));
  Array.from(digits).forEach((digit, i) => {
    others.push(digits.slice(0, i) + ((Number(digit) + 1 + (i % 9)) % 10) + digits.slice(i + 1));
    const swapped = digits.slice(0, i) + (digits[i + 1] || '') + digit + digits.slice(i + 2);
    if (swapped !== digits) others.push(swapped);
  });
  return others.filter(other => other !== digits).map(outcome);
}

// The same code, as another format would number itself.
export function renumbered(digits, format) {
  const bytes = toBytes(digits);
  bytes[4] = format;
  new DataView(bytes.buffer).setUint32(0, crc32(bytes.subarray(4)));
  return toDigits(bytes);
}

export const digitsOf = bytes => toDigits(Uint8Array.from(bytes));
export const bytesOf = digits => Array.from(toBytes(digits));
export const checksum = text => crc32(new TextEncoder().encode(text));
export const versionOf = address => (square(address) || {}).version || null;

function show(svg, width) {
  document.body.innerHTML = '';
  if (svg === null) return null;
  svg.setAttribute('width', width);
  document.body.appendChild(svg);
  return { version: Number(svg.getAttribute('data-version')), modules: svg.viewBox.baseVal.width };
}

// Puts a code on the page, so many CSS pixels wide; null where there is none.
export function shownLetter(given, world) {
  return show(codeForLetter(given.letter, extraOf(given, world), given.origin, 'Your letter'), given.width);
}

export function shownChoices(given) {
  return show(codeForChoices(given.choices, given.origin, 'Your choices'), given.width);
}
