// Changing a letter on its screen: a part that is touched becomes a box, and every change can be
// undone. The letter in the wizard's state is always the one that would be printed.

import { write } from '../draw.js';
import { composerOf } from '../composing.js';
import { boxOf, drawParts, drawWords, fitBox, keyOf, partOf } from './drawing.js';
import { edited } from './edits.js';
import { bringIntoSight, keepInSight } from './in_sight.js';
import { boxText, withText } from './parts.js';
import { isClosed, setStop, stopAfter } from './stops.js';
import { Told } from './told.js';
import { lastChange, note, undo } from './undo.js';

const ALL = 'all'; // what is open when "Change this letter" was pressed

export class Changing {
  constructor(view, wizard) {
    this.form = view.querySelector('form');
    // `opened`: the key of a part, ALL or ''; `at`: the part that Tab comes to; `typing`: the part
    // in which all that is typed is one change.
    Object.assign(this, { wizard, opened: '', at: '', typing: '' });
    this.bar = this.form.querySelector('[data-letter-bar]');
    this.told = new Told(this.form, wizard);
  }

  start() {
    this.form.addEventListener('click', event => this.pressed(event));
    this.form.addEventListener('keydown', event => this.keyed(event));
    this.form.addEventListener('input', event => this.typed(event));
    this.form.addEventListener('change', () => { this.typing = ''; });
    keepInSight(this.form, this.bar);
    this.draw();
  }

  get parts() {
    return Array.from(this.form.querySelectorAll('.part'));
  }

  draw() {
    this.typing = '';
    drawParts(this.form, this.wizard);
    this.show();
    this.told.draw();
  }

  // Shows which parts are boxes now.
  show() {
    const { parts } = this;
    parts.forEach(part => part.classList.toggle(
      'opened', [keyOf(part), ALL].includes(this.opened) && !part.classList.contains('removed'),
    ));
    this.form.classList.toggle('changing', this.opened === ALL);
    write(this.form, { all: this.opened === ALL });
    setStop(parts, this.at);
  }

  open(key) {
    this.opened = key;
    this.at = key;
    this.show();
    this.focus(partOf(this.form, key));
  }

  close(key) {
    this.opened = '';
    this.at = key;
    this.show();
    this.focus(partOf(this.form, key));
  }

  // Puts the keyboard where a part can be gone on with.
  focus(part, what) {
    const button = what && part.querySelector(`[data-do="${what}"]`);
    const back = part.classList.contains('removed') && part.querySelector('[data-do="put-back"]');
    const box = boxOf(part);
    const to = back || (button && !button.hidden && button) || (isClosed(part) ? part : box);
    to.focus();
    if (to === box) box.setSelectionRange(box.value.length, box.value.length);
  }

  edit(what, key) {
    const { state, world } = this.wizard;
    const { paragraphs, place } = edited(state.letter.paragraphs, what, Number(key), composerOf(state, world));
    note(state, what, key);
    state.letter = Object.assign({}, state.letter, { paragraphs });
    this.at = String(place);
    if (this.opened !== ALL) this.opened = what === 'remove' || what === 'put-back' ? '' : this.at;
    this.draw();
    this.told.say(what);
    this.focus(partOf(this.form, this.at), what === 'add' || what === 'put-back' ? '' : what);
  }

  undo() {
    const { what, key } = undo(this.wizard.state);
    if (this.opened !== ALL) this.opened = '';
    this.at = key;
    this.draw();
    this.told.say('undone', { what: this.told.nameOf(what) });
    const part = partOf(this.form, key);
    if (lastChange(this.wizard.state)) bringIntoSight(part, this.bar);
    else this.focus(part); // the button is gone
  }

  typed(event) {
    const part = event.target.closest('.part');
    const { state } = this.wizard;
    const key = keyOf(part);
    fitBox(part);
    const letter = withText(state.letter, key, event.target.value);
    if (boxText(letter, key) === boxText(state.letter, key)) return;
    if (this.typing !== key) note(state, 'typed', key);
    this.typing = key;
    state.letter = letter;
    drawWords(part, letter);
    this.told.drawSoon();
    this.told.say('typed');
  }

  keyed(event) {
    const part = event.target.closest('.part');
    if (!part || event.isComposing) return;
    const { key, target } = event;
    const chooses = key === 'Enter' || key === ' ';
    const stop = target === part && stopAfter(this.parts, part, key);
    if (key === 'Escape' || (key === 'Enter' && target.matches('input'))) this.close(keyOf(part));
    else if (target === part && chooses) this.open(keyOf(part));
    else if (stop) {
      setStop(this.parts, keyOf(stop));
      stop.focus();
    } else return;
    event.preventDefault();
  }

  pressed(event) {
    const button = event.target.closest('button');
    const part = event.target.closest('.part');
    const does = what => button && button.hasAttribute(`data-${what}`);
    if (does('do')) this.pressedTool(button.getAttribute('data-do'), keyOf(part));
    else if (does('undo')) this.undo();
    else if (does('go-to')) this.open(button.getAttribute('data-go-to'));
    else if (does('change')) {
      this.opened = this.opened === ALL ? '' : ALL;
      this.show();
    } else if (part && isClosed(part) && !String(window.getSelection())) this.open(keyOf(part));
  }

  pressedTool(what, key) {
    if (what === 'done') this.close(key);
    else this.edit(what, key);
  }
}
