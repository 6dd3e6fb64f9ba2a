// Which screen comes after which: one question a screen.

import {
  addresseeOf, asksFor, chosenConcerns, fresh, mayMeet, promptsOf,
} from './state.js';

const SIDE = {
  choose: 'postcode', 'by-name': 'postcode', nearby: 'found',
  email: 'send', print: 'send', editor: 'done', meet: 'done', transfer: 'delivery', read: 'delivery',
};

const MINUTE = 60; // seconds

// "story:school" is the story of that prompt.
function questionsOf(state, world, mode) {
  const stories = promptsOf(state, world, mode).map(prompt => `story:${prompt.id}`);
  const asks = asksFor(state, world).length > 0;
  if (state.quick) return [...stories, 'worry', ...(asks && state.choosesAsk ? ['ask'] : []), 'name', 'address'];
  const whys = chosenConcerns(state, world).length ? ['whys'] : [];
  return ['prompts', ...stories, 'worries', ...whys, ...(asks ? ['ask'] : []), 'name', 'address', 'reply'];
}

// A letter that follows another asks for the first one, not for worries.
const SECOND = ['again', 'postcode', 'found', 'safety', 'first', 'name', 'address', 'letter', 'send'];

// The screens from here to the letter in the hand.
function roadOf(state, world, mode) {
  if (state.again) return SECOND;
  return [
    'postcode', 'found', 'safety', ...questionsOf(state, world, mode), 'letter', mode === 'stall' ? 'delivery' : 'send',
  ];
}

const LONG_MORE = 2; // a story, and why what was chosen matters

// What a short letter, or a longer one with one story, takes: {questions, minutes}.
export function cost({ code }, quick, world, mode) {
  const before = Object.assign(fresh(), { code, quick });
  const questions = questionsOf(before, world, mode).length + (quick ? 0 : LONG_MORE);
  const seconds = quick ? world.limits.short_seconds : world.limits.long_seconds;
  return { questions, minutes: Math.ceil((questions * seconds) / MINUTE) };
}

export function next(state, world, mode, at) {
  const road = roadOf(state, world, mode);
  return road[road.indexOf(at) + 1] || '';
}

// What can be shown without somebody to write to.
const WITHOUT_ADDRESSEE = [
  'again', 'postcode', 'choose', 'by-name', 'found', 'nearby', 'sure', 'cleared', 'about', 'privacy', 'own-case',
  'welcome', 'code', 'setup', 'volunteer', 'left',
];

// Whether a screen needs an MP that there is not: since midnight nobody may be one.
export function isBarred(state, world, name) {
  if (name === 'meet' && !mayMeet(state, world)) return true;
  return Boolean(world.seat(state.code)) && !WITHOUT_ADDRESSEE.includes(name) && !addresseeOf(state, world);
}

// {at, all} to show, or null where a screen is no step of the way, and where it ends. At home none at the postcode:
// how many steps follow is chosen on the next screen.
export function progress(state, world, mode, at) {
  const isBefore = mode !== 'stall' && (SIDE[at] || at) === 'postcode' && !state.again;
  if (!world.campaign || isBefore) return null;
  if (isBarred(state, world, 'safety')) return null; // the way ends here
  const road = roadOf(state, world, mode);
  const place = road.indexOf(SIDE[at] || at);
  return place < 0 ? null : { at: place + 1, all: road.length };
}
