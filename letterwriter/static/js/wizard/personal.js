// The wizard on one's own device: from the first screen, from where a page of the server was, or
// from a draft that was kept here.

import { Wizard } from './wizard.js';
import { warnWhenOld } from './age.js';
import { startAsking } from './ask_server.js';
import { whenIdle } from '../offline.js';
import { Draft } from './draft.js';
import { reveal } from './draw.js';
import { post } from '../post.js';
import { siteAddress } from '../site.js';
import { LATER, OF_LETTER, SCREENS, addScreens } from './screens.js';
import { Source } from './source.js';
import { addresseeOf, hasWords } from './state.js';
import { hasVoice, whenVoicesChange } from './voice.js';

const ASIDE = { cleared: { take: (view, wizard) => { wizard.start(); return 'later'; } }, about: {}, privacy: {}, 'own-case': {}, example: {} };

// Whether a letter that was kept is for somebody who is not the MP any more.
function isForAnother({ letter, code }, world) {
  return Boolean(letter) && letter.recipient[0] !== addresseeOf({ code }, world).block[0];
}
// The screen that stands in the page: on most devices that of the postcode.
const firstScreen = () => document.querySelector('[data-wizard]').getAttribute('data-at');

// Where somebody can go on: not at a letter that nobody has signed, nor at a question that is gone.
function placeOf(state, world, screen) {
  const [name, part] = screen.split(':');
  if (name === 'by-name' || name === 'postcode') return name;
  if (!state.code || !(SCREENS[name] || LATER.includes(name))) return 'postcode';
  if (!addresseeOf(state, world)) return 'found'; // which says why
  if (part && !world.campaign.prompts.some(prompt => prompt.id === part)) return 'safety';
  if (OF_LETTER.includes(name) && !state.letter && !state.name.trim()) return 'name';
  if (OF_LETTER.includes(name) && isForAnother(state, world)) return 'letter'; // to be read first
  return screen;
}

export class Personal {
  constructor(world, base) {
    this.world = world;
    this.source = new Source(world, base);
  }

  // The first screen stands there, and something may have been typed in it.
  begin() {
    const wizard = this.make();
    wizard.waiting.after(this.source.before(firstScreen(), ''), () => wizard.adopt());
    const fetchWords = () => this.source.campaign().catch(() => {}); // asked for again when it is needed
    whenIdle(() => this.source.later().catch(() => {})); // at once, while this edition is there
    document.addEventListener('focusin', fetchWords, { once: true });
    document.addEventListener('input', fetchWords, { once: true });
    this.draft.offer(draft => this.takeUp(draft));
  }

  make() {
    addScreens(ASIDE);
    this.wizard = new Wizard(this.world, 'personal', SCREENS, firstScreen(), this.source);
    this.wizard.whenCleared = () => this.wizard.go('cleared');
    this.wizard.whenUnanswered = fault => this.unanswered(fault);
    this.draft = new Draft(this.wizard);
    startAsking(this.wizard);
    window.addEventListener('beforeunload', event => this.askFirst(event));
    return this.wizard;
  }

  // Goes on with what is known, all that it needs being here.
  goOn(state, screen) {
    const wizard = this.wizard || this.make();
    wizard.state = state;
    wizard.start();
    const place = placeOf(state, this.world, screen);
    if (place === 'postcode' && state.typed) wizard.take('take');
    else if (place === 'by-name') wizard.go(place);
    if (place === 'postcode' || place === 'by-name') return;
    wizard.go('found');
    if (place !== 'found') wizard.go(place);
  }

  // What is told or offered round the screens, once one of them stands there.
  tellBesides() {
    warnWhenOld(this.world);
    whenVoicesChange(() => reveal(document, '[data-aloud]', hasVoice()));
  }

  // A draft that was kept on this device.
  takeUp({ stateIn, screen, postcode, code }) {
    const needed = Promise.all([this.source.campaign(), this.source.toLookUp(postcode)])
      .then(() => Promise.all([this.source.before('found', code), this.source.before(screen, code), this.source.later()]));
    this.wizard.waiting.after(needed, () => this.goOn(stateIn(this.world), screen));
  }

  // The server can look a postcode up itself, if it answers at all and nothing else is at stake.
  unanswered(fault) {
    if (fault instanceof TypeError || hasWords(this.wizard.state)) return this.wizard.waiting.tell();
    this.leaving = true;
    return post(siteAddress('find'), [['postcode', this.wizard.state.typed]]);
  }

  askFirst(event) {
    const { wizard } = this;
    wizard.keep();
    if (this.leaving || wizard.state.handedOver || this.draft.isKept || !hasWords(wizard.state)) return;
    event.preventDefault();
    event.returnValue = ''; // older browsers ask only when this is set
  }
}
