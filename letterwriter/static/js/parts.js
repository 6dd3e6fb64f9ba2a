// Fetches the parts of the world that a page needs, each when it is needed. Of a postcode only the
// letters of its area leave the page ("M" of M14 5TP), and none where this device has stored the
// whole table. `base` is the edition's address, '/at/<id>/'. Everything here rejects where a part
// cannot be had: without a network, or when the server has another edition by now.

import { openWorld } from './engine/world.js';

const fetched = (address, how) => fetch(address).then(answer => {
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer[how]();
});

// The world of a page that has nothing yet.
export const fetchStart = base => fetched(`${base}start.json`, 'json').then(openWorld);

export const fetchCampaign = (world, base) => fetched(`${base}campaign.json`, 'json').then(world.addCampaign);

// All seats, for a choice by name.
export const fetchSeats = (world, base) => fetched(`${base}seats.json`, 'json').then(({ seats }) => world.addSeats(seats));

// An area's seats, and its postcodes where there are any to be had.
function fetchPart(world, area, base) {
  const start = `${base}areas/${area}`;
  const rows = world.hasRows(area) ? fetched(`${start}.bin`, 'arrayBuffer') : null;
  return Promise.all([fetched(`${start}.json`, 'json'), rows])
    .then(([part, buffer]) => world.addArea(part, buffer));
}

// A file that the service worker has stored, or undefined; never from the network.
function stored(address) {
  if (!window.caches) return Promise.resolve(undefined);
  return window.caches.match(address).catch(() => undefined); // a browser may forbid it
}

// Takes the whole table and all seats where both are stored; says whether they were.
async function takeStored(world, base) {
  const [table, seats] = await Promise.all([stored(`${base}postcodes.bin`), stored(`${base}seats.json`)]);
  if (!table || !seats) return false;
  try {
    const { seats: all } = await seats.json();
    world.addTable(await table.arrayBuffer());
    world.addSeats(all);
    return true;
  } catch (fault) {
    return false; // what is stored is damaged
  }
}

async function bring(area, world, base) {
  if (area && !await takeStored(world, base)) await fetchPart(world, area, base);
}

// Once it resolves, lookUp(text, world) answers as the server does.
export const prepare = (text, world, base) => bring(world.partFor(text), world, base);

// Once it resolves, nearby(code, world) does, for a seat that is here.
export const prepareNear = (code, world, base) => bring(world.partNear(code), world, base);
