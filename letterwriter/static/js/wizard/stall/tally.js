// How many letters left, by constituency and by door; and apart from them how many were read at
// the tablet, which hands nothing over. Counts only.

import { newId, stallName } from '../../tallies/tally.js';
import { drop, keep, recall } from '../store.js';

const LEAVES = ['print', 'take'];
const DOORS = LEAVES.concat('read');

// The device's own calendar day.
export function today() {
  const now = new Date();
  const two = number => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function sorted(counts) { // so that the order tells nothing of who came when
  const ordered = {};
  Object.keys(counts).sort().forEach(key => { ordered[key] = counts[key]; });
  return ordered;
}

// Counts a letter when it first leaves, and each door once. `before` are the doors so far.
export function count(code, door, before) {
  const days = recall('tally') || {};
  const day = days[today()] || {};
  const seat = Object.assign({ letters: 0, print: 0, take: 0, read: 0 }, day[code]);
  if (before.includes(door)) return before;
  if (LEAVES.includes(door) && !before.some(each => LEAVES.includes(each))) seat.letters += 1;
  seat[door] += 1;
  days[today()] = sorted(Object.assign({}, day, { [code]: seat }));
  keep('tally', sorted(days));
  return before.concat(door);
}

// [{date, code, letters, print, take, read}], by date and then by constituency's code.
export function rows() {
  const days = recall('tally') || {};
  const found = [];
  Object.keys(days).sort().forEach(date => Object.keys(days[date]).forEach(code =>
    found.push(Object.assign({ date, code }, days[date][code]))));
  return found;
}

export function wipe() {
  drop('tally');
  drop('about');
}

// The stall's name as a volunteer gave it, or ''.
export const stallOf = () => (recall('about') || {}).stall || '';

export function nameStall(typed) {
  keep('about', Object.assign({ id: newId() }, recall('about'), { stall: stallName(typed) }));
}

// What the organiser is handed: see tallies/tally.js. The same tally has the same id until it is
// wiped. A letter that left once more after midnight is the first day's.
export function asTally() {
  nameStall(stallOf());
  const made = rows().filter(row => row.letters > 0);
  const within = (row, door) => Math.min(row[door], row.letters);
  return Object.assign({ kind: 'tablet' }, recall('about'), {
    rows: made.map(row => ({ day: row.date, code: row.code, counts: [row.letters, within(row, 'print'), within(row, 'take'), 0, 0] })),
  });
}

const quoted = text => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

// The whole tally as CSV, with the names of constituencies; `headings` is its first line.
export function asCsv(headings, nameOf) {
  const lines = rows().map(row =>
    [row.date, quoted(nameOf(row.code)), row.letters, ...DOORS.map(door => row[door])].join(','));
  return `${[headings, ...lines].join('\r\n')}\r\n`;
}
