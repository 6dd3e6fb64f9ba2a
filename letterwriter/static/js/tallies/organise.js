// The organiser's page: any number of tallies, added up on this device. All that it says stands in
// templates/volunteers/organise.html.

import { fill } from '../engine/passage.js';
import { siteAddress } from '../site.js';
import { saveBlob } from '../wizard/documents.js';
import { list, put, reveal, typed } from '../wizard/draw.js';
import { today } from '../wizard/stall/tally.js';
import { Camera, canScan } from './camera.js';
import { keepLines, keptLines } from './kept.js';
import { drawResults, drawTables, startTables } from './results.js';
import { drawSheets } from './sheets.js';
import { csvTable, sumsOf } from './sums.js';
import { MOST_AT_ONCE, asLine, newId, readTallies, stallName } from './tally.js';

const main = document.querySelector('[data-organise]');
const told = main.querySelector('[data-told]');
const on = (selector, kind, action) => main.querySelector(selector).addEventListener(kind, action);
const CSV = ['day', 'code', 'place', 'stall', 'letters', 'printed', 'taken', 'emailed', 'plain', 'ahead'];

function tell(lines) {
  told.textContent = '';
  lines.forEach(line => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    told.appendChild(paragraph);
  });
  told.hidden = !lines.length;
}

const say = (which, slots) => fill(told.getAttribute(`data-${which}`), slots || {});

class Page {
  constructor(world) {
    Object.assign(this, { world, every: false });
    this.orders = { code: { by: 'letters', down: true }, day: { by: 'label', down: false }, stall: { by: 'label', down: false } };
    this.take(keptLines());
  }

  // Only what still reads as a tally is held: a newer list of constituencies may lack one.
  take(lines) {
    this.tallies = readTallies(lines.join('\n'), this.world.isPlace).tallies;
    this.lines = Array.from(new Set(this.tallies.map(asLine)));
  }

  draw() {
    this.sums = sumsOf(this.tallies);
    drawResults(main, this.tallies, this.sums, this.world);
    this.drawTables();
  }

  drawTables() {
    drawTables(main, this.sums, this.world, this.orders, this.every);
  }

  // Adds what a text holds, and tells what came of it.
  add(text, name) {
    const { tallies, wrong } = readTallies(text, this.world.isPlace);
    const before = this.lines.length;
    this.take(this.lines.concat(tallies.map(asLine)));
    const number = this.lines.length - before;
    const kept = keepLines(this.lines);
    this.draw();
    const faults = wrong.map(({ line, why }) => say('in-place', { file: name, line: String(line), why: main.getAttribute(`data-word-${why}`) }));
    if (number) faults.unshift(say(number === 1 ? 'added-one' : 'added-many', { number: String(number) }));
    else if (tallies.length) faults.unshift(say('again'));
    else if (!wrong.length) faults.unshift(say('none'));
    return kept ? faults : faults.concat(say('not-kept'));
  }

  wipe() {
    this.take([]);
    keepLines([]);
    this.draw();
  }
}

function textOf(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader(); // older iPads have no file.text()
    reader.onload = () => resolve(reader.result);
    reader.onerror = reject;
    reader.readAsText(file);
  });
}

async function addFiles(page, files) {
  const lines = [];
  for (const file of files) {
    const text = await textOf(file).catch(() => null);
    lines.push(...(text === null ? [say('unreadable', { file: file.name })] : page.add(text, file.name)));
  }
  tell(lines);
}

function startAdding(page) {
  on('#tally-files', 'change', event => {
    addFiles(page, Array.from(event.target.files)).then(() => { event.target.value = ''; });
  });
  on('[data-paste]', 'click', () => {
    tell(page.add(typed(main, 'pasted'), say('pasted-name')));
    put(main, 'pasted', '');
  });
}

function startScanning(page) {
  reveal(main, '[data-scanning]', canScan());
  reveal(main, '[data-no-scanning]', !canScan());
  const camera = new Camera(main.querySelector('video'), text => tell(page.add(text, say('scanned-name'))));
  const shown = running => {
    reveal(main, '[data-camera]', running);
    reveal(main, '[data-scan]', !running);
  };
  on('[data-scan]', 'click', () => {
    shown(true);
    main.querySelector('[data-stop]').focus();
    camera.start().catch(() => {
      shown(false);
      reveal(main, '[data-no-camera]', true);
    });
  });
  on('[data-stop]', 'click', () => {
    camera.stop();
    shown(false);
    main.querySelector('[data-scan]').focus();
  });
}

// The line of a paper tally as it is typed, or what is wrong with it: {line} or {wrong}.
function paperTally(world) {
  const code = world.codeOf(typed(main, 'paper-place'));
  const day = typed(main, 'paper-day');
  const letters = Number(typed(main, 'paper-letters').replace(/[\s,]/g, ''));
  if (!code) return { wrong: 'paper-place' };
  if (!/^20\d\d-\d\d-\d\d$/.test(day)) return { wrong: 'paper-day' };
  if (!Number.isInteger(letters) || letters < 1 || letters > MOST_AT_ONCE) return { wrong: 'paper-letters' };
  const rows = [{ day, code, counts: [letters, letters, 0, 0, 0] }];
  return { line: asLine({ id: newId(), kind: 'paper', stall: stallName(typed(main, 'paper-stall')), rows }) };
}

function startPaper(page) {
  put(main, 'paper-day', today());
  list(main, 'places', page.world.names.map(name => ({ name })), (option, { name }) => { option.value = name; });
  on('[data-paper]', 'submit', event => {
    event.preventDefault();
    const { line, wrong } = paperTally(page.world);
    if (wrong) {
      tell([say(wrong)]);
      main.querySelector(`#${wrong}`).focus();
      return;
    }
    tell(page.add(line, ''));
    ['paper-place', 'paper-letters'].forEach(id => put(main, id, '')); // the next line of the same sheet
    main.querySelector('#paper-place').focus();
  });
}

const saveText = (text, kind, name) => saveBlob(new Blob([text], { type: `${kind};charset=utf-8` }), name);

function startResults(page) {
  startTables(main, page.orders, () => page.drawTables());
  on('[data-every]', 'change', event => {
    page.every = event.target.checked;
    page.drawTables();
  });
  on('[data-csv]', 'click', () => {
    const headings = CSV.map(column => main.getAttribute(`data-word-csv-${column}`));
    saveText(`\ufeff${csvTable(page.sums, headings, page.world.nameOf)}`, 'text/csv', `letters-made-${today()}.csv`);
  });
  on('[data-save]', 'click', () => saveText(`${page.lines.join('\n')}\n`, 'text/plain', `tallies-${today()}.jsonl`));
  on('[data-print]', 'click', () => window.print());
  on('[data-print-sheets]', 'click', () => {
    drawSheets(main, page.sums, page.world);
    document.documentElement.classList.add('sheets-alone');
    window.print();
  });
  window.addEventListener('afterprint', () => document.documentElement.classList.remove('sheets-alone'));
  on('[data-wipe]', 'click', () => {
    page.wipe();
    tell([say('wiped')]);
  });
}

// What a phone's camera opened this page with leaves the address at once.
function scannedBefore() {
  const digits = location.hash.slice(1);
  if (digits) history.replaceState(null, '', location.pathname);
  return digits;
}

function worldOf(seats, hexes) {
  const byCode = new Map(seats.map(seat => [seat.code, seat]));
  const folded = name => name.trim().toLowerCase().replace(/\s+/g, ' ');
  const codes = new Map(seats.map(seat => [folded(seat.name), seat.code]));
  return {
    hexes,
    names: seats.map(seat => seat.name).sort((one, other) => one.localeCompare(other, 'en-GB')),
    isPlace: code => byCode.has(code),
    nameOf: code => (byCode.get(code) || { name: code }).name,
    memberOf: code => ((byCode.get(code) || {}).member || { name: '' }).name,
    envelopeOf: code => ((byCode.get(code) || {}).member || { envelope: '' }).envelope,
    codeOf: name => codes.get(folded(name)),
  };
}

async function start() {
  const base = siteAddress(`at/${document.documentElement.getAttribute('data-edition')}/`);
  const [{ seats }, hexes] = await Promise.all(['seats.json', 'hexes.json'].map(name => fetch(base + name).then(answer => answer.json())));
  const page = new Page(worldOf(seats, hexes));
  const scanned = scannedBefore();
  [startAdding, startScanning, startPaper, startResults].forEach(part => part(page));
  page.draw();
  reveal(main, '[data-able]', true);
  const addScanned = digits => digits && tell(page.add(digits, say('scanned-name')));
  addScanned(scanned);
  window.addEventListener('hashchange', () => addScanned(scannedBefore())); // a code scanned into this tab
}

start();
