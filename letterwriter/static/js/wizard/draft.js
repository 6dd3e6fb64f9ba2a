// "Keep my draft on this device": off until ticked, in this browser only, gone at a tap. What it
// says stands in templates/components/draft.html. A draft is kept by the names of the server's
// forms, which a later version of this site can read too.

import { readDraft, whenWipedElsewhere, wipeDraft, writeDraft } from '../store.js';
import { fieldsOf, stateOf } from './fields.js';
import { TOOLS } from './tools.js';
import { reveal } from './draw.js';
import { isEmpty } from './state.js';

const PAUSE = 300; // ms after the last key, so that typing stays smooth
const PLACES = { '/write': 'prompts', '/quick': 'safety', '/letter': 'letter', '/send': 'send' }; // of drafts before 2.0

const find = selector => document.querySelector(selector);
const valueOf = (fields, name) => (fields.find(pair => pair[0] === name) || ['', ''])[1];

function say(what) {
  const status = find('[data-draft-status]');
  status.textContent = what ? status.getAttribute(`data-${what}`) : '';
}

function timeOf(text, time) {
  const when = new Date(time);
  const isToday = when.toDateString() === new Date().toDateString();
  return text.getAttribute(isToday ? 'data-today' : 'data-other')
    .replace('{time}', when.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }))
    .replace('{date}', when.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' }));
}

// Before 2.0 a draft held answers without the questions that were chosen.
function withPrompts({ path, fields }) {
  const told = path ? fields.filter(([name, text]) => name.startsWith('story-') && text) : [];
  return fields.concat(told.map(([name]) => ['prompts', name.slice('story-'.length)]));
}

export class Draft {
  constructor(wizard) {
    Object.assign(this, { wizard, tick: find('[data-keep-draft]'), timer: 0 });
    wizard.whenDrawn.push(() => this.drawn());
    this.tick.addEventListener('change', () => (this.tick.checked ? this.save() : this.wipe()));
    wizard.view.addEventListener('input', () => {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.save(), PAUSE);
    });
    window.addEventListener('pagehide', () => this.save());
    whenWipedElsewhere(() => this.stop());
    document.querySelectorAll('[data-wipe]').forEach(button => button.addEventListener('click', () => this.wipe()));
  }

  get isKept() {
    return this.tick.checked;
  }

  show(isKept) {
    this.tick.checked = isKept;
    reveal(document, '[data-keep-draft-part] [data-wipe]', isKept);
  }

  save() {
    const { wizard } = this;
    window.clearTimeout(this.timer);
    if (!this.isKept || !wizard.world.campaign) return;
    wizard.keep();
    const isKept = writeDraft({ time: Date.now(), screen: wizard.history.at, fields: fieldsOf(wizard.state, wizard.world) });
    this.show(isKept);
    say(isKept ? 'kept' : 'failed');
  }

  // What follows a new screen: somebody else's visit begins without a draft.
  drawn() {
    if (isEmpty(this.wizard.state)) this.stop();
    if (this.wizard.state.code) reveal(document, '[data-draft-banner]', false);
    reveal(document, '[data-keep-draft-part]', Boolean(this.wizard.state.code));
    this.save();
  }

  stop() {
    window.clearTimeout(this.timer);
    this.show(false);
    reveal(document, '[data-draft-banner]', false);
    say('');
  }

  wipe() {
    wipeDraft();
    this.stop();
    say('wiped');
  }

  // Offers the draft of an earlier visit, if there is one; goOn is given what it holds.
  offer(goOn) {
    const draft = readDraft();
    if (!draft) return;
    const text = find('[data-draft-banner-text]');
    text.textContent = timeOf(text, draft.time);
    find('[data-draft-go-on]').addEventListener('click', () => goOn({
      screen: draft.screen || PLACES[draft.path.replace(/^.*\//, '/')] || 'found',
      postcode: valueOf(draft.fields, 'postcode'),
      code: valueOf(draft.fields, 'constituency'),
      stateIn: world => { this.takenUp(!draft.until); return stateOf(withPrompts(draft), world, TOOLS.composerOf); },
    }));
    reveal(document, '[data-draft-banner]', true);
  }

  // What was to be kept for an hour is not kept for longer.
  takenUp(isKept) {
    this.show(isKept);
    reveal(document, '[data-draft-banner]', false);
  }
}
