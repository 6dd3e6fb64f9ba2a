// Waiting for what is being fetched, said below the screen; whoever goes elsewhere stops it.

import { reveal } from './draw.js';

function say(waits) {
  document.querySelectorAll('[data-waiting]').forEach(status => {
    status.textContent = waits ? status.getAttribute('data-words') : '';
  });
}

export class Waiting {
  constructor() {
    this.needed = null;
  }

  // Acts once a promise is kept, and at once for null.
  after(needed, action, otherwise = () => this.tell()) {
    if (!needed) { action(); return; }
    this.stop();
    this.needed = needed;
    say(true);
    const unlessStopped = then => value => {
      if (this.needed !== needed) return;
      this.stop();
      then(value);
    };
    needed.then(unlessStopped(action), unlessStopped(otherwise));
  }

  stop() {
    this.needed = null;
    say(false);
    reveal(document, '[data-no-answer]', false);
  }

  // That what was needed could not be fetched.
  tell() {
    const notice = document.querySelector('[data-no-answer]');
    notice.hidden = false;
    notice.focus();
  }
}
