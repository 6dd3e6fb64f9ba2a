// Refuses JavaScript that an old iPad cannot read or run.

import compat from 'eslint-plugin-compat';
import esx from 'eslint-plugin-es-x';

import browsers from './browsers.js';
import { GLOBALS, MEMBERS, STATICS, SYNTAX } from './newer_scripts.js';

const NEWEST = esx.configs['flat/no-new-in-esnext'].rules;

function restricted(globals) {
  return { globals: listed(globals, name => ({ name })), checkGlobalObject: true };
}

function listed(table, entry) {
  return Object.entries(table).map(([name, message]) => ({ ...entry(name), message }));
}

// Iterators have methods of the same names as arrays: they count where it is surely an iterator.
function ofSureIterators() {
  const rules = Object.keys(NEWEST).filter(rule => rule.startsWith('es-x/no-iterator-prototype-'));
  return Object.fromEntries(rules.map(rule => [rule, ['error', { aggressive: false }]]));
}

const rules = {
  ...esx.configs['flat/restrict-to-es2018'].rules,
  ...esx.configs['flat/restrict-to-es2018-intl-api'].rules,
  ...NEWEST,
  ...ofSureIterators(),
  'es-x/no-regexp-lookbehind-assertions': 'error', // of 2018, but in Safari since 16.4
  'es-x/no-array-prototype-at': 'off', // SYNTAX tells it from our own at(), which takes nothing
  'es-x/no-string-prototype-at': 'off',
  'compat/compat': 'error',
  'no-restricted-globals': ['error', restricted(GLOBALS)],
  'no-restricted-properties': [
    'error',
    ...listed(MEMBERS, property => ({ property })),
    ...listed(STATICS, name => ({ object: name.split('.')[0], property: name.split('.')[1] })),
  ],
  'no-restricted-syntax': ['error', ...listed(SYNTAX, selector => ({ selector }))],
};

const { requestIdleCallback: _asked, ...OTHERS } = GLOBALS;

// What each of these scripts asks about first, and does without where it is not. They stand here and
// not as comments in the scripts, whose every byte is sent to visitors.
const asked = [
  { files: ['**/wizard/stall/awake.js'], settings: { polyfills: ['navigator.wakeLock'] } },
  { files: ['**/tallies/camera.js'], settings: { polyfills: ['BarcodeDetector'] } },
  { files: ['**/wizard/stored.js'], settings: { polyfills: ['navigator.storage'] } },
  { files: ['**/wizard/copying.js'], settings: { polyfills: ['navigator.clipboard'] } },
  {
    files: ['**/js/offline.js'],
    settings: { polyfills: ['navigator.connection'] },
    rules: { 'no-restricted-globals': ['error', restricted(OTHERS)] },
  },
  { files: ['**/js/sw_keeping.js'], rules: { 'es-x/no-string-prototype-matchall': 'off' } }, // clients.matchAll
];

export default [
  {
    files: ['**/*.js', '**/*.mjs'],
    plugins: { compat, 'es-x': esx },
    // The parser knows what there was in 2018; the rules know what is newer, so as to refuse it.
    languageOptions: {
      ecmaVersion: 'latest',
      parserOptions: { ecmaVersion: 2018 },
      globals: { self: 'readonly', window: 'readonly' },
    },
    settings: { browsers, 'es-x': { aggressive: true } },
    rules,
  },
  { files: ['**/sw*.js'], languageOptions: { sourceType: 'script' } }, // Safari 12 has no module workers
  ...asked,
];
