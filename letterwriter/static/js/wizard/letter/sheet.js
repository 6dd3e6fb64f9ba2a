// A letter on paper, to read.

import { body } from '../../engine/letter.js';
import { withComma } from '../../engine/text.js';
import { list, write } from '../draw.js';

// What of a letter stands on paper, by the names that the sheet's template has.
function sheetValues(letter) {
  return {
    sender: letter.sender.join('\n'),
    date: letter.date,
    recipient: letter.recipient.join('\n'),
    salutation: withComma(letter.salutation),
    close: withComma(letter.close),
    name: letter.name,
  };
}

export function drawSheet(view, letter) {
  const sheet = view.querySelector('.sheet');
  write(sheet, sheetValues(letter));
  list(sheet, 'body', body(letter).map(text => ({ text })));
}

// The letter's words, to be read aloud.
export function spoken(letter) {
  return [letter.salutation, ...body(letter), letter.close, letter.name];
}
