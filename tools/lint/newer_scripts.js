// What came into browsers after Safari 12.1 and neither plugin knows, with what to write instead.

export const GLOBALS = {
  queueMicrotask: 'Write Promise.resolve().then(...).',
  requestIdleCallback: 'Write setTimeout.',
};

// Functions that belong to one object.
export const STATICS = {
  'AbortSignal.any': 'Pass one AbortController on.',
  'AbortSignal.timeout': 'Use an AbortController and setTimeout.',
  'Array.fromAsync': 'Loop with for await.',
  'Intl.DurationFormat': 'Write the words out.',
  'RegExp.escape': 'Replace the special characters by a pattern.',
  'URL.canParse': 'Try new URL(...).',
  'URL.parse': 'Try new URL(...).',
};

// Methods and properties, by names that nothing else bears.
export const MEMBERS = {
  randomUUID: 'Use crypto.getRandomValues.',
  replaceChildren: 'Remove the children, then append.',
  requestSubmit: "Click the form's button.",
  showModal: 'Use a plain element with role=dialog.',
  showPopover: 'Use a plain element, and its attribute hidden.',
  submitter: "Listen to the buttons' clicks.",
  togglePopover: 'Use a plain element, and its attribute hidden.',
};

// What only its surroundings tell apart, by ESLint's selectors.
export const SYNTAX = {
  "CallExpression[arguments.length>0] > MemberExpression.callee[property.name='at']":
    'Safari has at() of lists and words since 15.4: index by number.',
  "MemberExpression[property.name='addEventListener'] > CallExpression.object:matches([callee.name='matchMedia'], [callee.property.name='matchMedia'])":
    'Safari 12 has only addListener here.',
  "CallExpression[callee.property.name='addEventListener'] > ObjectExpression > Property[key.name='signal']":
    'Safari 12 passes over it: call removeEventListener.',
  "Property[key.name='type'][value.value='module']": 'Safari 12 runs a worker as a script only.',
};
