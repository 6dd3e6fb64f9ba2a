// The letter by the names of the server's forms, and back: for documents that only the server
// makes, and for pages that were half filled in when the network went.

import { clean, cleanLine } from '../engine/cleaning.js';
import { oneLine } from '../engine/answers.js';
import { ORDERS } from '../engine/drawn_order.js';
import { OWN_LINE, addresseeOf, answersOf, fresh } from './state.js';

const START = 'letter-paragraphs-';

// [[name, value], ...] as the letter page sends them.
export function letterFields(state) {
  const letter = state.letter;
  const pairs = [
    ['constituency', state.code],
    ['letter-constituency', state.code],
    ['letter-made', state.made.join('\n')],
    ['letter-sender', letter.sender.join('\n')],
    ['letter-date', letter.date],
    ['letter-recipient', letter.recipient.join('\n')],
    ['letter-salutation', letter.salutation],
    ['letter-close', letter.close],
    ['letter-signed', letter.name],
  ];
  letter.paragraphs.forEach((paragraph, index) => pairs.push(
    [`${START}${index}-kind`, paragraph.kind],
    [`${START}${index}-id`, paragraph.id],
    [`${START}${index}-choice`, paragraph.choice.join('.')],
    [`${START}${index}-removed`, paragraph.removed ? 'y' : ''],
    [`${START}${index}-text`, paragraph.text],
    ...(paragraph.why ? [[`${START}${index}-why`, paragraph.why]] : []),
  ));
  return pairs;
}

function paragraphOf(get, made) {
  const kind = get('kind');
  const text = clean(get('text'));
  const id = get('id');
  const whole = { kind: 'own', text, id: '', choice: [], template: '', removed: get('removed') === 'y', why: '' };
  if (kind === 'story') {
    const leadIn = made.leadIn(id);
    return Object.assign(whole, { kind, id, template: leadIn && text.startsWith(leadIn) ? leadIn : '' });
  }
  const choice = get('choice').split('.').map(Number);
  if (!made.known(kind, id) || choice.some(Number.isNaN) || !made.canSay({ kind, id, choice })) return whole;
  const why = kind === 'concern' ? oneLine(get('why')) : '';
  return Object.assign(whole, { kind, id, choice, template: made.text(kind, id, choice), why });
}

const reading = pairs => {
  const all = name => pairs.filter(pair => pair[0] === name).map(pair => pair[1]);
  return { all, first: name => all(name)[0] || '' };
};

// The letter that these fields hold; `made` knows the campaign's words, as a composer does.
export function letterOf(pairs, made) {
  const { first } = reading(pairs);
  const block = name => clean(first(`letter-${name}`)).split('\n').map(line => line.trim()).filter(line => line);
  const line = name => cleanLine(first(`letter-${name}`));
  const paragraphs = [];
  for (let index = 0; first(`${START}${index}-kind`); index += 1) {
    paragraphs.push(paragraphOf(name => first(`${START}${index}-${name}`), made));
  }
  return {
    sender: block('sender'), date: line('date'), recipient: block('recipient'), salutation: line('salutation'),
    paragraphs, close: line('close'), name: line('signed'),
  };
}

// Knows the campaign's words where there is nobody to say them to: a letter is read whole, and its
// words follow once there is somebody.
export function withoutAddressee({ campaign }) {
  const leadIns = new Map(campaign.prompts.map(prompt => [prompt.id, prompt.lead_in]));
  return { known: () => true, canSay: () => true, text: () => '', leadIn: id => leadIns.get(id) || '' };
}

// What one person had told the server's pages, from their fields. `composerOf` is composing.js's,
// which reads a letter that is among them.
export function stateOf(pairs, world, composerOf) {
  const { all, first } = reading(pairs);
  const state = Object.assign(fresh(), {
    typed: first('postcode'), postcode: cleanLine(first('postcode')), quick: Boolean(first('quick')),
    concerns: all('concerns'), ask: first('ask'), choosesAsk: Boolean(first('chooses_ask')),
    name: first('name'), address: first('address'),
    email: first('email'), phone: first('phone'), byEmail: Boolean(first('reply_by_email')), mark: first('count'),
  });
  if (/^\d{1,10}$/.test(first('order'))) state.order = Number(first('order')) % ORDERS;
  if (world.seat(first('constituency'))) state.code = first('constituency');
  if (world.campaign.again.some(({ id }) => id === first('again'))) state.again = first('again');
  state.firstDate = first('first_date');
  state.firstAsk = first('first_ask');
  world.campaign.prompts.concat({ id: OWN_LINE }).forEach(prompt => {
    const told = first(`story-${prompt.id}`);
    if (all('prompts').includes(prompt.id)) state.prompts.push(prompt.id);
    if (!told) return;
    state.stories[prompt.id] = told;
    state.leadIns[prompt.id] = Boolean(first(`leadin-${prompt.id}`));
  });
  world.campaign.concerns.forEach(({ id }) => {
    const why = first(`why-${id}`);
    if (why) state.whys[id] = why;
  });
  if (!state.code || !first('letter-sender')) return state;
  state.made = first('letter-made').split('\n');
  state.letter = letterOf(pairs, addresseeOf(state, world) ? composerOf(state, world) : withoutAddressee(world));
  return state;
}

// What the ordinary pages ask, so that the server's pages can go on from here.
export function answerFields(state, world) {
  const answers = answersOf(state, world);
  const pairs = [
    ['postcode', answers.sender.postcode], ['name', answers.sender.name],
    ['address', answers.sender.address.join('\n')], ['email', answers.sender.email],
    ['phone', answers.sender.phone], ['ask', answers.askId],
  ];
  answers.concernIds.forEach(id => pairs.push(['concerns', id]));
  Object.keys(state.whys).filter(id => state.whys[id]).forEach(id => pairs.push([`why-${id}`, state.whys[id]]));
  answers.stories.forEach(story => {
    pairs.push([`story-${story.promptId}`, story.text]);
    if (story.leadIn) pairs.push([`leadin-${story.promptId}`, 'y']);
  });
  if (answers.sender.replyByEmail) pairs.push(['reply_by_email', 'y']);
  return pairs;
}

// All that is known, so that stateOf can bring it back.
export function fieldsOf(state, world) {
  const about = [
    ['constituency', state.code], ['again', state.again], ['first_date', state.firstDate], ['first_ask', state.firstAsk],
    ['order', String(state.order)],
  ].concat(state.quick ? [['quick', 'y']] : []);
  const asked = state.prompts.map(id => ['prompts', id]);
  return about.concat(asked, answerFields(state, world), state.letter ? letterFields(state) : []);
}
