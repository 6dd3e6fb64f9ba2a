// A card for a meeting with the MP: a few sentences of the letter, and its question. For the writer
// alone: it never goes along with the letter. The twin of letterwriter/followup/meeting_card.py.

import {
  ASK, CONCERN, OWN, STORY, standing,
} from './letter.js';
import { split, stripEnd } from './spaces.js';

const MOST_SENTENCES = 3;
const LONGEST = 300; // characters of one: more cannot be read out at a glance
const ENDS = '.!?…۔؟।。！？';
const WITHOUT_SPACE = ['。', '！', '？']; // after these a sentence begins at once
const CLOSERS = '"\'”’)]»';
const OPENERS = '"\'“‘([«';
const ABBREVIATED = ['mr', 'mrs', 'ms', 'dr', 'st', 'rev', 'prof', 'hon', 'no', 'vs', 'e.g', 'i.e', 'etc'];
const SMALL = 'abcdefghijklmnopqrstuvwxyz';

const isOneOf = (characters, one) => Boolean(one) && characters.includes(one);

function withoutOpeners(word) {
  let start = 0;
  while (isOneOf(OPENERS, word[start])) start += 1;
  return word.slice(start);
}

function ends(word, following) {
  const bare = stripEnd(word, CLOSERS);
  if (!isOneOf(ENDS, bare[bare.length - 1]) || isOneOf(SMALL, withoutOpeners(following)[0])) return false;
  if (bare[bare.length - 1] !== '.') return true;
  const stem = withoutOpeners(bare.slice(0, -1));
  return Array.from(stem).length !== 1 && !ABBREVIATED.includes(stem.toLowerCase()); // "J. Smith", "Dr. Smith"
}

function sentencesIn(words) {
  const found = [];
  let begun = [];
  words.forEach((word, place) => {
    begun.push(word);
    const following = words[place + 1];
    if (following && !ends(word, following)) return;
    found.push(begun.join(' '));
    begun = [];
  });
  return found;
}

// The sentences of a text, with single spaces; a line's end ends one too.
function sentencesOf(text) {
  const spaced = WITHOUT_SPACE.reduce((all, mark) => all.split(mark).join(`${mark} `), text);
  return [].concat(...spaced.split('\n').map(line => sentencesIn(split(line))));
}

// A sentence, cut after a word where it is far too long for a card.
function short(sentence) {
  const characters = Array.from(sentence);
  if (characters.length <= LONGEST) return sentence;
  const kept = characters.slice(0, LONGEST).join('');
  return `${kept.slice(0, Math.max(kept.lastIndexOf(' '), 0)) || kept} …`;
}

// A story without the words that the campaign put before it.
const told = ({ text, template }) => (text.startsWith(template) ? text.slice(template.length) : text);

// {sentences: the first of the writer's own words, filled up with those of the concerns; ask: '' where there is none}
export function meetingCard(letter) {
  const paragraphs = standing(letter);
  const of = (...kinds) => paragraphs.filter(({ kind }) => kinds.includes(kind));
  const texts = of(STORY, OWN).map(told).concat(of(CONCERN).map(({ text }) => text));
  const [ask] = of(ASK);
  return {
    sentences: [].concat(...texts.map(sentencesOf)).slice(0, MOST_SENTENCES).map(short),
    ask: ask ? short(split(ask.text).join(' ')) : '',
  };
}
