// A device in stall mode shows the stall, whichever page of the site is opened on it.

import { recall } from './wizard/store.js';
import { siteAddress } from './site.js';

export function startStallDoor() {
  if (!document.querySelector('link[rel="manifest"]') || !recall('stall')) return;
  const stall = siteAddress('stall');
  const here = location.href.split(/[?#]/)[0];
  if (here !== `${stall}/ready`) location.replace(stall); // a volunteer may look at what is stored
}
