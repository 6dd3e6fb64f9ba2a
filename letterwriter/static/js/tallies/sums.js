// Tallies added up, in any order and each of them once: the twin of letterwriter/tallies/sums.py,
// which says why. A total is {made: [letters, ...by door], ahead}.

import { AHEAD, DOORS } from './tally.js';

const NONE = [0].concat(DOORS.map(() => 0));
const FORMULA = /^'*[\t\n\v\f\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*[=+\-@＝＋－＠]/; // what spreadsheets take for one

// By code points, as Python does it; JavaScript's own order is by halves of them.
const ordinal = text => Array.from(text, sign => sign.codePointAt(0).toString(16).padStart(6, '0')).join('');
const inOrder = (one, other) => (one < other ? -1 : Number(one > other));
const later = (one, other) => (ordinal(one) < ordinal(other) ? other : one);
const plus = (one, other) => one.map((number, place) => number + other[place]);
const largest = (one, other) => one.map((number, place) => Math.max(number, other[place]));

// One tally for each id: the latest of its names and kinds in their order, and all its rows.
export function onceEach(tallies) {
  const found = new Map();
  tallies.forEach(tally => {
    const { kind, stall, rows } = found.get(tally.id) || { kind: '', stall: '', rows: new Map() };
    tally.rows.forEach(({ day, code, counts }) =>
      rows.set(day + code, { day, code, counts: largest(counts, (rows.get(day + code) || { counts: NONE }).counts) }));
    found.set(tally.id, { id: tally.id, kind: later(kind, tally.kind), stall: later(stall, tally.stall), rows });
  });
  return Array.from(found.values(), each => Object.assign(each, { rows: Array.from(each.rows.values()) }));
}

const empty = () => ({ made: NONE, ahead: 0 });
const both = (one, other) => ({ made: plus(one.made, other.made), ahead: one.ahead + other.ahead });
const totalOf = (kind, counts) => (kind === AHEAD ? { made: NONE, ahead: counts[0] } : { made: counts, ahead: 0 });

// [{day, code, stall, total}], by day, code and stall.
export function sumsOf(tallies) {
  const found = new Map();
  onceEach(tallies).forEach(({ kind, stall, rows }) => rows.forEach(({ day, code, counts }) => {
    if (!counts[0]) return; // then no door has any either
    const key = day + code + ordinal(stall);
    const { total } = found.get(key) || { total: empty() };
    found.set(key, { key, day, code, stall, total: both(total, totalOf(kind, counts)) });
  }));
  return Array.from(found.values()).sort((one, other) => inOrder(one.key, other.key))
    .map(({ day, code, stall, total }) => ({ day, code, stall, total }));
}

// A Map of totals by 'code', 'day' or 'stall'.
export function totalsBy(sums, what) {
  const found = new Map();
  sums.forEach(sum => found.set(sum[what], both(found.get(sum[what]) || empty(), sum.total)));
  return found;
}

export const inAll = sums => sums.reduce((whole, sum) => both(whole, sum.total), empty());

// The numbers of a tally's codes that are not here: {id: [of, [numbers]]}.
export function missingParts(tallies) {
  const here = {};
  tallies.forEach(({ id, part }) => { here[id] = (here[id] || []).concat([part]); });
  const found = {};
  Object.keys(here).forEach(id => {
    const of = Math.max(...here[id].map(part => part[1]));
    if (here[id].some(part => part[1] === 1)) return; // the whole of it
    const numbers = Array.from({ length: of }, (_, place) => place + 1);
    const missing = numbers.filter(number => !here[id].some(part => part[0] === number && part[1] === of));
    if (missing.length) found[id] = [of, missing];
  });
  return found;
}

function cell(value) {
  const text = String(value);
  return `"${(FORMULA.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
}

// All quoted, since a program that splits cells at semicolons would else make new ones.
export function csvTable(sums, headings, nameOf) {
  const lines = sums.map(({ day, code, stall, total }) => [day, code, nameOf(code), stall, ...total.made, total.ahead]);
  return [headings].concat(lines).map(line => `${line.map(cell).join(',')}\r\n`).join('');
}
