// Which screen comes after which: one question a screen.

import { addresseeOf, asksFor, promptsOf } from './state.js';

const SIDE = { choose: 'postcode', 'by-name': 'postcode', nearby: 'found', take: 'doors', read: 'doors' };

// The screens from here to the letter in the hand. "story:school" is the story of that prompt.
function roadOf(state, world, mode) {
  const found = Boolean(addresseeOf(state, world));
  const stories = promptsOf(state, world).map(prompt => `story:${prompt.id}`);
  const questions = state.quick
    ? [...stories, 'worry', 'name', 'address']
    : ['prompts', ...stories, 'worries', ...(found && asksFor(state, world).length ? ['ask'] : []), 'name', 'address', 'reply'];
  return [
    'postcode', 'found', 'safety', ...questions, 'letter', mode === 'stall' ? 'doors' : 'send',
  ];
}

export function next(state, world, mode, at) {
  const road = roadOf(state, world, mode);
  return road[road.indexOf(at) + 1] || '';
}

// {at, all} to show, or null where a screen is no step of the way.
export function progress(state, world, mode, at) {
  const road = roadOf(state, world, mode);
  const place = road.indexOf(SIDE[at] || at);
  return place < 0 ? null : { at: place + 1, all: road.length };
}
