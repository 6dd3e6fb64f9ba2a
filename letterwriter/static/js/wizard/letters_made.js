// How many letters a site that counts them has had from a constituency, where they are five or
// more. The numbers of all constituencies are fetched, so that nobody learns which one is asked for.

import { siteAddress } from '../site.js';
import { write } from './draw.js';

let numbers = null;

function fetched() {
  if (!numbers) numbers = fetch(siteAddress('counts.json')).then(answer => answer.json());
  numbers.catch(() => { numbers = null; });
  return numbers;
}

export function showLettersMade(view, wizard, seat) {
  if (wizard.mode === 'stall' || !wizard.world.bundle.server.counts) return;
  fetched().then(({ constituencies }) => {
    const row = constituencies.find(({ code }) => code === seat.code);
    const still = wizard.at === 'found' && wizard.state.code === seat.code;
    if (row && still) write(view, { letters: row.letters.toLocaleString('en-GB'), said_place: seat.slots.constituency });
  }, () => {}); // without a network, nothing is said
}
