// A phone may put this page away when another app opens, and the letter with it. So the first way
// by email asks whether to keep the letter on this device for an hour. It is kept as a draft with
// an end (static/js/store.js), which the first screen offers on the next visit.

import { readDraft, wipeDraft, writeDraft } from '../store.js';
import { reveal, write } from './draw.js';
import { fieldsOf } from './fields.js';
import { isHandheld } from './handheld.js';
import { recall } from './store.js';

const HOUR = 60 * 60 * 1000; // ms
const SOON_AFTER = 1000; // ms, so that the hour is over when it is looked at

const isDraftKept = () => Boolean(document.querySelector('[data-keep-draft]:checked')); // by choice, and longer

export const mayKeep = () => isHandheld() && !recall('stall') && !isDraftKept();

// Says until when it is kept, in ms; 0 where it is not.
export function keepForAnHour(wizard) {
  if (recall('stall')) return 0; // a stall's tablet is everybody's
  const time = Date.now();
  const fields = fieldsOf(wizard.state, wizard.world);
  if (!writeDraft({ screen: 'email', time, until: time + HOUR, fields })) return 0;
  window.setTimeout(readDraft, HOUR + SOON_AFTER); // which removes what is past its time
  return time + HOUR;
}

function tell(view, until) {
  const status = view.querySelector('[data-kept-status]');
  const time = new Date(until).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  status.textContent = until ? status.getAttribute('data-kept').replace('{time}', time) : status.getAttribute('data-failed');
  reveal(view, '[data-remove-kept]', Boolean(until));
}

// Each [data-way] asks first, unless somebody has answered. `lead` is asked about at once, so
// that the way which leads takes no press more.
export function startOffering(view, wizard, lead) {
  const { state } = wizard;
  let pending = lead;

  function offer(way) {
    pending = way;
    write(view, { way: way.getAttribute('data-way') });
    reveal(view, '[data-keep-offer]', true);
    reveal(view, '[data-lead]', false);
  }

  function decide(keeps) {
    state.keeps = keeps;
    reveal(view, '[data-keep-offer]', false);
    reveal(view, '[data-lead]', true);
    pending.click();
  }

  view.querySelectorAll('[data-way]').forEach(way => way.addEventListener('click', event => {
    if (state.keeps === 'yes') tell(view, keepForAnHour(wizard));
    if (state.keeps || !mayKeep()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    offer(way);
    view.querySelector('[data-keep-and-go]').focus();
  }));
  view.querySelector('[data-keep-and-go]').addEventListener('click', () => decide('yes'));
  view.querySelector('[data-go-without]').addEventListener('click', () => decide('no'));
  view.querySelector('[data-remove-kept]').addEventListener('click', () => {
    wipeDraft();
    state.keeps = 'no';
    reveal(view, '[data-remove-kept]', false);
    view.querySelector('[data-kept-status]').textContent = view.querySelector('[data-kept-status]').getAttribute('data-removed');
  });
  if (!state.keeps && mayKeep()) offer(lead);
}
