// What one person has told: held by this page alone, and forgotten with it.

import { answersOf as told } from '../engine/answers.js';
import { asksFor as fitting, concernsOn } from '../engine/campaign.js';
import { addressee } from '../engine/addressee.js';
import { composer } from '../engine/composition.js';
import { ORDERS, suggestedFirst } from '../engine/drawn_order.js';
import { merged, storiesFrom } from '../engine/editing.js';
import { below } from '../engine/random.js';
import { subjectOf } from '../engine/subject.js';

export function fresh() {
  return {
    typed: '', postcode: '', code: '', lookup: null, quick: true,
    prompts: [], stories: {}, leadIns: {}, concerns: [], whys: {}, ask: '', choosesAsk: false,
    name: '', address: '', email: '', phone: '', byEmail: false,
    order: below(ORDERS), letter: null, made: [], changes: [], handedOver: false, counted: false, mark: '',
  };
}

export function isEmpty(state) {
  return !(state.typed || state.code || state.name || state.address || state.letter
    || Object.keys(state.stories).length || Object.keys(state.whys).length);
}

// Whether there are words that somebody would have to write again.
export function hasWords(state) {
  const told = [state.name, state.address, state.email, state.phone]
    .concat(Object.values(state.stories), Object.values(state.whys));
  return Boolean(state.letter) || told.some(text => text.trim());
}

// To whom the letter goes, once the constituency is known.
export function addresseeOf(state, world) {
  const seat = world.seat(state.code);
  return seat ? addressee(seat, world) : null;
}

// [letter, address, subject] of an email.
export function mailOf(state, world) {
  const to = addresseeOf(state, world);
  return [state.letter, to.member.email, subjectOf(state.letter, world.campaign, to)];
}

// In another order for each visitor, the suggested ones first.
export function concernsFor(state, world) {
  return suggestedFirst(concernsOn(world.campaign, world.today()), state.order);
}

// Those that were chosen and are on offer, as many as a letter takes.
export function chosenConcerns(state, world) {
  const offered = concernsFor(state, world);
  const chosen = state.concerns.map(id => offered.find(concern => concern.id === id));
  return chosen.filter(concern => concern).slice(0, world.limits.most_concerns);
}

export function asksFor(state, world) {
  return fitting(world.campaign, world.today(), addresseeOf(state, world), state.concerns);
}

// The one question of a short letter: at a stall people are asked in the words of a stall.
const quickPrompt = ({ campaign }, mode) => (mode === 'stall' ? campaign.quick_prompt : campaign.quick_prompt_at_home);

// The prompts to choose from: not the one that belongs to the other place.
export function promptsFor(world, mode) {
  const { campaign } = world;
  const here = quickPrompt(world, mode);
  const elsewhere = [campaign.quick_prompt, campaign.quick_prompt_at_home].filter(id => id !== here);
  return campaign.prompts.filter(prompt => !elsewhere.includes(prompt.id));
}

// The prompts that get a screen, in the campaign's order.
export function promptsOf(state, world, mode) {
  const asked = state.quick ? [quickPrompt(world, mode)] : state.prompts;
  return promptsFor(world, mode).filter(prompt => asked.includes(prompt.id));
}

// All questions rather than the short letter's; what was answered so far stays chosen.
export function goLong(state, world, mode) {
  const quick = quickPrompt(world, mode);
  state.quick = false;
  if (state.stories[quick] && !state.prompts.includes(quick)) state.prompts.push(quick);
}

// The ask that was chosen, or for a short letter the first that fits: one clear question is picked.
export function askOf(state, world) {
  const asks = asksFor(state, world).map(ask => ask.id);
  if (asks.includes(state.ask)) return state.ask;
  return state.quick && asks.length ? asks[0] : '';
}

export function answersOf(state, world) {
  const quick = [world.campaign.quick_prompt, world.campaign.quick_prompt_at_home];
  const asked = id => state.prompts.includes(id) || (state.quick && quick.includes(id));
  const prompts = world.campaign.prompts.map(prompt => prompt.id).filter(asked);
  return told({
    name: state.name, address: state.address, postcode: state.postcode,
    email: state.email, phone: state.phone, replyByEmail: state.byEmail,
    concernIds: chosenConcerns(state, world).map(concern => concern.id),
    askId: askOf(state, world), whys: state.whys,
    stories: prompts.map(id => ({ promptId: id, text: state.stories[id] || '', leadIn: Boolean(state.leadIns[id]) })),
  }, world.limits.most_concerns);
}

export function composerOf(state, world) {
  return composer(world, addresseeOf(state, world));
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
