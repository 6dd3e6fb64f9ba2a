// Somebody walks away: after a while of nothing the page asks, counts down, and clears. All goes
// by clocks rather than by counted seconds, since a tablet that sleeps counts none.

import { write } from '../draw.js';
import { isReading } from '../voice.js';
import { Quiet } from './clock.js';

const QUIET = 90; // seconds of nothing before it asks
const COUNTDOWN = 20; // seconds to answer

const SIGNS = ['touchstart', 'mousedown', 'mousemove', 'keydown', 'input', 'wheel'];

// atRest: whether there is nothing to clear; onEnd: what clears. Returns what is to be told
// whether the page has gone out of sight or come back.
export function watchIdle(atRest, onEnd) {
  const cover = document.querySelector('[data-idle]');
  const stay = cover.querySelector('[data-still-here]');
  const clock = new Quiet(QUIET * 1000); // where that is all it knows, it asks
  let before = null;

  function close() {
    cover.hidden = true;
    clock.restart();
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
    const quiet = clock.count() / 1000;
    const listens = isReading() && quiet < QUIET; // a voice goes on where a tablet slept, too
    if (atRest() || listens) { clock.restart(); cover.hidden = true; return; }
    if (quiet >= QUIET + COUNTDOWN) { before = null; close(); onEnd(); } else if (quiet >= QUIET) ask(Math.ceil(QUIET + COUNTDOWN - quiet));
  }

  function sign() {
    tick(); // the first touch after a sleep is no sign that it was the same person's
    if (cover.hidden) clock.restart();
  }

  function turned(away) {
    clock.turned(away);
    if (!away) tick();
  }

  SIGNS.forEach(name => document.addEventListener(name, sign, { passive: true }));
  stay.addEventListener('click', close);
  cover.addEventListener('keydown', event => {
    if (event.key === 'Tab') event.preventDefault(); // there is one button to be on
    if (event.key === 'Escape') close();
  });
  window.setInterval(tick, 1000);
  return turned;
}
