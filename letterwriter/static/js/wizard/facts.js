// The table of facts on "Ready for the stall": sizes, days and what the browser promises.

import { writtenDate } from '../engine/letter.js';
import { isInstalled, room, sizeOf, storedAt } from './stored.js';

// Puts words from the element's own data-… into it, with their {slots} filled.
export function say(element, which, slots) {
  const words = element.getAttribute('data-' + which) || '';
  element.textContent = words.replace(/\{(\w+)\}/g, (whole, name) => (name in slots ? slots[name] : whole));
}

function tell(name, which, slots) {
  say(document.querySelector(`[data-fact="${name}"]`), which, slots || {});
}

function size(bytes) {
  const units = [['GB', 1e9], ['MB', 1e6], ['KB', 1e3]];
  const unit = units.find(each => bytes >= each[1] * 0.95) || units[2];
  return `${(bytes / unit[1]).toLocaleString('en-GB', { maximumSignificantDigits: 2 })} ${unit[0]}`;
}

const count = number => number.toLocaleString('en-GB');

// `number` is of what they hold, null where that cannot be read.
function file(name, found, number) {
  if (found.there < found.all) tell(name, 'none');
  else if (number === null) tell(name, 'bare', { size: size(found.bytes) });
  else tell(name, 'words', { count: count(number), size: size(found.bytes) });
}

function sizes(state, world) {
  const pages = sizeOf(state, /^(?!.*\/((start|campaign|seats)\.json|postcodes\.bin)$)/);
  file('postcodes', sizeOf(state, /\/postcodes\.bin$/), world && world.table.size);
  file('words', sizeOf(state, /\/(start|campaign|seats)\.json$/), world && world.seats.length);
  tell('pages', pages.there < pages.all ? 'part' : 'words', {
    count: count(pages.there), all: count(pages.all), size: size(pages.bytes),
  });
}

function days(state, world) {
  const known = world.seats.map(seat => seat.as_of).sort();
  const made = writtenDate(world.bundle.made);
  tell('edition', 'words', { made, id: state.edition });
  tell('members', 'words', { oldest: writtenDate(known[0]), newest: writtenDate(known[known.length - 1]) });
  document.querySelector('[data-fact="made"]').textContent = made;
}

function whenStored(state) {
  return storedAt(state).then(time => {
    document.querySelector('[data-fact="stored"]').textContent = time
      ? time.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' }) : '';
  });
}

// What the store and the browser tell; `world` is null where the store is not whole.
export function facts(state, world) {
  sizes(state, world);
  if (world) days(state, world);
  tell('controlled', navigator.serviceWorker.controller ? 'yes' : 'no');
  tell('installed', isInstalled() ? 'yes' : 'no');
  return Promise.all([whenStored(state), room()]).then(told => {
    const { free, persisted } = told[1];
    tell('room', free === null ? 'none' : 'words', { size: size(free) });
    tell('persisted', persisted === null ? 'none' : (persisted ? 'yes' : 'no'));
  });
}
