// A device in stall mode shows the stall, whichever page of the site is opened on it.

import { recall } from './desk/kept.js';

export function startStallDoor() {
  const home = document.querySelector('a.name');
  if (home && recall('stall')) location.replace(`${home.href}stall`);
}
