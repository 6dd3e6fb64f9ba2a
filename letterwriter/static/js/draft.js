// "Keep my draft on this device": off until ticked, in this browser only, gone at a tap.
// The words that it says are in templates/components/draft.html.

import { fieldsOf, post, refill, shapeOf } from './fields.js';
import { letGo } from './leave.js';
import * as store from './store.js';

const PAUSE = 300; // ms after the last key, so that typing stays smooth

const find = selector => document.querySelector(selector);

let timer = 0;

function say(what) {
  const status = find('[data-draft-status]');
  if (status) status.textContent = what ? status.getAttribute('data-' + what) : '';
}

function show(kept) {
  find('[data-keep-draft]').checked = kept;
  find('[data-keep-draft-part] [data-wipe]').hidden = !kept;
}

function save() {
  const form = find('form[data-draft]');
  const tick = find('[data-keep-draft]');
  window.clearTimeout(timer);
  if (!form || !tick || !tick.checked) return;
  // data-draft may name the page that takes the fields up again; else it is where they go.
  const path = form.getAttribute('data-draft') || form.getAttribute('action') || location.pathname;
  const draft = { path, time: Date.now(), shape: shapeOf(form), fields: fieldsOf(form) };
  const kept = store.writeDraft(draft);
  show(kept);
  say(kept ? 'kept' : 'failed');
}

function stopKeeping() {
  window.clearTimeout(timer);
  if (find('[data-keep-draft]')) show(false);
  if (find('[data-draft-banner]')) find('[data-draft-banner]').hidden = true;
}

// Empties the device of the draft, and this page of the wish to keep one.
export function wipe() {
  store.wipeDraft();
  stopKeeping();
  say('wiped');
}

function offer(draft) {
  const banner = find('[data-draft-banner]');
  if (!banner) return;
  const text = find('[data-draft-banner-text]');
  const when = new Date(draft.time);
  const today = when.toDateString() === new Date().toDateString();
  text.textContent = text.getAttribute(today ? 'data-today' : 'data-other')
    .replace('{time}', when.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }))
    .replace('{date}', when.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' }));
  find('[data-draft-go-on]').addEventListener('click', () => {
    store.claim();
    store.markSent();
    letGo();
    post(draft.path, draft.fields);
  });
  banner.hidden = false;
}

function greet(form) {
  const answered = store.takeSent();
  const draft = store.readDraft();
  if (!draft) return;
  const mine = form && store.isOurs();
  if (mine && answered) { // the server's answer is newer than what was kept
    show(true);
    save();
  } else if (mine && draft.shape === shapeOf(form)) {
    refill(form, draft.fields);
    show(true);
    say('refilled');
  } else {
    offer(draft);
  }
}

function keepUp(form) {
  const tick = find('[data-keep-draft]');
  find('[data-keep-draft-part]').hidden = false;
  tick.checked = false;
  tick.addEventListener('change', () => (tick.checked ? save() : wipe()));
  form.addEventListener('input', event => {
    if (event.target === tick) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(save, PAUSE);
  });
  form.addEventListener('submit', () => { save(); store.markSent(); });
  window.addEventListener('pagehide', save);
  store.whenWipedElsewhere(stopKeeping);
}

export function startKeeping() {
  const form = find('[data-keep-draft]') && find('form[data-draft]');
  if (form) keepUp(form);
  greet(form);
  document.querySelectorAll('[data-wipe]').forEach(button => button.addEventListener('click', wipe));
}
