// Addresses that open the writer's own mail with the letter in it: the twin of
// letterwriter/documents/links.py, which says why each is measured. `limits` are the bundle's.

import { cleanLine } from './cleaning.js';
import { stripEnd } from './spaces.js';
import { emailBody } from './text.js';

const GMAIL = 'https://mail.google.com/mail/?view=cm&fs=1';
const OUTLOOK_PERSONAL = 'https://outlook.live.com/mail/0/deeplink/compose?';
const OUTLOOK_WORK = 'https://outlook.office.com/mail/deeplink/compose?';

// encodeURIComponent leaves five marks as they are that RFC 3986 reserves.
function quoted(text) {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, mark => '%' + mark.charCodeAt(0).toString(16).toUpperCase());
}


// One address by its two parts: whatever it holds, nothing in it begins another field.
function address(to) {
  const line = cleanLine(to);
  const at = line.lastIndexOf('@');
  return at < 0 ? quoted(line) : `${quoted(line.slice(0, at))}@${quoted(line.slice(at + 1))}`;
}

const subjectLine = subject => quoted(cleanLine(subject)); // one line: no second header can follow

// `start` with the letter where the whole address is at most `limit` characters, else alone.
function measured(start, letter, limit) {
  const words = stripEnd(emailBody(letter), '\n').replace(/\n/g, '\r\n');
  const whole = `${start}&body=${quoted(words)}`;
  const hasBody = whole.length <= limit;
  return { href: hasBody ? whole : start, hasBody };
}

// A mailto: address as RFC 6068 has it; `to` may be empty.
export function mailto(letter, to, subject, limits) {
  return measured(`mailto:${address(to)}?subject=${subjectLine(subject)}`, letter, limits.mailto);
}

// Gmail's compose page.
export function gmail(letter, to, subject, limits) {
  return measured(`${GMAIL}&to=${address(to)}&su=${subjectLine(subject)}`, letter, limits.gmail);
}

// Outlook's compose page on the web: outlook.com, or an employer's or school's account (`work`).
export function outlook(letter, to, subject, limits, work = false) {
  const page = work ? OUTLOOK_WORK : OUTLOOK_PERSONAL;
  const start = `${page}to=${address(to)}&subject=${subjectLine(subject)}`;
  return measured(start, letter, limits.outlook);
}
