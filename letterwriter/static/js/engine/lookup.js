// From what a person typed to a constituency, or to the reason why there is none to give: the twin
// of letterwriter/postcodes/lookup.py. It answers as that does, except where an operator's table
// has more than devices are given, which is Great Britain's postcodes in use:
// - Northern Ireland's are under terms that do not let everybody pass them on. People there always
//   choose from its constituencies (`northern-ireland`), and its neighbours come by name.
// - Those that are no longer in use would make the download longer for few. They end as any
//   unknown postcode does, and never with the reason `ended`.
// Nor is anybody else's service asked, so the reason `second-opinion` is the server's alone.
// tests/js/test_lookups.py holds that these are all the differences.

import { absence } from './dissolution.js';
import { fill } from './passage.js';
import { NotAPostcode, areaOf, display, sectorOf, territoryOf } from './postcode.js';
import { isAsTyped } from './reading.js';

export const NORTHERN_IRELAND = 'Northern Ireland';

const NO_MP = {
  jersey: 'none',
  guernsey: 'none',
  'isle-of-man': 'none',
  forces: 'invalid',
  organisation: 'invalid',
};

const MOST_NAMED = 4; // postcodes, of a text that has more than one
const MOST_DISTRICTS = 10; // as many as took the place of an old one

// `postcode` is a place {outward, inward}, null where there was no whole one; `district` is the
// first half of what was typed, empty if that was no postcode; constituencies are codes. `several`
// are the different postcodes, or first halves, of a text that holds more than one. `as_typed` is
// false where the postcode, or the first half alone, was read from a text that differs from it by
// more than case and spaces.
// `districts` are those that took the place of an old one, or that go on where a part was typed.
function answer(status, reason, place, rest) {
  const postcode = place && place.inward ? place : null;
  const district = place ? place.outward : '';
  return Object.assign(
    { status, reason, postcode, district, constituency: null, candidates: [] },
    { several: [], as_typed: true, districts: [] },
    rest,
  );
}

const codesIn = (country, world) => world.inCountry(country).map(seat => seat.code);

// Without codes that the table of members lacks: there would be nobody to write to.
const known = (codes, world) => codes.filter(code => world.seat(code));

function inSector(place, world) {
  const constituency = world.table.find(place);
  if (world.seat(constituency)) return answer('found', 'found', place, { constituency });
  const candidates = known(world.table.inSector(place), world);
  if (candidates.length > 1) return answer('choose', 'split-sector', place, { candidates });
  const [only] = candidates;
  return only ? answer('guess', 'unknown-unit', place, { constituency: only }) : null;
}

// Those in London that go on with a letter, 'SW1A' and others for 'SW1'.
function letteredDistricts(outward, { lettered }) {
  return (lettered[areaOf(outward)] || '').split('').map(letter => outward + letter);
}

// All whose postcodes begin with the same letters, by name: most may be for a mistyped one.
function unknownDistrict(place, world) {
  const numbers = Array.from({ length: 100 }, (_, number) => String(number));
  const area = areaOf(place.outward);
  const inAll = numbers.map(number => area + number)
    .concat(...numbers.slice(1, 10).map(number => letteredDistricts(area + number, world.bundle.rules)));
  const codes = new Set([].concat(...inAll.map(outward => world.table.inDistrict(outward))));
  const candidates = known(Array.from(codes), world)
    .sort((one, other) => (world.seat(one).name < world.seat(other).name ? -1 : 1));
  const status = candidates.length ? 'choose' : 'invalid';
  return answer(status, 'unknown-district', place, { postcode: null, candidates });
}

// The answer for a first half that no postcode has.
function instead(place, world) {
  const { outward } = place;
  const { rules } = world.bundle;
  const codesOf = district => known(world.table.inDistrict(district), world);
  const meant = [
    ['old-district', rules.old_districts[outward] || []],
    ['part-district', letteredDistricts(outward, rules)],
  ].map(([reason, all]) => [reason, all.filter(district => codesOf(district).length)]);
  const [reason, districts] = meant.find(([, all]) => all.length) || ['', []];
  if (!reason) return unknownDistrict(place, world);
  const candidates = Array.from(new Set([].concat(...districts.map(codesOf))));
  return answer('choose', reason, place, { postcode: null, candidates, districts });
}

function inDistrict(place, world) {
  const candidates = known(world.table.inDistrict(place.outward), world);
  if (!candidates.length) return instead(place, world);
  return answer('choose', place.inward ? 'unknown-sector' : 'district-only', place, { candidates });
}

// A look-up without its part of the world would say that there is no such district.
function needed(area) {
  if (area) throw new Error(`the part of the area ${area} is not here`);
}

function ofPlace(place, world) {
  const territory = territoryOf(place, world.bundle.rules);
  if (NO_MP[territory]) return answer(NO_MP[territory], territory, place);
  needed(world.partAt(place.outward));
  if (territory === 'northern-ireland') {
    return answer('choose', territory, place, { candidates: codesIn(NORTHERN_IRELAND, world) });
  }
  return (place.inward && inSector(place, world)) || inDistrict(place, world);
}

// The constituency of whatever a person typed. Throws an Error only where world.partFor(text)
// says which part is still to be fetched.
export function lookUp(text, world) {
  let places;
  try {
    places = world.read(text);
  } catch (error) {
    if (error instanceof NotAPostcode) return answer('invalid', error.mistake, null);
    throw error;
  }
  if (places.length > 1) return answer('invalid', 'several', null, { several: places });
  const found = ofPlace(places[0], world);
  found.as_typed = isAsTyped(places[0], text);
  return found;
}

// Other constituencies to offer someone who does not belong to this one, nearest first. For
// Northern Ireland, of whose postcodes there is no table, all its others by name. Throws an Error
// only where world.partNear(code) says which part is still to be fetched.
export function nearby(code, world) {
  needed(world.partNear(code));
  const seat = world.seat(code);
  if (seat && seat.country === NORTHERN_IRELAND) {
    return codesIn(NORTHERN_IRELAND, world).filter(other => other !== code);
  }
  return known(world.table.near(code), world);
}

// Which postcode or first half was read, where something else was typed; '' elsewhere.
export function readMessage({ postcode, district, as_typed: asTyped }, world) {
  const read = postcode ? display(postcode) : district;
  return read && !asTyped ? fill(world.words.lookup['read-as'], { postcode: read }) : '';
}

function said(lookup, world) {
  const { postcode, district, constituency, reason } = lookup;
  const slots = {
    district,
    area: district ? areaOf(district) : '',
    postcode: postcode ? display(postcode) : '',
    districts: lookup.districts.slice(0, MOST_DISTRICTS).join(', '),
    postcodes: lookup.several.slice(0, MOST_NAMED).map(display).join(', '),
  };
  if (postcode) slots.sector = sectorOf(postcode);
  const isInOne = reason === 'district-only' && lookup.candidates.length === 1;
  if (!constituency) return fill(world.words.lookup[isInOne ? 'district-in-one' : reason], slots);
  const { slots: words, member } = world.seat(constituency);
  slots.constituency = words.constituency;
  if (member) slots.mp = member.name;
  const none = absence(world);
  if (none) return fill(world.words.parliament[`${reason}-absent`], Object.assign(slots, { absence: none.said }));
  return fill(world.words.lookup[member ? reason : `${reason}-vacant`], slots);
}

// What a look-up found, or what is wrong with the postcode and how to mend it.
export function message(lookup, world) {
  return [readMessage(lookup, world), said(lookup, world)].filter(Boolean).join(' ');
}
