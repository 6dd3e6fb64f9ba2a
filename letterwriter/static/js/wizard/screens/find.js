// From a postcode, or a constituency's name, to the member.

import { lookUp, message, nearby, readMessage } from '../../engine/lookup.js';
import { display } from '../../engine/postcode.js';
import { writtenDate } from '../../engine/letter.js';
import { daysSince } from '../age.js';
import { list, put, reveal, typed, write } from '../draw.js';
import { showLettersMade } from '../letters_made.js';
import { addresseeOf, goLong } from '../state.js';
import { cost } from '../steps.js';

const MOST_SHOWN = 12; // of names that hold what was typed: more is no help

function seatValues(seat) {
  return {
    place: seat.name,
    said_place: seat.slots.constituency,
    welsh: seat.welsh && seat.welsh !== seat.name ? seat.welsh : '',
    mp: seat.member ? seat.member.name : '',
  };
}

function offer(view, wizard, seats) {
  list(view, 'candidates', seats.map(seatValues), (element, values, index) => {
    element.querySelector('button').addEventListener('click', () => {
      wizard.state.code = seats[index].code;
      wizard.go('found');
    });
  });
}

const seatsOf = (codes, world) => codes.map(code => world.seat(code)).filter(Boolean);

// A page may lie on a device for weeks: what is changing is said as long as its facts are in date.
function hideLapsed(view, today) {
  const lines = Array.from(view.querySelectorAll('[data-until]'));
  lines.forEach(line => { line.hidden = line.getAttribute('data-until') < today; });
  reveal(view, '[data-changes]', lines.some(line => !line.hidden));
}

export const postcode = {
  draw(view, wizard) {
    put(view, 'postcode', wizard.state.typed);
    hideLapsed(view, wizard.world.today());
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

const folded = text => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');

function byName(part, world) {
  const wanted = folded(part.trim());
  if (wanted.length < 2) return [];
  return world.seats
    .filter(seat => folded(`${seat.name} ${seat.welsh || ''}`).includes(wanted))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export const named = {
  draw(view, wizard) {
    const box = view.querySelector('[data-value]');
    const count = view.querySelector('[data-found-count]');
    const show = () => {
      const found = byName(box.value, wizard.world);
      const which = found.length ? 'data-say-some' : 'data-say-none';
      count.textContent = box.value.trim().length < 2
        ? '' : count.getAttribute(which).replace('{number}', String(found.length));
      offer(view, wizard, found.slice(0, MOST_SHOWN));
    };
    box.addEventListener('input', show);
    show();
  },
  take: () => 'later',
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
  if (!member) return { party: '', email_user: '', email_host: '', can: '' };
  const { party, email } = member;
  const at = email.indexOf('@');
  return {
    party,
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

// Which parts of the screen show.
function foundParts(seat, wizard) {
  const led = ledBy(wizard.state);
  const to = addresseeOf(wizard.state, wizard.world);
  const has = Boolean(seat.member);
  return {
    sure: has && led !== 'guess',
    guess: has && led === 'guess',
    vacant: !has,
    instead: !has && Boolean(to),
    nobody: !to,
    to: to ? to.member.name : '',
    located: led === 'found',
    read: led === 'found' ? readMessage(wizard.state.lookup, wizard.world) : '',
    old: daysSince(seat.as_of, wizard.world) > wizard.world.limits.old_list,
    message: led === 'guess' ? message(wizard.state.lookup, wizard.world) : '',
  };
}

export const found = {
  draw(view, wizard) {
    const { state, world } = wizard;
    const seat = world.seat(state.code);
    const parts = foundParts(seat, wizard);
    const values = { postcode: state.postcode, as_of: writtenDate(seat.as_of) };
    write(view, Object.assign(values, seatValues(seat), ofMember(seat, world), parts, parts.to ? costs(wizard) : {}));
    showLettersMade(view, wizard, seat);
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
