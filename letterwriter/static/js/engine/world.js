// What every page needs to know, from what the server published: the twin of
// letterwriter/web/app_data.py. It grows: a look-up takes one area's part of it, a letter the
// campaign, a stall without a network all of it.

import { addressReader } from './address.js';
import { deviceDay } from './day.js';
import { stageOn } from './dissolution.js';
import { NotAPostcode, areaOf, territoryOf } from './postcode.js';
import { reader } from './reading.js';
import { Seats } from './seats.js';
import { Tables } from './tables.js';

// The area of a first half, "M", where there is a part of the world for it; '' elsewhere. Where
// the first half is an old one, it is the area of those that took its place.
function partOf(typed, rules) {
  const [outward] = rules.old_districts[typed] || [typed];
  const area = areaOf(outward);
  const territory = territoryOf({ outward }, rules);
  const has = territory === 'great-britain' || territory === 'northern-ireland';
  return has && rules.areas.includes(area) ? area : '';
}

// The first half of a text's one postcode, or '' where there is none or more than one.
function outwardOf(text, read) {
  try {
    const [place, another] = read(text);
    return another ? '' : place.outward;
  } catch (error) {
    if (error instanceof NotAPostcode) return '';
    throw error;
  }
}

// A seat as it is while nobody is an MP.
const withoutMember = seat => Object.assign({}, seat, { member: null, role: 'vacant' });

// A world from start.json, which knows one seat (the Home Secretary's) and no postcode yet.
export function openWorld(start) {
  const bundle = Object.assign({}, start);
  const seats = new Seats(start.home_secretary ? [start.home_secretary] : []);
  const table = new Tables();
  const { parse, read, holdsPlace } = reader(start.rules);
  const onThisDay = seat => (seat && seat.member && world.stage ? withoutMember(seat) : seat);
  const world = {
    bundle, // start.json, and campaign.json once it is here
    get campaign() { return bundle.campaign; },
    get words() { return bundle.words; },
    limits: bundle.limits,
    table,
    parse,
    read,
    holdsPlace,
    readAddress: addressReader(read),
    // '' while there are MPs; else why there are none (dissolution.js).
    get stage() { return bundle.dissolution ? stageOn(bundle.dissolution, world.today()) : ''; },
    get seats() { return seats.all.map(onThisDay); },
    get hasAllSeats() { return seats.whole; },
    get whole() { return seats.whole && Boolean(table.whole); }, // but for the campaign
    seat: code => onThisDay(seats.of(code)), // undefined where it is not here
    inCountry: country => seats.inCountry(country).map(onThisDay), // by name
    today: () => bundle.today || deviceDay(), // '2026-11-22'

    // The area whose part a look-up of this text still lacks; '' where lookUp can answer.
    partFor(text) {
      const outward = outwardOf(text, read);
      return outward && world.partAt(outward);
    },
    partAt(outward) {
      const area = partOf(outward, bundle.rules);
      return world.whole || table.hasPart(area) ? '' : area;
    },
    // The area whose part holds a seat's neighbours; '' where nearby can answer.
    partNear(code) {
      if (world.whole || table.hasList(code)) return '';
      const { area = '' } = seats.of(code) || {};
      return table.hasPart(area) ? '' : area;
    },

    // Whether postcodes of an area may be had: Northern Ireland's may not.
    hasRows: area => territoryOf({ outward: area }, bundle.rules) === 'great-britain',
    // areas/M.json and areas/M.bin, or areas/BT.json alone. Throws an Error where it is no table.
    addArea(part, buffer) {
      table.addPart(part.area, part.near, buffer);
      seats.add(part.seats);
    },
    addSeats: all => seats.addAll(all), // those of seats.json
    addTable: buffer => table.addWhole(buffer), // postcodes.bin; throws as addArea does
    addCampaign(campaign) {
      Object.assign(bundle, campaign, { words: Object.assign({}, bundle.words, campaign.words) });
    },
  };
  return world;
}

// A world with all there is: from start.json, campaign.json, seats.json and postcodes.bin.
export function openWhole(start, campaign, { seats }, buffer) {
  const world = openWorld(start);
  world.addCampaign(campaign);
  world.addSeats(seats);
  world.addTable(buffer);
  return world;
}
