// The table of postcodes: in which constituency each of 1.7 million lies. The twin of
// letterwriter/postcodes/sector_table.py; all answers are constituency codes.

import { Rows, keyOf } from './table_rows.js';

const raise = (counts, code, by) => counts.set(code, (counts.get(code) || 0) + by);

// Highest count first; the code decides between equals, so that the order is always one.
function ranked(counts) {
  const order = (one, other) => counts.get(other) - counts.get(one) || (one < other ? -1 : 1);
  return Array.from(counts.keys()).sort(order);
}

// The codes of the rows of a sector or a district, the one with most postcodes first.
function mostFirst(rows, key) {
  const counts = new Map();
  rows.of(key).forEach(row => raise(counts, rows.code(row), rows.weight(row)));
  return ranked(counts);
}

// The other constituencies of these sectors or districts, by how many they share.
function sharing(rows, code, keys) {
  const counts = new Map();
  new Set(keys).forEach(key => {
    const here = new Set(rows.of(key).map(row => rows.code(row)));
    here.delete(code);
    here.forEach(other => raise(counts, other, 1));
  });
  return ranked(counts);
}

// Constituencies that share sectors with this one, then those that share districts; both by how
// many they share, most first.
function near(rows, code) {
  const sectors = rows.withCode(code).map(row => rows.key(row));
  const districts = sectors.map(key => key.slice(0, -1));
  return Array.from(new Set([...sharing(rows, code, sectors), ...sharing(rows, code, districts)]));
}

// Opens a published table's ArrayBuffer; throws an Error where it is none, or not a whole one.
// {size, find(place): code or null, inSector(place), inDistrict(outward), near(code): codes}
export function openTable(buffer) {
  const rows = new Rows(buffer);

  function find({ outward, inward }) {
    const row = rows.of(keyOf(outward, inward[0])).find(it => rows.holds(it, inward.slice(1)));
    return row === undefined ? null : rows.code(row);
  }

  return {
    size: rows.size,
    find,
    inSector: place => mostFirst(rows, keyOf(place.outward, place.inward[0])),
    inDistrict: outward => mostFirst(rows, keyOf(outward)),
    near: code => near(rows, code),
  };
}
