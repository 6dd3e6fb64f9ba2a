// The stall's side of "take it with me": a code on the screen, nothing on the network.

import { drawn, square } from './code.js';
import { letterParcel } from './letters.js';
import { pack } from './packing.js';

// Behind '#', so that no server is told what a phone opens.
function addressOf(origin, parcel) {
  return `${origin}/take#${pack(parcel)}`;
}

function codeFor(parcel, origin, label) {
  const code = square(addressOf(origin, parcel));
  return code && drawn(code, label);
}

// An SVG element. choices: {concernIds, askId}; origin: the site's address without a last '/'.
export function codeForChoices({ concernIds, askId }, origin, label) {
  return codeFor({ kind: 'choices', concernIds, askId: askId || '' }, origin, label);
}

// An SVG element with an entry for a calendar, which cameras of phones know as one.
export function codeForReminder(entry, label) {
  return drawn(square(entry), label);
}

// An SVG element, or null for a letter that is too long for a code which phones read at arm's
// length. letter and extra: see letters.js.
export function codeForLetter(letter, extra, origin, label) {
  return codeFor(letterParcel(letter, extra), origin, label);
}
