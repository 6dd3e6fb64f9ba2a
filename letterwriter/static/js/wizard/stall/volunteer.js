// For the volunteer: turning stall mode on, the code, the tally.

import { writtenDate } from '../../engine/letter.js';
import { fill } from '../../engine/passage.js';
import { list, put, reveal, typed, write } from '../draw.js';
import { saveBlob } from '../documents.js';
import { siteAddress } from '../../site.js';
import { drawn, square } from '../../transfer/code.js';
import { LARGEST, codesOf } from '../../tallies/codes.js';
import { asLine } from '../../tallies/tally.js';
import { check, noteTry, triesBefore, turnOff, turnOn } from './code.js';
import { asCsv, asTally, nameStall, rows, stallOf, today, wipe } from './tally.js';

const CODE = /^\d{4}$/;

export const setup = {
  take(view, wizard) {
    const code = typed(view, 'new-code');
    if (!CODE.test(code)) return { key: 'wrong', box: 'new-code' };
    if (typed(view, 'same-code') !== code) return { key: 'wrong', box: 'same-code' };
    turnOn(code).then(on => (on ? location.reload() : wizard.wrong({ key: 'refused' })), () => wizard.wrong({ key: 'refused' }));
    return 'later';
  },
};

export const code = {
  draw: noteTry,
  take(view, wizard) {
    check(typed(view, 'code')).then(answer => {
      if (answer === 'right') {
        wizard.tries = triesBefore();
        wizard.clear(() => wizard.go('volunteer'));
      } else wizard.wrong({ key: answer, box: 'code' });
    });
    return 'later';
  },
};

function drawTally(view, wizard) {
  const nameOf = id => (wizard.world.seat(id) ? wizard.world.seat(id).name : id);
  const now = rows().filter(row => row.date === today());
  const number = now.reduce((sum, row) => sum + row.letters, 0);
  const lead = view.querySelector('.lead');
  const letters = fill(lead.getAttribute(number === 1 ? 'data-one' : 'data-many'), { number: String(number) });
  write(view, { letters, day: writtenDate(today()) });
  reveal(view, '[data-empty]', now.length === 0);
  reveal(view, '[data-table]', now.length > 0);
  list(view, 'rows', now.map(row => Object.assign({}, row, { place: nameOf(row.code) })));
}

// The tally for whoever adds them up: a file, or codes on the screen. It goes over no network.
function drawCodes(place) {
  const addresses = codesOf(asTally(), siteAddress('').replace(/\/$/, ''));
  place.textContent = '';
  addresses.forEach((address, index) => {
    const slots = { number: String(index + 1), count: String(addresses.length) };
    const caption = document.createElement('p');
    caption.textContent = fill(place.getAttribute(addresses.length === 1 ? 'data-one' : 'data-many'), slots);
    place.appendChild(caption);
    place.appendChild(drawn(square(address, { most: LARGEST }), caption.textContent));
  });
}

function startHandingOver(view) {
  put(view, 'stall-name', stallOf());
  const named = action => () => {
    nameStall(typed(view, 'stall-name'));
    action();
  };
  const press = (selector, action) => view.querySelector(selector).addEventListener('click', named(action));
  press('[data-tally-file]', () => saveBlob(new Blob([`${asLine(asTally())}\n`], { type: 'text/plain;charset=utf-8' }), `tally-${today()}.jsonl`));
  press('[data-tally-code]', () => drawCodes(view.querySelector('[data-tally-codes]')));
}

function startButtons(view, wizard) {
  const press = (selector, action) => view.querySelector(selector).addEventListener('click', action);
  press('[data-csv]', event => {
    const nameOf = id => (wizard.world.seat(id) ? wizard.world.seat(id).name : id);
    const text = asCsv(event.target.getAttribute('data-headings'), nameOf);
    saveBlob(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }), `tally-${today()}.csv`);
  });
  press('[data-wipe-tally]', () => {
    wipe();
    put(view, 'stall-name', '');
    view.querySelector('[data-tally-codes]').textContent = '';
    drawTally(view, wizard);
    const status = view.querySelector('[data-tally-status]');
    status.textContent = status.getAttribute('data-wiped');
  });
  press('[data-next-person]', () => wizard.start());
  press('[data-leave]', () => {
    turnOff();
    reveal(document, '[data-volunteer]', false);
    wizard.history.first = 'left';
    wizard.start();
  });
}

function drawTries(view, tries) {
  const notice = view.querySelector('[data-tries]');
  notice.hidden = !tries;
  if (tries) notice.textContent = fill(notice.getAttribute(tries === 1 ? 'data-one' : 'data-many'), { number: String(tries) });
}

// Stall mode is off: the page is loaded anew to turn it on again.
export const left = {
  take() {
    location.reload();
    return 'later';
  },
};

export const volunteer = {
  draw(view, wizard) {
    drawTally(view, wizard);
    drawTries(view, wizard.tries);
    startButtons(view, wizard);
    startHandingOver(view);
  },
};
