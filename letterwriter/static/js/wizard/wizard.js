// The wizard: shows one screen after the other, goes back, and clears everything. Screens are
// objects {draw(view, wizard, part), keep(...), take(...), skip(...), texts(wizard)}: draw fills the
// screen, keep notes what was typed. take and skip follow it and answer with what is wrong, '' for
// nothing, or 'later' where they go on by themselves; texts are what is read aloud, title is the
// page's where it is not the usual one.

import { cut, reveal, write } from './draw.js';
import { fresh, isEmpty } from './state.js';
import { isBarred, next, progress } from './steps.js';
import { StepHistory } from './history.js';
import { hush, startAloud } from './voice.js';
import { Waiting } from './waiting.js';
import { showError } from './errors.js';
import { ALL_HERE } from './source.js';
import { wipeDraft } from '../store.js';

export class Wizard {
  constructor(world, mode, screens, first, source = ALL_HERE) {
    Object.assign(this, { world, mode, screens, source, state: fresh() });
    this.history = new StepHistory(first);
    this.whenCleared = () => {}; // what follows once everything is cleared
    this.whenDrawn = []; // what else follows a screen, in order
    this.waiting = new Waiting();
    this.whenUnanswered = undefined; // what follows where a look-up lacks what it needs
    document.addEventListener('submit', event => this.submitted(event));
    document.addEventListener('click', event => this.stopBarred(event), true); // before any button
    document.addEventListener('visibilitychange', () => this.stopBarred());
    document.addEventListener('click', event => this.pressed(event));
    window.addEventListener('popstate', event => {
      this.keep();
      this.history.follow(event.state);
      this.draw();
    });
  }

  get view() {
    return document.querySelector('[data-wizard]');
  }

  // The screen's name; "story:school" is the screen "story" with the part "school".
  get at() {
    return this.history.at.split(':')[0];
  }

  get part() {
    return this.history.at.split(':')[1];
  }

  // Whether there is nothing that another person must not see.
  get atRest() {
    return this.history.at === this.history.first && isEmpty(this.state);
  }

  ask(what) {
    const screen = this.screens[this.at];
    return screen[what] ? screen[what](this.view, this, this.part) : '';
  }

  keep() {
    if (this.view.firstElementChild) this.ask('keep');
  }

  draw() {
    hush();
    if (isBarred(this.state, this.world, this.at)) this.history.instead('found'); // which says why
    const { view } = this;
    const copy = cut(this.at);
    view.textContent = '';
    view.appendChild(copy);
    this.ask('draw');
    this.drawFrame();
    this.drawn();
    const heading = view.querySelector('h1:not([hidden])');
    heading.tabIndex = -1;
    heading.focus();
    window.scrollTo(0, 0);
  }

  // Goes on from the screen that stands in the page, with what was typed there.
  adopt() {
    this.history.begin();
    this.keep();
    this.ask('draw');
    this.drawFrame();
    this.drawn();
  }

  drawn() {
    const { view } = this;
    view.setAttribute('data-at', this.at);
    view.setAttribute('data-wizard', 'ready');
    const { texts } = this.screens[this.at];
    startAloud(view, texts && (() => texts(this)));
    this.waiting.stop();
    this.whenDrawn.forEach(action => action());
  }

  // Round the screen: the page's title, how far one has come, and the way to finish.
  drawFrame(faulty) {
    const usual = document.querySelector(`template[data-screen="${this.at}"]`).getAttribute('data-title');
    const title = this.ask('title') || usual;
    document.title = `${faulty ? 'Error: ' : ''}${title} - Letterwriter`;
    reveal(document, '.wizard-top [data-finish]', !this.atRest);
    const part = document.querySelector('[data-progress]');
    const shown = progress(this.state, this.world, this.mode, this.history.at);
    part.hidden = !shown;
    write(part, shown || { at: '', all: '' }); // hidden, it would still tell of the person before
    part.querySelector('[data-progress-bar]').value = shown ? shown.at / shown.all : 0;
  }

  wrong(what) {
    showError(this.view, what);
    this.drawFrame(true);
  }

  go(name) {
    this.waiting.after(this.source.before(name, this.state.code), () => {
      this.history.add(name);
      this.draw();
    });
  }

  next() {
    const following = next(this.state, this.world, this.mode, this.history.at);
    if (following) this.go(following);
  }

  start() {
    this.history.begin();
    this.draw();
  }

  // Ends this person's visit: nothing is left to come back to.
  clear(then) {
    this.state = fresh();
    wipeDraft();
    this.start();
    (then || this.whenCleared)();
  }

  // At a stall, where others wait, a letter that has left is not asked about.
  finish() {
    this.keep();
    const asks = this.mode !== 'stall' || !this.state.handedOver;
    if (asks && !isEmpty(this.state) && this.at !== 'sure') this.go('sure');
    else this.clear();
  }

  // Takes a page's words out of sight and out of memory, before the browser may put it away.
  forget() {
    hush();
    this.state = fresh();
    this.view.textContent = '';
  }

  goOnUnless(problem) {
    if (!problem) this.next();
    else if (problem !== 'later') this.wrong(problem);
  }

  // A letter may lie open here for days, and nobody be an MP by then: it goes no further.
  stopBarred(event) {
    if (!isBarred(this.state, this.world, this.at)) return;
    if (event) {
      event.preventDefault();
      event.stopPropagation();
    }
    this.keep();
    this.draw();
  }

  submitted(event) {
    event.preventDefault();
    this.take('take');
  }

  // Takes a screen's answers, or skips it, once what a look-up needs is here.
  take(what) {
    this.keep();
    const needed = this.at === 'postcode' ? this.source.toLookUp(this.state.typed) : null;
    // What stands in the box may be another text by then.
    if (needed) this.waiting.after(needed, () => this.take(what), this.whenUnanswered);
    else this.goOnUnless(this.ask(what));
  }

  pressed(event) {
    const button = event.target.closest('button, a');
    const does = what => button && button.hasAttribute(`data-${what}`);
    if (does('back')) history.back();
    else if (does('finish')) this.finish();
    else if (does('clear-now')) this.clear();
    else if (does('skip')) this.take('skip');
    else if (does('by-name')) this.open('by-name', event);
    else if (does('changes')) this.open('changes', event);
    else if (does('open')) this.open(button.getAttribute('data-open'), event);
  }

  // Goes aside to a screen, in place of a link's own page unless that is wanted in another window.
  open(name, event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.keep();
    if (name !== this.at) this.go(name);
  }
}
