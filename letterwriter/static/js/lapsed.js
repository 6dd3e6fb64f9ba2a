// "What is changing" may lie on a device for weeks: facts past their last day are taken away there,
// and the part says that they are being checked, as it does on the server.

import { deviceDay } from './engine/day.js';

export function dropLapsed(place, today) {
  place.querySelectorAll('[data-part]').forEach(part => {
    const past = Array.from(part.querySelectorAll('[data-until]'))
      .filter(fact => fact.getAttribute('data-until') < today);
    past.forEach(fact => fact.parentNode.removeChild(fact));
    if (past.length) part.querySelector('[data-waits]').hidden = false;
  });
}

// On the page itself; a demonstration's day is written there.
export function startLapsed() {
  const place = document.querySelector('[data-aside]');
  if (place) dropLapsed(place, place.getAttribute('data-today') || deviceDay());
}
