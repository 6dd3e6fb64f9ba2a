// The desk: shows one screen after the other, goes back, and clears everything. Screens are
// objects {draw(view, desk, part), keep(...), take(...), skip(...), texts(desk)}: draw fills the
// screen, keep notes what was typed, take and skip do so and answer with what is wrong, '' for
// nothing, or 'later' where they go on by themselves; texts are what is read aloud.

import { cut, reveal, write } from './draw.js';
import { fresh, isEmpty } from './state.js';
import { next, progress } from './road.js';
import { Trail } from './trail.js';
import { hush, startAloud } from './voice.js';
import { showWrong } from './wrong.js';
import { wipeDraft } from '../store.js';

export class Desk {
  constructor(world, mode, screens, first) {
    Object.assign(this, { world, mode, screens, state: fresh() });
    this.trail = new Trail(first);
    this.whenCleared = () => {}; // what follows once everything is cleared
    document.addEventListener('submit', event => this.submitted(event));
    document.addEventListener('click', event => this.pressed(event));
    window.addEventListener('popstate', event => {
      this.keep();
      this.trail.follow(event.state);
      this.draw();
    });
  }

  get view() {
    return document.querySelector('[data-desk]');
  }

  // The screen's name; "story:school" is the screen "story" with the part "school".
  get at() {
    return this.trail.at.split(':')[0];
  }

  get part() {
    return this.trail.at.split(':')[1];
  }

  // Whether there is nothing that another person must not see.
  get atRest() {
    return this.trail.at === this.trail.first && isEmpty(this.state);
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
    const { view } = this;
    const copy = cut(this.at);
    view.textContent = '';
    view.setAttribute('data-at', this.at);
    view.appendChild(copy);
    this.ask('draw');
    const { texts } = this.screens[this.at];
    startAloud(view, texts && (() => texts(this)));
    this.drawFrame();
    const heading = view.querySelector('h1:not([hidden])');
    heading.tabIndex = -1;
    heading.focus();
    window.scrollTo(0, 0);
  }

  // Round the screen: the page's title, how far one has come, and the way to finish.
  drawFrame(faulty) {
    const title = document.querySelector(`template[data-screen="${this.at}"]`).getAttribute('data-title');
    document.title = `${faulty ? 'Error: ' : ''}${title} - Letterwriter`;
    reveal(document, '.desk-top [data-finish]', !this.atRest);
    const part = document.querySelector('[data-progress]');
    const shown = progress(this.state, this.world, this.mode, this.trail.at);
    part.hidden = !shown;
    if (!shown) return;
    write(part, shown);
    part.querySelector('[data-progress-bar]').value = shown.at / shown.all;
  }

  wrong(what) {
    showWrong(this.view, what);
    this.drawFrame(true);
  }

  go(name) {
    this.trail.add(name);
    this.draw();
  }

  next() {
    const following = next(this.state, this.world, this.mode, this.trail.at);
    if (following) this.go(following);
  }

  start() {
    this.trail.begin();
    this.draw();
  }

  // Ends this person's visit: nothing is left to come back to.
  clear(then) {
    this.state = fresh();
    wipeDraft();
    this.start();
    (then || this.whenCleared)();
  }

  finish() {
    this.keep();
    if (!isEmpty(this.state) && !this.state.handedOver && this.at !== 'sure') this.go('sure');
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

  submitted(event) {
    event.preventDefault();
    this.goOnUnless(this.ask('take'));
  }

  pressed(event) {
    const button = event.target.closest('button');
    const does = what => button && button.hasAttribute(`data-${what}`);
    if (does('back')) history.back();
    else if (does('finish')) this.finish();
    else if (does('clear-now')) this.clear();
    else if (does('skip')) this.goOnUnless(this.ask('skip'));
    else if (does('by-name')) {
      this.keep();
      this.go('by-name');
    }
  }
}
