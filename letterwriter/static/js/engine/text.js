// A letter as plain text, and as the words of an email: the twin of letterwriter/documents/text.py.

import { clean } from './cleaning.js';
import { body } from './letter.js';
import { strip } from './spaces.js';

const POINTED = ',.:;!?،؛؟'; // whoever ends the line with a mark of their own keeps it

const linesOf = lines => lines.filter(strip).join('\n');
const joined = blocks => clean(blocks.filter(strip).join('\n\n')) + '\n';

// The words with a comma: "Dear Lucy Powell,". Empty ones and pointed ones stay as they are.
export function withComma(words) {
  const bare = strip(words);
  return !bare || POINTED.includes(bare[bare.length - 1]) ? bare : `${bare},`;
}

// The sender block without the name that is printed under the signature anyway.
function addressLines({ sender, name }) {
  return sender[0] === name ? sender.slice(1) : sender;
}

// The whole letter with LF line ends, no trailing spaces, and one line end at the end.
export function asText(letter) {
  return joined([
    linesOf(letter.sender),
    letter.date,
    linesOf(letter.recipient),
    withComma(letter.salutation),
    ...body(letter),
    withComma(letter.close),
    letter.name,
  ]);
}

// The letter as an email to an MP has it: without the blocks at the top, and with the writer's
// address under the name, because an MP answers only constituents.
export function emailBody(letter) {
  const signature = linesOf([letter.name, ...addressLines(letter)]);
  const greeting = withComma(letter.salutation);
  return joined([greeting, ...body(letter), withComma(letter.close), signature]);
}
