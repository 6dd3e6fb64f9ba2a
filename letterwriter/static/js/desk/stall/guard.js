// Between people nothing may be left: not on the screen of a tablet that wakes, not behind Back,
// not in a page that the browser has put away.

import { watchIdle } from './idle.js';

export function guard(desk, start) {
  const tick = watchIdle(desk.atRest, () => desk.clear(desk.cleared));
  document.addEventListener('visibilitychange', () => {
    // Covered first, so that neither the list of open programs nor a waking screen shows words.
    document.body.classList.add('covered');
    if (document.hidden) return;
    tick();
    document.body.classList.remove('covered');
  });
  window.addEventListener('pagehide', desk.forget);
  document.addEventListener('freeze', desk.forget);
  const again = () => { if (!desk.here().firstElementChild) start(); };
  document.addEventListener('resume', again);
  window.addEventListener('pageshow', event => { if (event.persisted) start(); });
}
