// Brings what a screen needs before it is shown. A page starts with start.json alone; a stall has
// all of it from the beginning.

import { fetchCampaign, fetchSeats, prepare, prepareNear } from '../parts.js';
import { siteAddress } from '../site.js';
import { PAGES, bringPage } from './asides.js';
import { LATER, SCREENS } from './screens.js';

const EDITION = /<html[^>]* data-edition="(\w+)"/;

// Screens that need neither the campaign nor the seat that was found.
const WITHOUT = ['postcode', 'choose', 'by-name', 'nearby', 'sure', 'cleared', 'about', 'own-case'].concat(PAGES);

export const ALL_HERE = { toLookUp: () => null, before: () => null };

export const baseOf = edition => siteAddress(`at/${edition}/`);

// The first page as it is now, which names the present edition.
export function firstPage() {
  return fetch(siteAddress('')).then(answer => {
    if (!answer.ok) throw new Error(`the first page: ${answer.status}`);
    return answer.text();
  });
}

function presentBase() {
  return firstPage().then(html => {
    const found = EDITION.exec(html);
    if (!found) throw new Error('the first page names no edition');
    return baseOf(found[1]);
  });
}

// Adds the second script, which belongs to this page's first one: a newer edition's would not fit.
function secondScript(base) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = `${base}static/js/later.js`;
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => reject(new TypeError('the second script did not come')));
    document.head.appendChild(script);
  });
}

export class Source {
  constructor(world, base) {
    Object.assign(this, { world, base, own: base, coming: null, script: null });
  }

  // The screens of the letter; fetched once.
  later() {
    if (!this.script) {
      this.script = secondScript(this.own);
      this.script.catch(() => { this.script = null; });
    }
    return this.script;
  }

  // Once more from the server's present edition, where this page's is no longer there.
  bring(how) {
    const tried = this.base;
    return how(tried).catch(fault => presentBase().then(base => {
      if (base === tried) throw fault;
      this.base = base;
      return how(base);
    }));
  }

  // The campaign's words; fetched once.
  campaign() {
    if (!this.coming) {
      this.coming = this.bring(base => fetchCampaign(this.world, base));
      this.coming.catch(() => { this.coming = null; });
    }
    return this.coming;
  }

  seats() {
    return this.bring(base => fetchSeats(this.world, base));
  }

  part(text) {
    return this.bring(base => prepare(text, this.world, base));
  }

  // What a look-up of this text lacks, as a promise; null where it can be answered.
  toLookUp(text) {
    return this.world.partFor(text) ? this.part(text) : null;
  }

  // What a screen lacks, as a promise; null where it can be shown.
  before(name, code) {
    const { world } = this;
    const needed = [];
    const isBare = WITHOUT.includes(name.split(':')[0]);
    if (!isBare && !world.campaign) needed.push(this.campaign());
    if (name === 'nearby' && world.partNear(code)) needed.push(this.bring(base => prepareNear(code, world, base)));
    if (PAGES.includes(name)) needed.push(bringPage(name));
    const [screen] = name.split(':');
    if (LATER.includes(screen) && !SCREENS[screen]) needed.push(this.later());
    const lacksSeat = !isBare && code && !world.seat(code);
    if (!world.hasAllSeats && (name === 'by-name' || lacksSeat)) needed.push(this.seats());
    return needed.length ? Promise.all(needed) : null;
  }
}
