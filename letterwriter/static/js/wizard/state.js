// What one person has told: held by this page alone, and forgotten with it.

import { answersOf as told } from '../engine/answers.js';
import { asksFor as fitting, concernsOn } from '../engine/campaign.js';
import { addressee } from '../engine/addressee.js';
import { ORDERS, suggestedFirst } from '../engine/drawn_order.js';
import { below } from '../engine/random.js';

export function fresh() {
  return {
    typed: '', postcode: '', code: '', lookup: null, again: '', firstDate: '', firstAsk: '', quick: true,
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

// Whether there is an MP of the writer's own to meet: the Home Secretary meets nobody for a vacant seat.
export function mayMeet(state, world) {
  const seat = world.seat(state.code);
  return Boolean(seat && seat.member);
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

// None where there is nobody to ask.
export function asksFor(state, world) {
  const to = addresseeOf(state, world);
  return to ? fitting(world.campaign, world.today(), to, state.concerns) : [];
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

export const OWN_LINE = 'again'; // the id under which a second letter has the writer's own words

const senderOf = state => ({
  name: state.name, address: state.address, postcode: state.postcode,
  email: state.email, phone: state.phone, replyByEmail: state.byEmail,
});

// What a second letter is made of: its words are those of its case.
function secondOf(state, world) {
  const stories = [{ promptId: OWN_LINE, text: state.stories[OWN_LINE] || '', leadIn: false }];
  const own = { concernIds: [], askId: '', whys: {}, stories };
  return told(Object.assign(senderOf(state), own), world);
}

export function answersOf(state, world) {
  const quick = [world.campaign.quick_prompt, world.campaign.quick_prompt_at_home];
  if (state.again) return secondOf(state, world);
  const asked = id => state.prompts.includes(id) || (state.quick && quick.includes(id));
  const prompts = world.campaign.prompts.map(prompt => prompt.id).filter(asked);
  return told(Object.assign(senderOf(state), {
    concernIds: chosenConcerns(state, world).map(concern => concern.id),
    askId: askOf(state, world), whys: state.whys,
    stories: prompts.map(id => ({ promptId: id, text: state.stories[id] || '', leadIn: Boolean(state.leadIns[id]) })),
  }), world);
}
