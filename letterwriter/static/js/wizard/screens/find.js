// From a postcode, or a constituency's name, to the member.

import { absence, nobody } from '../../engine/dissolution.js';
import { lookUp, message, nearby, readMessage } from '../../engine/lookup.js';
import { display } from '../../engine/postcode.js';
import { writtenDate } from '../../engine/letter.js';
import { daysSince } from '../age.js';
import { list, put, typed, write } from '../draw.js';
import { addresseeOf, goLong, hasWords } from '../state.js';
import { TOOLS } from '../tools.js';
import { cost } from '../steps.js';

function seatValues(seat) {
  return {
    place: seat.name,
    said_place: seat.slots.constituency,
    welsh: seat.welsh && seat.welsh !== seat.name ? seat.welsh : '',
    mp: seat.member ? seat.member.name : '',
  };
}

// In a list, with who sits there; while nobody is an MP, not a word.
function offered(seat, world) {
  const { parliament } = world.words;
  const values = seatValues(seat);
  return Object.assign(values, { sits: values.mp || (world.stage ? '' : parliament['no-mp']) });
}

export function offer(view, wizard, seats) {
  list(view, 'candidates', seats.map(seat => offered(seat, wizard.world)), (element, values, index) => {
    element.querySelector('button').addEventListener('click', () => {
      wizard.state.code = seats[index].code;
      wizard.go('found');
    });
  });
}

const seatsOf = (codes, world) => codes.map(code => world.seat(code)).filter(Boolean);

// Says on a first screen that nobody is an MP, if that is so.
export function tellAbsence(view, { world }) {
  const told = absence(world) || { said: '', todo: '' };
  const find = told.said && world.words.parliament['find-place'];
  write(view, { absence: told.said, absence_todo: told.todo, find });
}

export const postcode = {
  draw(view, wizard) {
    put(view, 'postcode', wizard.state.typed);
    tellAbsence(view, wizard);
  },
  keep(view, wizard) {
    wizard.state.typed = typed(view, 'postcode');
  },
  take(view, wizard) {
    const found = lookUp(wizard.state.typed, wizard.world);
    const words = message(found, wizard.world);
    if (found.status === 'invalid') return { key: 'wrong', box: 'postcode', words };
    wizard.state.lookup = found;
    wizard.state.postcode = found.postcode ? display(found.postcode) : '';
    wizard.state.code = found.constituency || '';
    wizard.go(found.constituency ? 'found' : 'choose');
    return 'later';
  },
};

export const choose = {
  draw(view, wizard) {
    const found = wizard.state.lookup;
    write(view, { message: message(found, wizard.world), none: found.status === 'none' });
    offer(view, wizard, seatsOf(found.candidates, wizard.world));
  },
};

export const near = {
  draw(view, wizard) {
    offer(view, wizard, seatsOf(nearby(wizard.state.code, wizard.world), wizard.world));
  },
  take: () => 'later',
};

// Whether the postcode itself led here, and how surely: 'found', 'guess' or ''.
function ledBy({ lookup, code }) {
  return lookup && lookup.constituency === code ? lookup.status : '';
}

function ofMember({ member, role }, world) {
  if (!member) return { party_told: '', email_user: '', email_host: '', can: '' };
  const { email, party_told } = member;
  const at = email.indexOf('@');
  return {
    party_told,
    email_user: email.slice(0, Math.max(at, 0)), // a narrow phone breaks the line before the @
    email_host: email.slice(Math.max(at, 0)),
    can: world.words.roles[member.perhaps_minister ? 'perhaps_minister' : role],
  };
}

function costs({ state, world, mode }) {
  const short = cost(state, true, world, mode);
  const long = cost(state, false, world, mode);
  return {
    short_questions: String(short.questions),
    short_minutes: String(short.minutes),
    long_questions: String(long.questions),
    long_minutes: String(long.minutes),
  };
}

// Why there is nobody to write to, if there is nobody, and the heading that says it.
function nobodyParts(seat, to, { state, world, mode }) {
  const told = absence(world);
  return {
    absence_title: told ? told.title : '',
    vacant: !seat.member && !told,
    nobody: to ? '' : nobody(seat, world),
    todo: told ? told.todo : '',
    draft: !to && mode !== 'stall' && hasWords(state) ? world.words.parliament.draft : '',
    another: !told,
  };
}

// Which parts of the screen show.
function foundParts(seat, wizard) {
  const led = ledBy(wizard.state);
  const to = addresseeOf(wizard.state, wizard.world);
  const has = Boolean(seat.member);
  return {
    sure: has && led !== 'guess',
    guess: has && led === 'guess',
    instead: !has && Boolean(to),
    to: to ? to.member.name : '',
    roads: Boolean(to) && !wizard.state.again,
    further: Boolean(to) && Boolean(wizard.state.again),
    located: led === 'found',
    read: led === 'found' ? readMessage(wizard.state.lookup, wizard.world) : '',
    old: daysSince(seat.as_of, wizard.world) > wizard.world.limits.old_list,
    message: led === 'guess' ? message(wizard.state.lookup, wizard.world) : '',
  };
}

export const found = {
  title: (view, { world }) => (world.stage ? absence(world).title : ''),
  draw(view, wizard) {
    const { state, world } = wizard;
    const seat = world.seat(state.code);
    const parts = foundParts(seat, wizard);
    const values = { postcode: state.postcode, as_of: writtenDate(seat.as_of) };
    write(view, Object.assign(values, seatValues(seat), ofMember(seat, world), parts, nobodyParts(seat, addresseeOf(state, world), wizard), parts.to ? costs(wizard) : {}));
    if (TOOLS.showLettersMade) TOOLS.showLettersMade(view, wizard, seat);
    list(view, 'offices', seat.member ? seat.member.offices.map(office => ({ office })) : []);
    view.querySelector('[data-long]').addEventListener('click', () => {
      goLong(state, world, wizard.mode);
      wizard.next();
    });
    view.querySelector('[data-not-mine]').addEventListener('click', () => wizard.go('nearby'));
  },
  take(view, wizard) {
    wizard.state.quick = true;
    return addresseeOf(wizard.state, wizard.world) ? '' : 'later';
  },
};
