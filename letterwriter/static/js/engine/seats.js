// The seats that are here, with their members: at first a few, later all. The twin of the
// Parliament in letterwriter/parliament/members.py.

import { nameKey, nameSearch } from './names.js';

const english = seat => [seat.name];
const welsh = seat => (seat.welsh ? [seat.welsh] : []);
const everyday = seat => seat.everyday;
const councils = seat => seat.councils;
const SEARCHED = [[english, 0], [welsh, 0], [everyday, 2], [councils, 10]]; // points behind

// Seats by their names of each kind, the first of which counts.
function byName(seats) {
  const names = new Map();
  [english, welsh, everyday].forEach(namesOf => {
    const these = new Map();
    seats.forEach(seat => namesOf(seat).map(nameKey).forEach(key => {
      these.set(key, (these.get(key) || []).concat([seat]));
    }));
    these.forEach((those, key) => { if (!names.has(key)) names.set(key, those); });
  });
  return names;
}

const searchOf = seats => nameSearch([].concat(...seats.map(seat => (
  [].concat(...SEARCHED.map(([namesOf, behind]) => namesOf(seat).map(name => [name, seat.name, behind])))
))));

// {whole: whether all are here, all, of(code): seat or undefined, named(name): seat or null,
//  alike(name, most): the seats that a name may mean, likeliest first; holds(name): whether a name of
//  one holds this one's words; inCountry(country): seats by name, add(seats), addAll(seats)}
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
    this.names = null; // both are made when somebody chooses by name
    this.search = null;
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

  // The one seat with this English, Welsh or everyday name, however it is written.
  named(name) {
    this.names = this.names || byName(this.all);
    const [seat, another] = this.names.get(nameKey(name)) || [];
    return seat && !another ? seat : null;
  }

  alike(name, most) {
    const byOwnName = new Map(this.all.map(seat => [seat.name, seat]));
    return this.searched().best(name, most).map(own => byOwnName.get(own));
  }

  holds(name) {
    return this.searched().holds(name);
  }

  searched() {
    this.search = this.search || searchOf(this.all);
    return this.search;
  }

  inCountry(country) {
    return this.all
      .filter(seat => seat.country === country)
      .sort((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)));
  }
}
