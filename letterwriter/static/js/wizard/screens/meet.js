// After the letter: how to reach the MP's office, and a card for the meeting.

import { writtenDate } from '../../engine/letter.js';
import { meetingCard } from '../../engine/meeting_card.js';
import { fill } from '../../engine/passage.js';
import { list, write } from '../draw.js';
import { addresseeOf } from '../state.js';

const SCHEMES = { phone: 'tel', email: 'mailto' };

function drawOffices(view, contacts) {
  const offices = contacts.map(({ kind, lines = [], phone = '', email = '' }) => ({
    at_parliament: kind === 'parliamentary', address: lines.join('\n'), phone, email,
  }));
  list(view, 'offices', offices, (element, office) => {
    Object.keys(SCHEMES).filter(key => office[key]).forEach(key => {
      element.querySelector(`[data-${key}]`).href = `${SCHEMES[key]}:${office[key].split(' ').join('')}`;
    });
  });
  const [oldest = ''] = contacts.map(contact => contact.as_of).sort();
  write(view, { has_offices: offices.length > 0, offices_as_of: oldest && writtenDate(oldest) });
}

function drawCard(view, { sentences, ask }) {
  write(view, { has_sentences: sentences.length > 0, ask });
  list(view, 'sentences', sentences.map(text => ({ text })));
}

export const meet = {
  draw(view, { state, world }) {
    const { member, seat } = addresseeOf(state, world);
    const contacts = member.contacts || [];
    const isKnown = contacts.some(({ email }) => email);
    write(view, { to: member.name, said_place: seat.slots.constituency, email: isKnown ? '' : member.email });
    drawOffices(view, contacts);
    const page = view.querySelector('[data-parliament]');
    if (member.id) page.href = fill(page.getAttribute('data-parliament'), { member_id: member.id });
    drawCard(view, meetingCard(state.letter));
    view.querySelector('[data-print]').addEventListener('click', () => window.print());
  },
};
