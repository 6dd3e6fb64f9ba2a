// What came through a code, as the wizard's state. The campaign's words did not travel: those of
// today are put in here.

import { concernsOn } from '../engine/campaign.js';
import { storiesFrom } from '../engine/editing.js';
import {
  ASK, CONCERN, OPENING, OWN, STORY, THANKS, isEdited, paragraphOf,
} from '../engine/letter.js';
import { strip } from '../engine/spaces.js';
import { letterOf, stateOf, withoutAddressee } from '../wizard/fields.js';
import { composerOf } from '../wizard/composing.js';
import { addresseeOf, answersOf, fresh } from '../wizard/state.js';
import { blockOf, first, letterFields, markOf } from './letters.js';

const changed = (value, change) => Object.assign({}, value, change);

// The first screen's, with those choices that are still on offer.
function choicesArrived({ concernIds, askId }, world) {
  const offered = concernsOn(world.campaign, world.today()).map(({ id }) => id);
  const concerns = concernIds.filter(id => offered.includes(id));
  const ask = world.campaign.asks.some(({ id }) => id === askId) ? askId : '';
  const isWhole = concerns.length === concernIds.length && ask === askId;
  const which = concerns.length || ask ? 'some' : 'none';
  return { state: changed(fresh(), { concerns, ask }), screen: 'postcode', said: `choices-${isWhole ? 'all' : which}` };
}

// What the letter says of the answers that are told on it.
function withLetter(state, letter, parcel, world) {
  const asked = world.campaign.prompts.map(({ id }) => ({ promptId: id, text: '', leadIn: false }));
  const told = storiesFrom(letter, asked).filter(({ text }) => text);
  const by = what => told.reduce((all, story) => changed(all, { [story.promptId]: story[what] }), {});
  return changed(state, {
    letter, made: blockOf(parcel.sender).split('\n'),
    prompts: told.map(({ promptId }) => promptId), stories: by('text'), leadIns: by('leadIn'),
  });
}

// The paragraphs without those that the next making of the letter would leave out: what the writer
// said there stays as a paragraph of their own.
function lasting(paragraphs, stays) {
  const isWriters = one => one.kind === STORY || isEdited(one);
  const own = one => changed(paragraphOf(OWN, one.text), { removed: one.removed });
  return paragraphs.filter(one => stays(one) || isWriters(one))
    .map(one => (stays(one) || !strip(one.text) ? one : own(one)));
}

const isFrame = ({ kind }) => [OPENING, THANKS, OWN].includes(kind);

// Without an addressee the campaign's words cannot be said: they follow once there is one.
function unplaced(parcel, world) {
  const { campaign } = world;
  const offered = concernsOn(campaign, world.today()).map(({ id }) => id);
  const leadIns = new Map(campaign.prompts.map(prompt => [prompt.id, prompt.lead_in]));
  const here = changed(parcel, { paragraphs: parcel.paragraphs.filter(({ text }) => text !== null) });
  const stays = one => isFrame(one) || (one.kind === CONCERN && offered.includes(one.id))
    || (one.kind === STORY && leadIns.has(one.id));
  const written = letterOf(letterFields(here), withoutAddressee(world));
  const letter = changed(written, { paragraphs: lasting(written.paragraphs, stays) });
  const state = stateOf(letterFields(parcel), world, composerOf);
  const ask = here.paragraphs.some(({ kind }) => kind === ASK) ? '' : state.ask; // it is asked already
  const [screen, said] = world.seat(parcel.constituency) ? ['found', 'nobody'] : ['by-name', 'unplaced'];
  return { state: withLetter(changed(state, { ask }), letter, parcel, world), screen, said };
}

// A paragraph with the campaign's words where none travelled; null where nobody knows them here.
function filled(paragraph, ours, composer) {
  const { kind, id, choice, text } = paragraph;
  if (text !== null) return paragraph;
  if (!ours || !composer.known(kind, id) || !composer.canSay(paragraph)) return null;
  return changed(paragraph, { text: composer.text(kind, id, choice) });
}

// The parcel with all that did not travel, and whether all of it is known and as it was.
function whole(parcel, to, composer, world) {
  const ours = parcel.campaignId === world.campaign.id;
  const paragraphs = parcel.paragraphs.map(each => filled(each, ours, composer));
  const { recipient, salutation } = parcel.changed;
  const usual = { recipient: to.block, salutation: to.member.salutation };
  const all = changed(parcel.changed, {
    recipient: recipient === null ? to.block.join('\n') : recipient,
    salutation: salutation === null ? usual.salutation : salutation,
  });
  const isComplete = paragraphs.every(each => each);
  const known = changed(parcel, { changed: all, paragraphs: paragraphs.filter(each => each) });
  const isSame = isComplete && markOf(changed(usual, { paragraphs }), parcel.paragraphs, parcel.changed) === parcel.mark;
  return { known, isComplete, isSame };
}

function placed(parcel, to, world) {
  const composer = composerOf({ code: parcel.constituency }, world);
  const { known, isComplete, isSame } = whole(parcel, to, composer, world);
  const pairs = letterFields(known);
  const written = letterOf(pairs, composer);
  const state = withLetter(stateOf(pairs, world, composerOf), written, parcel, world);
  const made = composer.assemble(answersOf(state, world), first).paragraphs;
  const stays = one => isFrame(one) || made.some(({ kind, id }) => kind === one.kind && id === one.id);
  const paragraphs = lasting(written.paragraphs, stays);
  state.letter = changed(written, { paragraphs });
  const said = isSame ? 'letter' : 'letter-changed';
  const isWhole = isComplete && paragraphs.length === written.paragraphs.length;
  return { state, screen: 'letter', said: isWhole ? said : 'letter-without' };
}

// {state, screen, said}: where the wizard goes on, and which of the page's notices stands over it.
export function arrived(parcel, world) {
  if (parcel.kind === 'choices') return choicesArrived(parcel, world);
  const to = addresseeOf({ code: parcel.constituency }, world);
  return to ? placed(parcel, to, world) : unplaced(parcel, world);
}
