// What every page without a network needs to know, from what the server published: the twin of
// letterwriter/web/world.py and of the Parliament in letterwriter/domain/parliament.py.

import { parser } from './postcode.js';
import { split } from './spaces.js';
import { openTable } from './table.js';

// As Python's casefold does: ß and ss are one, and so are both forms of a sigma. Only a Turkish
// dotless ı, which a capital would turn into an i, stays what it is.
function folded(name) {
  const fold = letter => (letter === 'ı' ? letter : letter.toUpperCase().toLowerCase());
  return Array.from(split(name.toLowerCase()).join(' ')).map(fold).join('');
}

// Seats by their English and Welsh names; an English name comes before another seat's Welsh one.
function byName(seats) {
  const names = new Map(seats.map(seat => [folded(seat.name), seat]));
  seats.forEach(seat => {
    const welsh = folded(seat.welsh);
    if (welsh && !names.has(welsh)) names.set(welsh, seat);
  });
  return names;
}

const twoDigits = number => String(number).padStart(2, '0');

// The device's own calendar day.
function deviceDay() {
  const now = new Date();
  return [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join('-');
}

// The world of a bundle and a published table's ArrayBuffer; throws an Error where that is none.
// {bundle, campaign, words, limits, table, parse, seats, seat(code): seat or undefined,
//  named(name): seat or null, inCountry(country): seats by name, today(): '2026-11-22'}
export function openWorld(bundle, tableBuffer) {
  const { seats } = bundle;
  const byCode = new Map(seats.map(seat => [seat.code, seat]));
  let names; // of use only to those who choose by name
  return {
    bundle,
    campaign: bundle.campaign,
    words: bundle.words,
    limits: bundle.limits,
    table: openTable(tableBuffer),
    parse: parser(bundle.rules),
    seats,
    seat: code => byCode.get(code),
    named(name) {
      names = names || byName(seats);
      return names.get(folded(name)) || null;
    },
    inCountry: country => seats
      .filter(seat => seat.country === country)
      .sort((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name))),
    today: () => bundle.today || deviceDay(),
  };
}
