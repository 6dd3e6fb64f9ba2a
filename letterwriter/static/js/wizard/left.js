// The letter is in the writer's hands. A site that counts letters is told so: the constituency, the
// door, and a number by chance by which a page counts once. A stall has a tally of its own.

import { siteAddress } from '../site.js';

const counts = ({ mode, world }) => mode !== 'stall' && Boolean(world.bundle.server.counts);

function newMark() {
  const drawn = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(drawn, byte => byte.toString(16).padStart(2, '0')).join('');
}

// What a request carries as long as the letter is not counted: [] or [[name, value]].
export function markOf(wizard) {
  const { state } = wizard;
  if (!counts(wizard) || state.counted) return [];
  state.mark = state.mark || newMark();
  return [['count', state.mark]];
}

// It left by a file that the server made, and counted with it; `state` is as it was when it was asked.
export function leftAsFile(wizard, state) {
  wizard.state.handedOver = true;
  state.counted = true;
}

// It left by the page itself. Without a network it is not counted.
export function left(wizard, door) {
  const { state } = wizard;
  const mark = markOf(wizard);
  state.handedOver = true;
  if (!mark.length) return;
  const body = new FormData();
  mark.concat([['constituency', state.code], ['door', door]]).forEach(([name, value]) => body.append(name, value));
  fetch(siteAddress('count'), { method: 'POST', body, keepalive: true }) // the page may go away for a mail app
    .then(answer => { if (answer.ok) state.counted = true; }, () => {});
}
