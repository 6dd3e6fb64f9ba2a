// Says so where what this device knows is old: MPs change, and so do facts.

import { writtenDate } from '../engine/letter.js';
import { write } from './draw.js';

const OLD = 30; // days
const A_DAY = 24 * 60 * 60 * 1000; // ms

// By the device's day or the edition's fixed one.
export const daysSince = (day, world) => (Date.parse(world.today()) - Date.parse(day)) / A_DAY;

export const isOld = world => daysSince(world.bundle.made, world) > OLD;

export function warnWhenOld(world) {
  const part = document.querySelector('[data-old]');
  write(part, { made: writtenDate(world.bundle.made) });
  part.hidden = !isOld(world);
}
