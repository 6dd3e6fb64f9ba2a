// A letter as a draft of an email, in a file for the mail program of a computer: the twin of
// letterwriter/documents/eml.py, which says why it is as it is. `bundle` knows what an email
// address looks like.

import { cleanLine } from './cleaning.js';
import { isPlainEmail } from './email.js';
import { emailBody } from './text.js';

const PIECE = 42; // bytes of a header's words in one piece
const LONGEST_LINE = 60; // characters of a header that is written as it is
const BODY_LINE = /.{1,76}/g; // of base64: RFC 2045, section 6.8

const bytesOf = text => Array.from(new TextEncoder().encode(text));
const base64 = bytes => btoa(bytes.map(byte => String.fromCharCode(byte)).join(''));

// The line's bytes in pieces that part no character.
function pieces(line) {
  const all = [[]];
  Array.from(line).map(bytesOf).forEach(written => {
    if (all[all.length - 1].length + written.length > PIECE) all.push([]);
    all[all.length - 1].push(...written);
  });
  return all;
}

// A line as a header has it: as it is, or in RFC 2047's encoded words, one to a line.
function header(line) {
  const plain = /^[ -~]*$/.test(line) && line.length <= LONGEST_LINE && !line.includes('=?');
  return plain ? line : pieces(line).map(piece => `=?utf-8?b?${base64(piece)}?=`).join('\r\n ');
}

// The draft by RFC 5322 and 2047, in ASCII with CRLF line ends; `to` may be empty.
export function asEml(letter, to, subject, bundle) {
  const words = base64(bytesOf(emailBody(letter).replace(/\n/g, '\r\n')));
  const lines = [
    'X-Unsent: 1',
    ...(isPlainEmail(to, bundle) ? [`To: ${to}`] : []),
    `Subject: ${header(cleanLine(subject))}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset="utf-8"',
    'Content-Transfer-Encoding: base64',
    '',
    ...words.match(BODY_LINE),
  ];
  return lines.join('\r\n') + '\r\n';
}
