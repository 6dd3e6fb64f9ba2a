// The seats that are here, with their members: at first a few, later all. The twin of the
// Parliament in letterwriter/parliament/members.py.

import { split } from './spaces.js';

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

// {whole: whether all are here, all, of(code): seat or undefined, named(name): seat or null,
//  inCountry(country): seats by name, add(seats), addAll(seats)}
export class Seats {
  constructor(seats) {
    this.whole = false;
    this.byCode = new Map();
    this.add(seats);
  }

  get all() {
    return Array.from(this.byCode.values());
  }

  add(seats) {
    seats.forEach(seat => this.byCode.set(seat.code, seat));
    this.names = null; // made when somebody chooses by name
  }

  // Every seat there is, in the server's order.
  addAll(seats) {
    this.whole = true;
    this.byCode.clear();
    this.add(seats);
  }

  of(code) {
    return this.byCode.get(code);
  }

  named(name) {
    this.names = this.names || byName(this.all);
    return this.names.get(folded(name)) || null;
  }

  inCountry(country) {
    return this.all
      .filter(seat => seat.country === country)
      .sort((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)));
  }
}
