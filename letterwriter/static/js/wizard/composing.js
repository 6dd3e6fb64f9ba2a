// The letter that one person's answers make.

import { oneLine } from '../engine/answers.js';
import { composer } from '../engine/composition.js';
import { merged, storiesFrom } from '../engine/editing.js';
import { saidDay } from '../engine/letter.js';
import { below } from '../engine/random.js';
import { subjectOf } from '../engine/subject.js';
import { addresseeOf, answersOf } from './state.js';

// [letter, address, subject] of an email.
export function mailOf(state, world) {
  const to = addresseeOf(state, world);
  return [state.letter, to.member.email, subjectOf(state.letter, world.campaign, to)];
}

// The letter that this one follows, if it follows one.
function firstOf({ again, firstDate, firstAsk }) {
  return again ? { again, date: saidDay(oneLine(firstDate)), ask: oneLine(firstAsk) } : null;
}

export function composerOf(state, world) {
  return composer(world, addresseeOf(state, world), world.today(), firstOf(state));
}

// The letter that the answers make now, with what was changed by hand kept.
export function withLetter(state, world) {
  const made = composerOf(state, world);
  const first = made.assemble(answersOf(state, world), below);
  const letter = state.letter ? merged(state.letter, first, made, state.made) : first;
  return Object.assign({}, state, { letter, made: first.sender });
}

// The answers with the words that were changed on the letter itself.
export function withStoriesBack(state, world) {
  if (!state.letter) return state;
  const before = answersOf(state, world).stories;
  const stories = Object.assign({}, state.stories);
  const leadIns = Object.assign({}, state.leadIns);
  storiesFrom(state.letter, before).forEach(story => {
    stories[story.promptId] = story.text;
    leadIns[story.promptId] = story.leadIn;
  });
  return Object.assign({}, state, { stories, leadIns });
}
