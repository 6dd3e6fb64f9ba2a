// The tables of postcodes that are here: the whole one, or those of single areas ("M"). It asks
// whichever knows the place; see table.js for what each answers.

import { areaOf } from './postcode.js';
import { openTable } from './table.js';

const EMPTY = { size: 0, find: () => null, inSector: () => [], inDistrict: () => [], near: () => [] };

export class Tables {
  constructor() {
    this.whole = null;
    this.parts = new Map(); // by area
    this.lists = new Map(); // a constituency's neighbours, in the server's order, by its code
  }

  // How many postcodes there are.
  get size() {
    const here = this.whole ? [this.whole] : Array.from(this.parts.values());
    return here.reduce((sum, table) => sum + table.size, 0);
  }

  // Throws an Error where the ArrayBuffer holds no table, as addPart does.
  addWhole(buffer) {
    this.whole = openTable(buffer);
  }

  // `near` are lists of codes by code. Without a buffer there are no postcodes of this area.
  addPart(area, near, buffer) {
    this.parts.set(area, buffer ? openTable(buffer) : EMPTY);
    Object.keys(near).forEach(code => this.lists.set(code, near[code]));
  }

  hasPart(area) {
    return this.parts.has(area);
  }

  hasList(code) {
    return this.lists.has(code);
  }

  find(place) {
    return this.holding(place.outward).find(place);
  }

  inSector(place) {
    return this.holding(place.outward).inSector(place);
  }

  inDistrict(outward) {
    return this.holding(outward).inDistrict(outward);
  }

  // From one area's table alone the order would be wrong, so its list comes with it.
  near(code) {
    return this.lists.get(code) || (this.whole || EMPTY).near(code);
  }

  holding(outward) {
    return this.whole || this.parts.get(areaOf(outward)) || EMPTY;
  }
}
