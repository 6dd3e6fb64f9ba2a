// A sheet for each MP, drawn to be printed from the page: what letterwriter/tallies/sheets.py makes
// as a PDF. The words are the page's.

import { writtenDate } from '../engine/letter.js';
import { fill } from '../engine/passage.js';
import { list } from '../wizard/draw.js';
import { totalsBy } from './sums.js';
import { DOORS } from './tally.js';

const MOST_WEEKS = 10;
const DAY = 24 * 60 * 60 * 1000; // milliseconds
const SVG = 'http://www.w3.org/2000/svg';

const written = time => new Date(time).toISOString().slice(0, 10);

function mondayOf(day) {
  const time = Date.parse(`${day}T00:00:00Z`);
  return time - ((new Date(time).getUTCDay() + 6) % 7) * DAY;
}

// [[Monday, letters], ...] of a constituency, from its first week to its last with those between.
export function weeksOf(sums, code) {
  const found = new Map();
  sums.filter(sum => sum.code === code && sum.total.made[0]).forEach(({ day, total }) =>
    found.set(mondayOf(day), (found.get(mondayOf(day)) || 0) + total.made[0]));
  const weeks = [];
  const last = Math.max(...found.keys());
  for (let week = Math.min(...found.keys()); week <= last; week += 7 * DAY) weeks.push([written(week), found.get(week) || 0]);
  return weeks;
}

function weekBars(weeks, words) {
  const earlier = weeks.slice(0, -MOST_WEEKS).reduce((sum, [, letters]) => sum + letters, 0);
  const bars = weeks.slice(-MOST_WEEKS).map(([day, letters]) => [fill(words('sheet-week'), { day: writtenDate(day) }), letters]);
  return earlier ? [[words('sheet-earlier'), earlier]].concat(bars) : bars;
}

function bar(share) {
  const svg = document.createElementNS(SVG, 'svg');
  const rect = document.createElementNS(SVG, 'rect');
  svg.setAttribute('viewBox', '0 0 100 5');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  rect.setAttribute('width', 100 * share);
  rect.setAttribute('height', 5);
  svg.appendChild(rect);
  return svg;
}

function drawBars(sheet, name, bars) {
  const most = Math.max(1, ...bars.map(([, number]) => number));
  list(sheet, name, bars.map(([label, number]) => ({ label, number: number.toLocaleString('en-GB'), share: number / most })), (row, item) =>
    row.lastElementChild.appendChild(bar(item.share)));
}

function leadOf(sums, code, place, letters, words) {
  const days = sums.filter(sum => sum.code === code && sum.total.made[0]).map(sum => sum.day);
  const [first, last] = [days[0], days[days.length - 1]].map(writtenDate); // sums go by day
  const sameDay = letters === 1 ? 'sheet-when-one' : 'sheet-when-day';
  const slots = { letters: letters.toLocaleString('en-GB'), place, first, last };
  return `${fill(words(letters === 1 ? 'sheet-one' : 'sheet-many'), slots)} ${fill(words(first === last ? sameDay : 'sheet-when'), slots)}`;
}

// One for each constituency with letters made, by name.
export function drawSheets(main, sums, { nameOf, envelopeOf }) {
  const words = key => main.getAttribute(`data-word-${key}`);
  const totals = totalsBy(sums, 'code');
  const codes = Array.from(totals.keys()).filter(code => totals.get(code).made[0]);
  codes.sort((one, other) => nameOf(one).localeCompare(nameOf(other), 'en-GB'));
  const sheets = codes.map(code => ({ code, place: nameOf(code), member: envelopeOf(code), lead: leadOf(sums, code, nameOf(code), totals.get(code).made[0], words) }));
  list(main, 'sheets', sheets, (sheet, { code }) => {
    drawBars(sheet, 'weeks', weekBars(weeksOf(sums, code), words));
    const doors = DOORS.map((door, place) => [words(`sheet-${door}`), totals.get(code).made[place + 1]]);
    drawBars(sheet, 'doors', doors.filter(([, number]) => number));
  });
}
