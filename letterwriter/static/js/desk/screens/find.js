// From a postcode, or a constituency's name, to the member.

import { lookUp, message, nearby } from '../../engine/lookup.js';
import { display } from '../../engine/postcode.js';
import { writtenDate } from '../../engine/letter.js';
import { list, put, reveal, typed, write } from '../draw.js';
import { addresseeOf, goLong } from '../state.js';

const MOST_SHOWN = 12; // of names that hold what was typed: more is no help

function seatValues(seat) {
  return {
    place: seat.name,
    welsh: seat.welsh && seat.welsh !== seat.name ? seat.welsh : '',
    mp: seat.member ? seat.member.name : 'no MP at present',
  };
}

function offer(view, desk, seats) {
  list(view, 'candidates', seats.map(seatValues), (element, values, index) => {
    element.querySelector('button').addEventListener('click', () => {
      desk.state.code = seats[index].code;
      desk.go('found');
    });
  });
}

const seatsOf = (codes, world) => codes.map(code => world.seat(code)).filter(Boolean);

export const postcode = {
  draw(view, desk) {
    put(view, 'postcode', desk.state.typed);
  },
  keep(view, desk) {
    desk.state.typed = typed(view, 'postcode');
  },
  take(view, desk) {
    postcode.keep(view, desk);
    const found = lookUp(desk.state.typed, desk.world);
    const words = message(found, desk.world);
    if (found.status === 'invalid') return { key: 'wrong', box: 'postcode', words };
    desk.state.lookup = found;
    desk.state.postcode = found.postcode ? display(found.postcode) : '';
    desk.state.code = found.constituency || '';
    desk.go(found.constituency ? 'found' : 'choose');
    return 'later';
  },
};

export const choose = {
  draw(view, desk) {
    const found = desk.state.lookup;
    write(view, { message: message(found, desk.world) });
    reveal(view, '[data-some]', found.status !== 'none');
    reveal(view, '[data-none]', found.status === 'none');
    offer(view, desk, seatsOf(found.candidates, desk.world));
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
  draw(view, desk) {
    const box = view.querySelector('[data-value]');
    const count = view.querySelector('[data-found-count]');
    const show = () => {
      const found = byName(box.value, desk.world);
      const which = found.length ? 'data-say-some' : 'data-say-none';
      count.textContent = box.value.trim().length < 2
        ? '' : count.getAttribute(which).replace('{number}', String(found.length));
      offer(view, desk, found.slice(0, MOST_SHOWN));
    };
    box.addEventListener('input', show);
    show();
  },
  take: () => 'later',
};

export const near = {
  draw(view, desk) {
    offer(view, desk, seatsOf(nearby(desk.state.code, desk.world), desk.world));
  },
  take: () => 'later',
};

// Whether this constituency is one that the postcode only suggests.
function isGuess({ lookup, code }) {
  return Boolean(lookup) && lookup.status === 'guess' && lookup.constituency === code;
}

function foundValues(seat, desk) {
  const member = seat.member;
  const to = addresseeOf(desk.state, desk.world);
  return Object.assign(seatValues(seat), {
    mp: member ? member.name : '',
    party: member ? member.party : '',
    email: member ? member.email : '',
    as_of: writtenDate(seat.as_of),
    to: to ? to.member.name : '',
    message: isGuess(desk.state) ? message(desk.state.lookup, desk.world) : '',
  });
}

export const found = {
  draw(view, desk) {
    const seat = desk.world.seat(desk.state.code);
    const guess = isGuess(desk.state);
    write(view, foundValues(seat, desk));
    list(view, 'offices', seat.member ? seat.member.offices.map(office => ({ office })) : []);
    reveal(view, '[data-sure]', Boolean(seat.member) && !guess);
    reveal(view, '[data-guess]', guess && Boolean(seat.member));
    reveal(view, '[data-vacant]', !seat.member);
    reveal(view, '.place [lang]', Boolean(seat.welsh) && seat.welsh !== seat.name);
    reveal(view, '.who, .party, .reach', Boolean(seat.member));
    reveal(view, '[data-perhaps-minister]', Boolean(seat.member) && seat.member.perhaps_minister);
    reveal(view, '.desk-roads', Boolean(addresseeOf(desk.state, desk.world)));
    view.querySelector('[data-long]').addEventListener('click', () => {
      goLong(desk.state, desk.world);
      desk.next();
    });
    view.querySelector('[data-not-mine]').addEventListener('click', () => desk.go('nearby'));
  },
  take(view, desk) {
    desk.state.quick = true;
    return '';
  },
};
