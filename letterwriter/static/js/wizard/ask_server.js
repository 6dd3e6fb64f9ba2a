// Our server's list of postcodes may be longer than a page's, and it may ask another's service.
// It gets the postcode, and only when the button is pressed that says so; its page answers as it
// does where no script runs. The words stand in templates/screens/_ask_server.html.

import { display, territoryOf } from '../engine/postcode.js';
import { siteAddress } from '../site.js';
import { reveal, write } from './draw.js';
import { showNotices } from './notices.js';

const UNDECIDED = ['unknown-unit', 'split-sector', 'unknown-sector', 'northern-ireland'];

// Whether the server may know more than this page does of a look-up.
function mayKnowMore(lookup, world) {
  const { service, northern_ireland: northern, ended } = world.bundle.server;
  if (!lookup.postcode || !UNDECIDED.includes(lookup.reason)) return false;
  const isNorthern = territoryOf(lookup.postcode, world.bundle.rules) === 'northern-ireland';
  return Boolean(service) || (isNorthern ? northern : ended);
}

function isOpen(wizard) {
  const { lookup, code } = wizard.state;
  if (!lookup || !(wizard.at === 'choose' || (wizard.at === 'found' && code === lookup.constituency))) return false;
  return !lookup.asked && mayKnowMore(lookup, wizard.world);
}

function asked(postcode, service) {
  const body = new FormData();
  body.append('postcode', postcode);
  if (service) body.append('go', 'ask-service');
  return fetch(siteAddress('find'), { method: 'POST', body }).then(answer => {
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    return answer.text();
  }).then(html => new DOMParser().parseFromString(html, 'text/html').querySelector('main'));
}

// Takes up what the server's page says; whether it says anything.
function takeUp(main, wizard) {
  const found = main.getAttribute('data-hand-over') === 'found';
  const box = main.querySelector('[name="constituency"]');
  if (!found || !box || main.querySelector('[data-silence]')) return false;
  const { state } = wizard;
  state.code = box.value;
  state.lookup = Object.assign({}, state.lookup, { status: 'found', constituency: state.code, asked: true });
  wizard.waiting.after(wizard.source.before('found', state.code), () => {
    wizard.go('found');
    showNotices(wizard.view, Array.from(main.querySelectorAll('.notice[role="status"], .notice [role="status"]')));
  });
  return true;
}

export function startAsking(wizard) {
  const part = document.querySelector('[data-ask-server]');
  const status = part.querySelector('[data-ask-server-said]');
  const say = (what, words) => { status.textContent = words || status.getAttribute(`data-${what}`) || ''; };
  wizard.whenDrawn.push(() => {
    reveal(document, '[data-ask-server]', isOpen(wizard));
    say('');
    if (isOpen(wizard)) write(part, { postcode: display(wizard.state.lookup.postcode) });
  });
  part.querySelector('[data-ask-server-now]').addEventListener('click', () => {
    const before = wizard.history.at;
    asked(display(wizard.state.lookup.postcode), wizard.world.bundle.server.service).then(main => {
      if (wizard.history.at !== before || takeUp(main, wizard)) return;
      const silence = main.querySelector('[data-silence]');
      say('unknown', silence && silence.textContent.trim());
    }, () => say('failed'));
  });
}
