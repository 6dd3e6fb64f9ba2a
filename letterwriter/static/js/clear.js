// "Clear everything": empties this device, then lets the form go to its page. On a shared
// tablet the next person's Back must not bring the letter back.

import { wipe } from './draft.js';
import { nothingToLose } from './leave.js';
import { forgetCleared, markCleared, wasCleared, wipeAll } from './store.js';

function holdsWords() {
  return Boolean(document.querySelector('form[data-draft], .sheet'));
}

function clear() {
  wipe();
  wipeAll();
  nothingToLose();
  markCleared();
}

function turnAway(event) {
  const back = event.persisted || performance.navigation.type === 2;
  if (!holdsWords() || !wasCleared()) return;
  if (!back) { // someone has begun again: their own Back is theirs
    forgetCleared();
    return;
  }
  nothingToLose();
  document.querySelector('main').hidden = true;
  location.replace(document.querySelector('a.name').href);
}

export function startClearing() {
  document.querySelectorAll('[data-clear-everything]').forEach(button =>
    button.addEventListener('click', clear));
  window.addEventListener('pageshow', turnAway);
}
