// Seats by their names: English, Welsh and everyday ones, and those of councils.

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

// {named(name): the one seat with this English, Welsh or everyday name, however it is written, or
//  null; alike(name, most): the seats that it may mean, likeliest first; holds(name): whether a name
//  of one holds this one's words}
export function seatNames(seats) {
  const names = byName(seats);
  const search = searchOf(seats);
  const byOwnName = new Map(seats.map(seat => [seat.name, seat]));
  return {
    named(name) {
      const [seat, another] = names.get(nameKey(name)) || [];
      return seat && !another ? seat : null;
    },
    alike: (name, most) => search.best(name, most).map(own => byOwnName.get(own)),
    holds: name => search.holds(name),
  };
}
