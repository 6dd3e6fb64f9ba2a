// What the screen tells of a letter beside the letter itself: praise, advice, the share of own
// words, what "Undo" would undo, and what was just done.

import { outwardsLacking } from '../../engine/advice.js';
import { fill } from '../../engine/passage.js';
import { write } from '../draw.js';
import { drawAdvice, drawMeter, drawPraise, drawSuggestions } from './advice.js';
import { lastChange } from './undo.js';

const PAUSE = 600; // ms after the last key: advice that comes and goes while typing is no help

export class Told {
  constructor(form, wizard) {
    Object.assign(this, { form, wizard, timer: 0, asked: [] });
    this.button = form.querySelector('[data-undo]');
  }

  // What follows every key.
  drawCounts() {
    const change = lastChange(this.wizard.state);
    this.button.hidden = !change;
    if (change) write(this.button, { what: this.nameOf(change.what) });
    drawMeter(this.form, this.wizard.state.letter);
  }

  draw() {
    window.clearTimeout(this.timer);
    this.drawCounts();
    drawPraise(this.form, this.wizard);
    drawAdvice(this.form, this.wizard);
    drawSuggestions(this.form, this.wizard);
    this.bringPlaces();
  }

  // Brings the part of the table that tells where the address lies, where that is another area's
  // than the look-up's, and advises once more. Without a network there is no advice on it.
  bringPlaces() {
    const { state, world, source } = this.wizard;
    const outward = outwardsLacking(state.letter, world).find(one => !this.asked.includes(one));
    if (!outward) return;
    this.asked.push(outward);
    source.part(outward).then(() => { if (this.form.isConnected) this.draw(); }, () => this.bringPlaces());
  }

  // Now what follows every key, and the rest after a pause, if the screen still stands there.
  drawSoon() {
    this.drawCounts();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => { if (this.form.isConnected) this.draw(); }, PAUSE);
  }

  // A change in words: "moving up".
  nameOf(what) {
    return this.button.getAttribute(`data-${what}`);
  }

  say(what, slots) {
    const status = this.form.querySelector('[data-said]');
    status.textContent = fill(status.getAttribute(`data-${what}`) || '', slots || {});
  }
}
