// Answers and addresses by the engine, with the rules of postcodes that the server publishes.

import { addressReader } from '/static/js/engine/address.js';
import { answersOf } from '/static/js/engine/answers.js';
import { reader } from '/static/js/engine/reading.js';

// given: {all: fields as answersOf has them, rules, most}.
export function answers({ all, rules, most }) {
  const readAddress = addressReader(reader(rules).read);
  return all.map(fields => answersOf(fields, { readAddress, limits: { most_concerns: most } }));
}

// given: {all: [[typed, box, name, others]], rules}.
export function addresses({ all, rules }) {
  const readAddress = addressReader(reader(rules).read);
  return all.map(typed => readAddress(...typed));
}
