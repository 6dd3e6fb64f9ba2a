// The letter is one stop of the Tab key, and the arrow keys go from part to part: a letter may
// have twenty of them, and whoever only reads it should not have to pass each.

import { keyOf } from './drawing.js';

const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
const HELP = 'aria-describedby';

export const isClosed = part => !part.classList.contains('opened') && !part.classList.contains('removed');

// Which of the parts the Tab key comes to: the one with this key, or else the first.
export function setStop(parts, key) {
  const closed = parts.filter(isClosed);
  const stop = closed.find(part => keyOf(part) === key) || closed[0];
  parts.forEach(part => {
    part.removeAttribute('tabindex');
    part.removeAttribute(HELP);
  });
  closed.forEach(part => {
    part.tabIndex = part === stop ? 0 : -1;
    part.setAttribute(HELP, 'part-help');
  });
}

// The part that a key goes to from this one; undefined where it goes to none.
export function stopAfter(parts, part, pressed) {
  if (!(pressed in STEPS)) return undefined;
  const closed = parts.filter(isClosed);
  const place = closed.indexOf(part) + STEPS[pressed];
  return closed[Math.max(0, Math.min(closed.length - 1, place))];
}
