// For the volunteer: turning stall mode on, the code, the tally.

import { writtenDate } from '../../engine/letter.js';
import { fill } from '../../engine/passage.js';
import { list, reveal, typed, write } from '../draw.js';
import { saveBlob } from '../documents.js';
import { siteAddress } from '../../site.js';
import { check, turnOff, turnOn } from './code.js';
import { asCsv, rows, today, wipe } from './tally.js';

const CODE = /^\d{4}$/;

export const setup = {
  take(view, desk) {
    const code = typed(view, 'new-code');
    if (!CODE.test(code)) return { key: 'wrong', box: 'new-code' };
    if (typed(view, 'same-code') !== code) return { key: 'wrong', box: 'same-code' };
    turnOn(code).then(on => (on ? location.reload() : desk.wrong({ key: 'refused' })), () => desk.wrong({ key: 'refused' }));
    return 'later';
  },
};

export const code = {
  take(view, desk) {
    check(typed(view, 'code')).then(answer => {
      if (answer === 'right') desk.clear(() => desk.go('volunteer'));
      else desk.wrong({ key: answer, box: 'code' });
    });
    return 'later';
  },
};

function drawTally(view, desk) {
  const nameOf = id => (desk.world.seat(id) ? desk.world.seat(id).name : id);
  const now = rows().filter(row => row.date === today());
  const number = now.reduce((sum, row) => sum + row.letters, 0);
  const lead = view.querySelector('.lead');
  const letters = fill(lead.getAttribute(number === 1 ? 'data-one' : 'data-many'), { number: String(number) });
  write(view, { letters, day: writtenDate(today()) });
  reveal(view, '[data-empty]', number === 0);
  reveal(view, '[data-table]', number > 0);
  list(view, 'rows', now.map(row => Object.assign({}, row, { place: nameOf(row.code) })));
}

function startButtons(view, desk) {
  const press = (selector, action) => view.querySelector(selector).addEventListener('click', action);
  press('[data-csv]', event => {
    const nameOf = id => (desk.world.seat(id) ? desk.world.seat(id).name : id);
    const text = asCsv(event.target.getAttribute('data-headings'), nameOf);
    saveBlob(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }), `tally-${today()}.csv`);
  });
  press('[data-wipe-tally]', () => {
    wipe();
    drawTally(view, desk);
    const status = view.querySelector('[data-tally-status]');
    status.textContent = status.getAttribute('data-wiped');
  });
  press('[data-next-person]', () => desk.start());
  press('[data-leave]', () => {
    turnOff();
    location.replace(siteAddress(''));
  });
}

export const volunteer = {
  draw(view, desk) {
    drawTally(view, desk);
    startButtons(view, desk);
  },
};
