// What the tallies come to: the sum, the map, and tables to sort.

import { writtenDate } from '../engine/letter.js';
import { fill } from '../engine/passage.js';
import { list, reveal } from '../wizard/draw.js';
import { STEPS, drawnMap, neighbour } from './hexmap.js';
import { inAll, missingParts, totalsBy } from './sums.js';
import { DOORS } from './tally.js';

const shown = number => number.toLocaleString('en-GB');
const put = (element, which, slots) => { element.textContent = fill(element.getAttribute(`data-${which}`), slots); };

const lettersOf = totals => code => (totals.has(code) ? totals.get(code).made[0] : 0);

function drawSum(main, sums) {
  const whole = inAll(sums);
  const places = Array.from(totalsBy(sums, 'code').values()).filter(total => total.made[0]).length;
  const which = `${whole.made[0] === 1 ? 'one' : 'many'}-${places === 1 ? 'one' : 'many'}`;
  put(main.querySelector('[data-sum]'), which, { letters: shown(whole.made[0]), places: shown(places) });
  const ahead = main.querySelector('[data-ahead]');
  ahead.hidden = !whole.ahead;
  put(ahead, 'words', { letters: shown(whole.ahead) });
}

function drawMissing(main, tallies) {
  const box = main.querySelector('[data-missing]');
  const parts = missingParts(tallies);
  const told = Object.keys(parts).map(id => fill(box.getAttribute('data-words'), { of: String(parts[id][0]), missing: parts[id][1].join(', ') }));
  box.hidden = !told.length;
  box.textContent = told.join(' ');
}

function drawKey(main) {
  const last = STEPS.length - 1;
  const between = STEPS.map((low, place) => (place < last ? `${low}–${STEPS[place + 1] - 1}` : fill(main.getAttribute('data-word-key-more'), { number: String(low) })));
  const words = [main.getAttribute('data-word-key-none')].concat(between).map(each => ({ words: each }));
  list(main, 'key', words, (item, _, step) => item.querySelector('rect').setAttribute('class', `place step-${step}`));
}

// A hexagon that is pointed at, tapped or come to by the arrow keys says its name and number.
function startMap(svg, said, hexes, tell) {
  let here = null;
  const go = code => {
    svg.querySelectorAll('.here').forEach(group => group.classList.remove('here'));
    here = svg.querySelector(`[data-code="${code}"]`);
    svg.appendChild(here); // over its neighbours, so that its edge is whole
    here.classList.add('here');
    put(said, 'words', tell(code));
  };
  const pointed = event => {
    const group = event.target.closest('g');
    if (group && group !== here) go(group.getAttribute('data-code'));
  };
  svg.addEventListener('click', pointed);
  // Not where the drawing moved under a pointer at rest, while somebody goes by keys.
  svg.addEventListener('mousemove', event => (event.movementX || event.movementY) && pointed(event));
  svg.addEventListener('keydown', event => {
    if (!/^Arrow(?:Left|Right|Up|Down)$/.test(event.key)) return;
    event.preventDefault();
    go(here ? neighbour(hexes, here.getAttribute('data-code'), event.key) : svg.getAttribute('data-first'));
  });
}

function drawMap(main, sums, { hexes, nameOf }) {
  const place = main.querySelector('[data-map]');
  const said = main.querySelector('[data-map-said]');
  const letters = lettersOf(totalsBy(sums, 'code'));
  const svg = drawnMap(hexes, letters, nameOf, place.getAttribute('data-label'));
  const most = Object.keys(hexes).reduce((best, code) => (letters(code) > letters(best) ? code : best));
  svg.setAttribute('data-first', most);
  place.textContent = '';
  said.textContent = '';
  place.appendChild(svg);
  startMap(svg, said, hexes, code => ({ place: nameOf(code), letters: shown(letters(code)) }));
}

function rowOf(key, label, total, member) {
  const row = { key, label, member, letters: total.made[0], ahead: total.ahead };
  DOORS.forEach((door, place) => { row[door] = total.made[place + 1]; });
  return row;
}

// Rows for the tables 'code', 'day' and 'stall'.
export function rowsFor(what, sums, { hexes, nameOf, memberOf }, every) {
  const totals = totalsBy(sums, what);
  if (what === 'code' && every) {
    Object.keys(hexes).forEach(code => totals.has(code) || totals.set(code, { made: [0].concat(DOORS.map(() => 0)), ahead: 0 }));
  }
  const labels = { code: nameOf, day: writtenDate, stall: name => name };
  return Array.from(totals, ([key, total]) => rowOf(key, labels[what](key), total, what === 'code' ? memberOf(key) : ''));
}

const compared = (one, other) => (typeof one === 'number' ? one - other : one.localeCompare(other, 'en-GB'));

function inOrder(rows, { by, down }) {
  const field = by === 'label' && rows.every(row => /^\d{4}-/.test(row.key)) ? 'key' : by; // days by date
  const sign = down ? -1 : 1;
  return rows.slice().sort((one, other) => sign * compared(one[field], other[field]) || compared(one.label, other.label));
}

function drawTable(main, what, rows, order) {
  const table = main.querySelector(`[data-totals="${what}"]`);
  list(main, what, inOrder(rows, order).map(row => {
    const cells = Object.assign({}, row);
    Object.keys(row).forEach(key => { if (typeof row[key] === 'number') cells[key] = shown(row[key]); });
    return cells;
  }), (element, row) => {
    element.setAttribute('data-key', row.key);
    element.querySelectorAll('td').forEach(cell => cell.classList.toggle('zero', cell.textContent === '0'));
  });
  table.querySelectorAll('[data-sort]').forEach(heading => {
    if (heading.getAttribute('data-sort') === order.by) heading.setAttribute('aria-sort', order.down ? 'descending' : 'ascending');
    else heading.removeAttribute('aria-sort');
  });
}

// Headings become buttons that sort their table; `redraw` is called after each press.
export function startTables(main, orders, redraw) {
  main.querySelectorAll('[data-sort]').forEach(heading => {
    const what = heading.closest('table').getAttribute('data-totals');
    const by = heading.getAttribute('data-sort');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = heading.textContent;
    heading.textContent = '';
    heading.appendChild(button);
    button.addEventListener('click', () => {
      const words = by === 'label' || by === 'member';
      orders[what] = { by, down: orders[what].by === by ? !orders[what].down : !words };
      redraw();
    });
  });
}

export function drawTables(main, sums, world, orders, every) {
  Object.keys(orders).forEach(what => drawTable(main, what, rowsFor(what, sums, world, every), orders[what]));
}

// `tallies` as they were handed in, `sums` what they come to.
export function drawResults(main, tallies, sums, world) {
  reveal(main, '[data-results]', tallies.length > 0);
  drawSum(main, sums);
  drawMissing(main, tallies);
  drawKey(main);
  drawMap(main, sums, world);
}
