// Carries out orders as tests/js/letters.py does, by the engine's modules, and tells the outcome.

import { addressee } from '/static/js/engine/addressee.js';
import { composer } from '/static/js/engine/composition.js';
import { added, merged, moved, removed, replaced, storiesFrom } from '/static/js/engine/editing.js';
import { body } from '/static/js/engine/letter.js';
import { gmail, mailto, outlook } from '/static/js/engine/links.js';
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

function sit(desk, seat, answers, today, draws) {
  desk.to = addressee(seat, desk.world);
  desk.composer = composer(desk.world, desk.to);
  desk.answers = answers;
  return desk.composer.assemble(answers, today, recorded(draws));
}

function change(desk, paragraphs) {
  desk.letter = Object.assign({}, desk.letter, { paragraphs });
}

const ORDERS = {
  make(desk, ...how) {
    desk.letter = sit(desk, ...how);
    desk.made = desk.letter.sender;
  },
  again(desk, ...how) {
    const fresh = sit(desk, ...how);
    desk.letter = merged(desk.letter, fresh, desk.composer, desk.made);
    desk.made = fresh.sender;
  },
  another(desk, index) {
    const { paragraphs } = desk.letter;
    change(desk, replaced(paragraphs, index, desk.composer.anotherWay(paragraphs[index])));
  },
  moved(desk, index, step) { change(desk, moved(desk.letter.paragraphs, index, step)); },
  removed(desk, index, putBack) { change(desk, removed(desk.letter.paragraphs, index, putBack)); },
  added(desk, index) { change(desk, added(desk.letter.paragraphs, index)); },
  typed(desk, index, text) {
    const { paragraphs } = desk.letter;
    change(desk, replaced(paragraphs, index, Object.assign({}, paragraphs[index], { text })));
  },
  block(desk, name, value) { desk.letter = Object.assign({}, desk.letter, { [name]: value }); },
};

// What orders lead to in a world: the letter, and all that is made of it.
export function outcome(orders, world) {
  const desk = { world };
  orders.forEach(([name, ...how]) => ORDERS[name](desk, ...how));
  const mail = [desk.letter, desk.to.member.email, world.campaign.subject, world.limits];
  return {
    letter: desk.letter,
    body: body(desk.letter),
    text: asText(desk.letter),
    email: emailBody(desk.letter),
    links: [mailto(...mail), gmail(...mail), outlook(...mail), outlook(...mail, true)],
    stories: storiesFrom(desk.letter, desk.answers.stories),
  };
}
