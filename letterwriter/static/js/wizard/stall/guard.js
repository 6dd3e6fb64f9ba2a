// Between people nothing may be left: not on the screen of a tablet that wakes, not behind Back,
// not in a page that the browser has put away.

import { watchIdle } from './idle.js';

export function guard(wizard) {
  const turned = watchIdle(() => wizard.atRest, () => wizard.clear());
  document.addEventListener('visibilitychange', () => {
    // Covered first, so that neither the list of open programs nor a waking screen shows words.
    document.body.classList.add('covered');
    turned(document.hidden);
    if (document.hidden) return;
    document.body.classList.remove('covered');
  });
  const forget = () => wizard.forget();
  const again = () => { if (!wizard.view.firstElementChild) wizard.start(); };
  window.addEventListener('pagehide', forget);
  window.addEventListener('pageshow', again);
  document.addEventListener('freeze', forget);
  document.addEventListener('resume', again);
}
