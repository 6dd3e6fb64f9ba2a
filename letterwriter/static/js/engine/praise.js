// What is good about a letter, said before any advice: the twin of letterwriter/letters/praise.py.

import { ownWords } from '../own_words.js';
import { ASK, standing } from './letter.js';
import { fill } from './passage.js';
import { strip } from './spaces.js';

// The best that is true of a letter; '' where nothing of this is.
export function praise(letter, { limits }) {
  const { own } = ownWords(letter.paragraphs);
  if (own >= limits.many_words) return 'many-own-words';
  if (own >= limits.few_words) return 'own-words';
  if (own) return 'some-own-words';
  return standing(letter).some(({ kind, text }) => kind === ASK && strip(text)) ? 'clear-ask' : '';
}

// The same as a sentence or two.
export function praiseWords(letter, world) {
  const what = praise(letter, world);
  return what && fill(world.words.praise[what], { own: String(ownWords(letter.paragraphs).own) });
}
