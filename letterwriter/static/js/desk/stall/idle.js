// Somebody walks away: after a while of nothing the page asks, counts down, and clears. All goes
// by the clock rather than by counted seconds, since a tablet that sleeps counts none.

import { write } from '../draw.js';
import { isReading } from '../voice.js';

const QUIET = 90; // seconds of nothing before it asks
const COUNTDOWN = 20; // seconds to answer

const SIGNS = ['touchstart', 'mousedown', 'mousemove', 'keydown', 'input', 'wheel'];

// atRest: whether there is nothing to clear; onEnd: what clears.
export function watchIdle(atRest, onEnd) {
  const cover = document.querySelector('[data-idle]');
  const stay = cover.querySelector('[data-still-here]');
  let last = Date.now();
  let before = null;

  function close() {
    cover.hidden = true;
    last = Date.now();
    if (before && before.isConnected) before.focus();
  }

  function ask(left) {
    write(cover, { seconds: String(left) });
    if (!cover.hidden) return;
    before = document.activeElement;
    cover.hidden = false;
    stay.focus();
  }

  function tick() {
    if (atRest() || isReading()) { last = Date.now(); cover.hidden = true; return; }
    const quiet = (Date.now() - last) / 1000;
    if (quiet >= QUIET + COUNTDOWN) { before = null; close(); onEnd(); } else if (quiet >= QUIET) ask(Math.ceil(QUIET + COUNTDOWN - quiet));
  }

  SIGNS.forEach(sign => document.addEventListener(sign, () => { if (cover.hidden) last = Date.now(); }, { passive: true }));
  stay.addEventListener('click', close);
  cover.addEventListener('keydown', event => {
    if (event.key === 'Tab') event.preventDefault(); // there is one button to be on
    if (event.key === 'Escape') close();
  });
  window.setInterval(tick, 1000);
  return tick;
}
