// Whether a text has the shape of an email address: the twin of letterwriter/text/email.py.

import { reader, wholly } from './search.js';

const PLAIN = /^[A-Za-z0-9.+_@-]{1,254}$/; // what means nothing else in a link or a header

// Says so by the pattern that the server publishes (bundle.email).
export function isEmail(text, { email, reading }) {
  return wholly(email)(reader(reading)(text));
}

// Whether it can be written into a link or a header by its parts.
export const isPlainEmail = (text, bundle) => PLAIN.test(text) && isEmail(text, bundle);
