// A tally of letters made, as a line of JSON, and read back with everything checked, since anybody
// may have written it: the twin of letterwriter/tallies/tally.py and reading.py, which say what
// counts. The format is in docs/tallies.md. A tally is
//   {id, kind, stall, part: [number, count], rows: [{day, code, counts: [letters, ...by door]}]}

import { cleanLine } from '../engine/cleaning.js';
import { strip } from '../engine/spaces.js';
import { NotUnpacked, digitsIn, lineIn } from './code.js';

export const DOORS = ['printed', 'taken', 'emailed', 'plain'];
export const AHEAD = 'printed-ahead';
const KINDS = ['paper', AHEAD, 'tablet'];
const FORMAT = 1;
const MARK = 'letterwriter-tally';
const FIELDS = [MARK, 'id', 'kind', 'stall', 'part', 'days'];
export const MOST_AT_ONCE = 100000;
const LONGEST_STALL = 80; // characters
const MOST_PARTS = 99;
const STRINGS = /"(?:[^"\\]|\\[^]?)*(?:"(?:\s*:)?|$)/g; // and the colon after a field's name
const WHOLE = [1, 1];

// `why` is a key of the page's words: 'no-tally', 'newer', 'damaged', 'unknown-place' and so on.
export class NotATally extends Error {
  constructor(why) {
    super(`This is no tally: ${why}`);
    this.why = why;
  }
}

// Sixteen hexadecimal digits by chance, from the device's own source.
export function newId() {
  const drawn = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(drawn, byte => byte.toString(16).padStart(2, '0')).join('');
}

export const stallName = typed => strip(Array.from(cleanLine(typed)).slice(0, LONGEST_STALL).join(''));

const inOrder = (one, other) => (one < other ? -1 : Number(one > other));

export function asLine({ id, kind, stall, part, rows }) {
  const fields = { [MARK]: FORMAT, id, kind };
  if (stall) fields.stall = stall;
  if (part && part[1] > 1) fields.part = part;
  fields.days = {};
  rows.slice().sort((one, other) => inOrder(one.day + one.code, other.day + other.code)).forEach(row => {
    fields.days[row.day] = fields.days[row.day] || {};
    fields.days[row.day][row.code] = row.counts;
  });
  return JSON.stringify(fields);
}

const isWhole = (found, least, most) => Number.isInteger(found) && found >= least && found <= most;

function refuseUnless(right, why) {
  if (!right) throw new NotATally(why);
}

function pairs(found) {
  refuseUnless(found && typeof found === 'object' && !Array.isArray(found), 'damaged');
  return Object.keys(found).map(key => [key, found[key]]);
}

function isDay(written) {
  if (!/^20\d\d-\d\d-\d\d$/.test(written)) return false;
  const day = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === written;
}

// Every letter left by a door, and by none of them more than once.
function countsOf(found) {
  refuseUnless(Array.isArray(found) && found.length === 1 + DOORS.length, 'wrong-count');
  refuseUnless(found.every(number => isWhole(number, 0, MOST_AT_ONCE)), 'wrong-count');
  const [letters, ...doors] = found;
  const all = doors.reduce((sum, number) => sum + number, 0);
  refuseUnless(Math.max(...doors) <= letters && letters <= all, 'wrong-count');
  return found;
}

function rowsOf(days, isPlace) {
  const rows = [];
  pairs(days).forEach(([day, places]) => pairs(places).forEach(([code, numbers]) => {
    refuseUnless(isDay(day), 'wrong-day');
    refuseUnless(isPlace(code), 'unknown-place');
    rows.push({ day, code, counts: countsOf(numbers) });
  }));
  return rows;
}

function partOf(found) {
  const right = Array.isArray(found) && found.length === 2 && isWhole(found[1], 1, MOST_PARTS) && isWhole(found[0], 1, found[1]);
  refuseUnless(right, 'damaged');
  return found;
}

const namesIn = found => (found && typeof found === 'object'
  ? Object.keys(found).reduce((sum, key) => sum + namesIn(found[key]), Array.isArray(found) ? 0 : Object.keys(found).length) : 0);

// Of a field given twice nobody can know which is meant; JSON.parse takes the last.
function parsed(text) {
  const found = JSON.parse(text);
  const given = (text.match(STRINGS) || []).filter(string => string.endsWith(':')).length;
  if (given !== namesIn(found)) throw new SyntaxError('A field stands twice');
  return found;
}

function fieldsOf(line) {
  try {
    const digits = digitsIn(line);
    return parsed(digits ? lineIn(digits) : line);
  } catch (fault) {
    throw new NotATally(fault instanceof NotUnpacked ? fault.why : 'no-tally');
  }
}

// The tally of one line; `isPlace` says whether a code is a constituency's. Throws NotATally.
export function readTally(line, isPlace) {
  const fields = fieldsOf(line);
  refuseUnless(fields && typeof fields === 'object' && isWhole(fields[MARK], 1, 1e9), 'no-tally');
  refuseUnless(fields[MARK] === FORMAT, 'newer');
  const { id, kind, stall = '', part = WHOLE, days } = fields;
  refuseUnless(Object.keys(fields).every(name => FIELDS.includes(name)), 'damaged');
  refuseUnless(typeof id === 'string' && /^[0-9a-f]{16}$/.test(id), 'damaged');
  refuseUnless(KINDS.includes(kind) && typeof stall === 'string', 'damaged');
  return { id, kind, stall: stallName(stall), part: partOf(part), rows: rowsOf(days, isPlace) };
}

// {tallies, wrong: [{line: number, why}]}
export function readTallies(text, isPlace) {
  const found = { tallies: [], wrong: [] };
  text.replace(/^\ufeff/, '').split('\n').forEach((line, place) => {
    if (!strip(line)) return;
    try {
      found.tallies.push(readTally(strip(line), isPlace));
    } catch (fault) {
      if (!(fault instanceof NotATally)) throw fault;
      found.wrong.push({ line: place + 1, why: fault.why });
    }
  });
  return found;
}
