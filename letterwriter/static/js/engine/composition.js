// Putting a letter together: the twin of letterwriter/letters/composer.py.

import { figuresOf, forRole, wordsOn } from './campaign.js';
import {
  ASK, CONCERN, OPENING, STORY, THANKS, asSentence, headed, paragraphOf, writtenDate,
} from './letter.js';
import { another, canSay as sayable, pick, render } from './passage.js';
import { strip } from './spaces.js';

const keyOf = (kind, id) => `${kind} ${id}`;

const AGAIN = 'again-'; // begins the ids of a second letter's opening and request
const ASKED = '-asked'; // ends the id of an opening that quotes the first letter's question

export const isAgain = ({ paragraphs }) => paragraphs.some(({ id }) => id.startsWith(AGAIN));

// Every passage that can stand in a letter to a member of a role on a day, by kind and id.
function passagesOf(campaign, role, today) {
  const { frame, concerns, asks } = campaign;
  const passages = new Map();
  passages.set(keyOf(OPENING, 'member'), forRole(frame.opening, campaign, role));
  concerns.forEach(concern => {
    const words = wordsOn(concern, campaign, today);
    if (words) passages.set(keyOf(CONCERN, concern.id), forRole(words, campaign, role));
  });
  asks.forEach(ask => passages.set(keyOf(ASK, ask.id), ask.sentences));
  const thanks = forRole(frame.thanks, campaign, role);
  passages.set(keyOf(THANKS, 'email'), thanks.concat(frame.reply_by_email));
  passages.set(keyOf(THANKS, 'post'), thanks.concat(frame.reply));
  campaign.again.forEach(one => {
    const id = `${AGAIN}${one.id}`;
    const opening = forRole(one.opening, campaign, role);
    passages.set(keyOf(OPENING, id), opening);
    passages.set(keyOf(OPENING, `${id}${ASKED}`), opening.concat(forRole(one.asked, campaign, role)));
    passages.set(keyOf(ASK, id), forRole(one.request, campaign, role));
  });
  return passages;
}

// What wordings may take of the first letter, by slot.
function slotsOf({ date, ask }) {
  return Object.assign({ 'first-date': date }, ask ? { 'first-ask': asSentence(ask) } : {});
}

// The lines at the top of the letter: name, address, postcode, email, phone, as far as given.
function senderBlock({ name, address, postcode, email, phone }) {
  return [name].concat(address, postcode, email, phone).filter(line => line);
}

// Makes the paragraphs of one letter: a campaign's words on a day ('YYYY-MM-DD'), for one addressee.
// `first` is the letter that this one follows, {again: its case, date, ask: '' for none}; null for none.
export function composer(world, to, today = world.today(), first = null) {
  const passages = passagesOf(world.campaign, to.role, today);
  const leadIns = new Map(world.campaign.prompts.map(prompt => [prompt.id, prompt.lead_in]));
  const slots = Object.assign(figuresOf(world.campaign), to.slots, first ? slotsOf(first) : {});

  const known = (kind, id) => passages.has(keyOf(kind, id));

  // A prompt's lead-in, empty where it has none or is unknown.
  const leadIn = promptId => leadIns.get(promptId) || '';

  function passage(kind, id) {
    if (!known(kind, id)) throw new RangeError(`the campaign has no ${kind} "${id}"`);
    return passages.get(keyOf(kind, id));
  }

  // The campaign's words for a choice of wordings; throws for an unknown passage.
  const text = (kind, id, choice) => render(passage(kind, id), choice, slots);

  function worded(kind, id, choice, why = '') {
    const words = text(kind, id, choice);
    return Object.assign(paragraphOf(kind, headed(why, words), id, choice, words), { why });
  }

  // Whether a paragraph's wordings can be filled for this addressee.
  const canSay = ({ kind, id, choice }) => sayable(passage(kind, id), choice, slots);

  // The same paragraph in other wordings; what the writer changed in it is replaced. Why it matters
  // to the writer stays at its head. One that is the writer's own has no other wordings and stays.
  function anotherWay(paragraph) {
    const { kind, id, choice, why } = paragraph;
    if (!known(kind, id) || !canSay(paragraph)) return paragraph;
    return worded(kind, id, another(passage(kind, id), choice, slots), why);
  }

  function told(story) {
    const start = story.leadIn ? leadIn(story.promptId) : '';
    const words = strip(story.text);
    return paragraphOf(STORY, start ? `${start} ${words}` : words, story.promptId, [], start);
  }

  const opening = first ? `${AGAIN}${first.again}${first.ask ? ASKED : ''}` : 'member';
  // A second letter asks what its case says.
  const askIn = askId => (first ? `${AGAIN}${first.again}` : askId);

  // A letter in the order that offices read: who, my story, concerns, ask, thanks. below(n) draws
  // from 0 to n-1, in the order in which the sentences stand.
  function assemble({ sender, stories, concernIds, askId, whys = {} }, below) {
    const drawn = (kind, id, why) => worded(kind, id, pick(passage(kind, id), slots, below), why);
    return {
      sender: senderBlock(sender),
      date: writtenDate(today),
      recipient: to.block,
      salutation: to.member.salutation,
      paragraphs: [
        drawn(OPENING, opening),
        ...stories.filter(story => strip(story.text)).map(told),
        ...concernIds.map(id => drawn(CONCERN, id, whys[id])),
        ...(askIn(askId) ? [drawn(ASK, askIn(askId))] : []),
        drawn(THANKS, sender.replyByEmail ? 'email' : 'post'),
      ],
      close: world.bundle.close,
      name: sender.name,
    };
  }

  return { assemble, text, known, canSay, anotherWay, leadIn };
}
