// What people type and paste, made fit to keep, to show and to print: the twin of
// letterwriter/text/cleaning.py, which says what goes and why.

import { strip, stripEnd } from './spaces.js';

const LINE_ENDS = /\r\n|[\r\v\f\x85\u2028\u2029]/g;
const HALVES = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g; // pairs first, so that they stay
const TO_ORDER = /(\p{M}{30})\p{M}+/gu; // NFC orders marks in a time that grows with their square
const TOWER = /([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu; // more marks than any living spelling needs
const BLANK_LINES = /\n{3,}/g;
const ODD_SPACES = /[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000\u3164\uffa0]/g;
const JOINERS = /[\u180e\u200c\u200d]+/g;
const NEEDLESS_JOINERS = new RegExp(
  '(?:^|[\\0-\\u02ff\\u1e00-\\u1eff\\u0374\\u037e\\u0387\\u1fef\\u1ffd\\u212a\\u212b])'
  + '[\\u0300-\\u036f\\u180e\\u200c\\u200d]*[\\u180e\\u200c\\u200d]',
  'g',
);
const LEFTWARD = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const DIRECTION_MARKS = /[\u200e\u200f\u061c]/g;
const UNSEEN = new RegExp(
  '[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f' // control characters
  + '\\xad\\u200b\\u2060-\\u2064' // soft hyphen, zero-width spaces, signs that join unseen
  + '\\u202a-\\u202e\\u2066-\\u2069\\u206a-\\u206f' // bidi orders; retired codes
  + '\\ufdd0-\\ufdef\\ufeff\\ufff9-\\ufffc' // noncharacters, byte order mark, pictures' holes
  + lastTwoOfEachPlane() + ']',
  'gu',
);

// Two noncharacters end each of Unicode's 17 planes: \u{fffe}\u{ffff}\u{1fffe}\u{1ffff} and so on.
function lastTwoOfEachPlane() {
  let written = '';
  for (let plane = 0; plane <= 0x100000; plane += 0x10000) {
    written += `\\u{${(plane + 0xfffe).toString(16)}}\\u{${(plane + 0xffff).toString(16)}}`;
  }
  return written;
}

// A text without what nobody sees and no script needs there.
function seen(text) {
  const shown = text.replace(UNSEEN, '');
  const unmarked = shown.replace(DIRECTION_MARKS, '');
  const ordered = LEFTWARD.test(unmarked) ? shown : unmarked;
  return ordered.replace(NEEDLESS_JOINERS, found => found.replace(JOINERS, ''));
}

// A text in NFC with LF line ends, at most one blank line in a row. Twice changes nothing more.
export function clean(text) {
  const whole = text.replace(HALVES, found => (found.length === 2 ? found : ''));
  const spaced = whole.replace(LINE_ENDS, '\n').replace(ODD_SPACES, ' ');
  const ordered = seen(spaced).replace(TO_ORDER, (_, marks) => marks).normalize('NFC');
  const short = ordered.replace(TOWER, (_, marks) => marks);
  const lines = short.split('\n').map(line => stripEnd(line));
  return strip(lines.join('\n').replace(BLANK_LINES, '\n\n'));
}

// A text cleaned for a place that holds one line: line ends become spaces.
export function cleanLine(text) {
  return clean(text).split('\n').filter(line => line).join(' ');
}
