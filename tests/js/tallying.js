// Tallies in the page's engine: asked by test_tallies.py.

import { square } from '/static/js/transfer/code.js';
import { digitsOf } from '/static/js/tallies/code.js';
import { codesOf } from '/static/js/tallies/codes.js';
import { drawnMap } from '/static/js/tallies/hexmap.js';
import { csvTable, inAll, missingParts, sumsOf, totalsBy } from '/static/js/tallies/sums.js';
import { asLine, readTallies } from '/static/js/tallies/tally.js';

const isPlace = places => code => places.includes(code);

// What a text holds, written anew, and its sums.
export function summed({ text, places }) {
  const { tallies, wrong } = readTallies(text, isPlace(places));
  const sums = sumsOf(tallies);
  return {
    lines: tallies.map(asLine), wrong, missing: missingParts(tallies), whole: inAll(sums),
    csv: csvTable(sums, ['a'], code => code),
    places: Array.from(totalsBy(sums, 'code')),
    stalls: Array.from(totalsBy(sums, 'stall')),
  };
}

export const digits = line => digitsOf(line);

// The addresses of a tally's codes, each with the size of its square.
export function coded({ line, places, origin }) {
  const { tallies } = readTallies(line, isPlace(places));
  return codesOf(tallies[0], origin).map(address => [address, square(address, { most: 40 }).version]);
}

// [name: number, colour, written number] for each hexagon, and where it stands.
export function mapped({ hexes, letters }) {
  const svg = drawnMap(hexes, code => letters[code] || 0, code => code, 'Map');
  return Array.from(svg.querySelectorAll('g'), group => [
    group.querySelector('title').textContent,
    group.querySelector('polygon').getAttribute('class'),
    group.querySelector('polygon').getAttribute('points'),
    (group.querySelector('text') || { textContent: '0' }).textContent,
  ]);
}
