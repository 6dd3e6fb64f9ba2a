// The codes that carry a tally from a screen to the organiser's device: one for a stall's day, and
// several where it would get too large to be scanned.

import { square } from '../transfer/code.js';
import { digitsOf } from './code.js';
import { asLine } from './tally.js';

export const LARGEST = 20; // version: 97 modules, for an organiser who stands right before it

const fits = address => square(address, { most: LARGEST }) !== null;

// Behind '#', so that no server is told what a device opens.
const addressOf = (tally, origin) => `${origin}/organise#${digitsOf(asLine(tally))}`;

function inParts(tally, origin, count) {
  const rows = Math.ceil(tally.rows.length / count);
  return Array.from({ length: count }, (_, place) => addressOf(Object.assign({}, tally, {
    part: [place + 1, count], rows: tally.rows.slice(place * rows, (place + 1) * rows),
  }), origin));
}

// Addresses, as few as hold it; origin: the site's address without a last '/'.
export function codesOf(tally, origin) {
  let count = 1;
  let addresses = inParts(tally, origin, count);
  while (!addresses.every(fits) && count < tally.rows.length) {
    count += 1;
    addresses = inParts(tally, origin, count);
  }
  return addresses;
}
