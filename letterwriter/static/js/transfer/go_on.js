// Goes on with what main.js unpacked, in the wizard: the first page takes this one's place, and
// nothing of the letter goes to the server. These scripts come only where there is something to open.

import { fetchStart } from '../parts.js';
import { bringNeeded, firstPageWith, goOnIn } from '../wizard/hand_over.js';
import { showNotices } from '../wizard/notices.js';
import { Personal } from '../wizard/personal.js';
import { baseOf } from '../wizard/source.js';
import { addresseeOf } from '../wizard/state.js';
import { arrived } from './arrival.js';

async function bring(parcel, { source, world }) {
  if (parcel.kind === 'choices') return source.campaign();
  const code = parcel.constituency;
  await bringNeeded(source, code, parcel.sender.postcode, 'letter');
  return addresseeOf({ code }, world) ? null : source.before('by-name', '');
}

async function goOn({ parcel, isWanted, stop }) {
  const base = baseOf(document.documentElement.getAttribute('data-edition'));
  const personal = new Personal(await fetchStart(base), base);
  const page = await firstPageWith(bring(parcel, personal));
  if (!isWanted()) return; // another code was scanned meanwhile
  const { state, screen, said } = arrived(parcel, personal.world);
  const notice = document.querySelector(`template[data-came="${said}"]`).content.firstElementChild;
  stop();
  goOnIn(page, personal, state, screen);
  showNotices(personal.wizard.view, [notice]);
  personal.tellBesides();
}

document.addEventListener('parcel', ({ detail }) => goOn(detail).catch(fault => {
  console.warn('What came could not be opened:', fault.message);
  detail.failed();
}));
