// The volunteer's code. A fence, not a lock: four digits can be tried out by whoever takes the
// tablet apart. They are kept scrambled all the same, since people use one code for many things.

import { drop, keep, recall } from '../store.js';

const ROUNDS = 200000;
const TRIES = 5;
const WAIT = 30000; // ms after too many wrong codes

// By the clock that nobody can set: put forward, the other would end the wait at once, and put
// back, it would keep the volunteer out. A tablet that sleeps meanwhile only waits longer.
const now = () => performance.now();

let wrong = 0;
let until = 0;

const hex = bytes => Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, '0')).join('');

function scrambled(code, salt) {
  const bytes = new TextEncoder().encode(code);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', iterations: ROUNDS, salt: new TextEncoder().encode(salt) };
  return crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits'])
    .then(key => crypto.subtle.deriveBits(algorithm, key, 256)).then(hex);
}

export function isOn() {
  return Boolean(recall('stall'));
}

// Resolves to whether this device holds stall mode now.
export function turnOn(code) {
  if (!window.crypto || !crypto.subtle) return Promise.resolve(false); // not on an insecure address
  const salt = hex(crypto.getRandomValues(new Uint8Array(16)));
  return scrambled(code, salt).then(hash => keep('stall', { salt, hash }));
}

export function turnOff() {
  drop('stall');
  drop('tries');
}

// Somebody opened the screen that asks for the code.
export function noteTry() {
  keep('tries', (recall('tries') || 0) + 1);
}

// How many opened it before this one, who had the code; they are forgotten now.
export function triesBefore() {
  const tries = Math.max(0, (recall('tries') || 0) - 1);
  drop('tries');
  return tries;
}

// Resolves to 'right', 'wrong' or 'wait'.
export function check(code) {
  if (now() < until) return Promise.resolve('wait');
  const held = recall('stall');
  return scrambled(code, held.salt).then(hash => {
    if (hash === held.hash) { wrong = 0; return 'right'; }
    wrong += 1;
    if (wrong >= TRIES) { wrong = 0; until = now() + WAIT; }
    return 'wrong';
  });
}
