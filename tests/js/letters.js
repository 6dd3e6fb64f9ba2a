// Carries out orders as tests/js/letters.py does, by the engine's modules, and tells the outcome.

import { addressee } from '/static/js/engine/addressee.js';
import { composer } from '/static/js/engine/composition.js';
import { added, merged, moved, removed, replaced, storiesFrom } from '/static/js/engine/editing.js';
import { body } from '/static/js/engine/letter.js';
import { asEml } from '/static/js/engine/eml.js';
import { meetingCard } from '/static/js/engine/meeting_card.js';
import { gmail, mailto, outlook } from '/static/js/engine/links.js';
import { subjectOf } from '/static/js/engine/subject.js';
import { asText, emailBody } from '/static/js/engine/text.js';

// below(n) that gives what Python drew, and refuses a draw that Python did not make.
function recorded(draws) {
  const left = draws.slice();
  return n => {
    const [among, place] = left.shift() || ['nothing', -1];
    if (among !== n) throw new Error(`a draw among ${n} where Python drew among ${among}`);
    return place;
  };
}

function sit(draft, seat, answers, today, draws, first) {
  draft.to = addressee(seat, draft.world);
  draft.composer = composer(draft.world, draft.to, today, first);
  draft.answers = answers;
  return draft.composer.assemble(answers, recorded(draws));
}

function change(draft, paragraphs) {
  draft.letter = Object.assign({}, draft.letter, { paragraphs });
}

const ORDERS = {
  make(draft, ...how) {
    draft.letter = sit(draft, ...how);
    draft.made = draft.letter.sender;
  },
  again(draft, ...how) {
    const fresh = sit(draft, ...how);
    draft.letter = merged(draft.letter, fresh, draft.composer, draft.made);
    draft.made = fresh.sender;
  },
  another(draft, index) {
    const { paragraphs } = draft.letter;
    change(draft, replaced(paragraphs, index, draft.composer.anotherWay(paragraphs[index])));
  },
  moved(draft, index, step) { change(draft, moved(draft.letter.paragraphs, index, step)); },
  removed(draft, index, putBack) { change(draft, removed(draft.letter.paragraphs, index, putBack)); },
  added(draft, index) { change(draft, added(draft.letter.paragraphs, index)); },
  typed(draft, index, text) {
    const { paragraphs } = draft.letter;
    change(draft, replaced(paragraphs, index, Object.assign({}, paragraphs[index], { text })));
  },
  block(draft, name, value) { draft.letter = Object.assign({}, draft.letter, { [name]: value }); },
};

// What orders lead to in a world: the letter, and all that is made of it.
export function outcome(orders, world) {
  const draft = { world };
  orders.forEach(([name, ...how]) => ORDERS[name](draft, ...how));
  const mail = [draft.letter, draft.to.member.email, subjectOf(draft.letter, world.campaign, draft.to), world.limits];
  return {
    letter: draft.letter,
    body: body(draft.letter),
    text: asText(draft.letter),
    email: emailBody(draft.letter),
    eml: asEml(...mail.slice(0, 3), world.bundle),
    links: [mailto(...mail), gmail(...mail), outlook(...mail), outlook(...mail, true)],
    card: meetingCard(draft.letter),
    stories: storiesFrom(draft.letter, draft.answers.stories),
  };
}
