// A letter to the editor of a local paper, made from one to the MP: the twin of
// letterwriter/followup/editor_letter.py.

import { words as wordsOf } from '../own_words.js';
import { forRole } from './campaign.js';
import { isAgain } from './composition.js';
import {
  CONCERN, OWN, STORY, body, standing,
} from './letter.js';
import { render } from './passage.js';
import { withComma } from './text.js';

// Whether one is offered: to nobody who tells of being in the system.
export function mayBePublic(letter, campaign) {
  const isPrivate = id => campaign.prompts.some(prompt => prompt.id === id && prompt.private);
  const told = standing(letter).filter(({ kind }) => kind === STORY);
  return Boolean(campaign.editor) && !isAgain(letter) && !told.some(({ id }) => isPrivate(id));
}

// {text: with LF line ends: the writer's own words, the first concern, name and town; words: how
// many would be printed}.
export function editorLetter(letter, { campaign, words }, to, town) {
  const all = standing(letter);
  const place = all.reduce((sum, { choice }) => choice.reduce((some, index) => some + index, sum), 0);
  const said = sentences => render(sentences, sentences.map(() => place), to.slots);
  const own = body({ paragraphs: all.filter(({ kind }) => kind === STORY || kind === OWN) });
  const address = letter.sender.filter(line => line !== letter.name);
  const printed = [
    withComma(words.followup['dear-editor']),
    said(forRole(campaign.editor.opening, campaign, to.role)),
    ...own,
    ...all.filter(({ kind }) => kind === CONCERN).slice(0, 1).map(({ text }) => text),
    said(campaign.editor.close),
    [letter.name, town].filter(line => line).join('\n'),
  ];
  const hidden = address.length ? [words.followup['not-for-publication'], ...address].join('\n') : '';
  const text = printed.concat(hidden).filter(block => block).join('\n\n') + '\n';
  return { text, words: wordsOf(printed.join(' ')).length };
}
