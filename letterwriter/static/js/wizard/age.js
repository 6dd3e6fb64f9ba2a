// Says so where what this device knows is old: MPs change, and so do facts.

import { writtenDate } from '../engine/letter.js';
import { write } from './draw.js';

const OLD = 30; // days
const A_DAY = 24 * 60 * 60 * 1000; // ms

export function warnWhenOld(world) {
  const days = (Date.parse(world.today()) - Date.parse(world.bundle.made)) / A_DAY;
  const part = document.querySelector('[data-old]');
  write(part, { made: writtenDate(world.bundle.made) });
  part.hidden = days <= OLD;
}
