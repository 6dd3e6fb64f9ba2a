// "Ready for the stall": tells what this device has stored, tests it, and stores it again.
// All that it says stands in templates/stall/ready.html.

import { store } from '../offline.js';
import { isOld } from './age.js';
import { facts, say } from './facts.js';
import { activeWorker, ask, askToPersist } from './stored.js';
import { storedWorld, selfTest } from './self_test.js';

const POSTCODE = 'M14 5TP';

const find = selector => document.querySelector(selector);

function show(part, state) {
  document.querySelectorAll(`[${part}] [data-when]`).forEach(box => {
    box.hidden = box.getAttribute('data-when') !== state;
  });
}

const verdict = state => show('data-verdict', state);
const fault = why => show('data-faults', why);

function judged(state, world) {
  if (!world || state.entries.some(entry => entry[1] < 0)) return 'lost';
  return isOld(world) ? 'old' : 'ready';
}

function nothingStored() {
  verdict('nothing');
  find('[data-store]').textContent = find('[data-store]').getAttribute('data-first');
}

function draw(state) {
  return storedWorld(state).catch(() => null).then(world => {
    find('[data-store]').textContent = find('[data-store]').getAttribute('data-again');
    find('[data-try]').hidden = false;
    verdict(judged(state, world));
    return facts(state, world);
  });
}

function look(what) {
  return activeWorker().then(worker => (worker ? ask(worker, what).then(draw) : nothingStored()));
}

// Until the first edition is whole or has failed.
function settled(registration) {
  const coming = registration && registration.installing;
  if (!coming) return Promise.resolve();
  return new Promise(resolve => {
    coming.addEventListener('statechange', () => /activated|installed|redundant/.test(coming.state) && resolve());
  });
}

// Rejects without a network, when what is there is looked at all the same.
function newer(registration) {
  return registration.update().then(() => settled(registration), () => {});
}

async function storeAgain() {
  fault('');
  verdict('storing');
  const worker = await activeWorker();
  const registration = await store();
  if (!registration) throw new Error('refused');
  await askToPersist();
  await (worker ? newer(registration) : settled(registration));
  await look('repair');
}

// A TypeError is the browser's word for a network that is away; others are its own refusals.
function failed(reason) {
  if (reason.name !== 'TypeError') return verdict('cannot');
  fault('cut');
  return look('state');
}

function test() {
  const box = find('[data-self-test]');
  const told = (which, slots) => {
    box.className = which === 'failed' ? 'notice warning' : 'notice good';
    say(box, which, slots);
  };
  box.hidden = false;
  told('running', {});
  return activeWorker().then(worker => ask(worker, 'state')).then(storedWorld)
    .then(world => selfTest(world, POSTCODE))
    .then(found => told(found.why ? 'nobody' : 'passed', found))
    .catch(reason => told('failed', { fault: reason.message }));
}

function busyWhile(button, action) {
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true'); // it keeps the focus, as "disabled" would not
    const done = () => button.removeAttribute('aria-disabled');
    action().catch(failed).then(done, done);
  });
}

function start() {
  if (!navigator.serviceWorker || !window.caches) {
    verdict(window.isSecureContext === false ? 'insecure' : 'cannot');
    return;
  }
  find('[data-able]').hidden = false;
  busyWhile(find('[data-store]'), storeAgain);
  busyWhile(find('[data-try]'), test);
  navigator.serviceWorker.addEventListener('message', event => {
    if (event.data && event.data.what === 'not-stored') fault(event.data.why);
  });
  navigator.serviceWorker.addEventListener('controllerchange', () => look('state'));
  verdict('looking');
  activeWorker().then(worker => (worker ? look('state') : storeAgain())).catch(failed);
}

start();
