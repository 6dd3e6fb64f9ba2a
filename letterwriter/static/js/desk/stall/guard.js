// Between people nothing may be left: not on the screen of a tablet that wakes, not behind Back,
// not in a page that the browser has put away.

import { watchIdle } from './idle.js';

export function guard(desk) {
  const tick = watchIdle(() => desk.atRest, () => desk.clear());
  document.addEventListener('visibilitychange', () => {
    // Covered first, so that neither the list of open programs nor a waking screen shows words.
    document.body.classList.add('covered');
    if (document.hidden) return;
    tick();
    document.body.classList.remove('covered');
  });
  const forget = () => desk.forget();
  const again = () => { if (!desk.view.firstElementChild) desk.start(); };
  window.addEventListener('pagehide', forget);
  window.addEventListener('pageshow', again);
  document.addEventListener('freeze', forget);
  document.addEventListener('resume', again);
}
