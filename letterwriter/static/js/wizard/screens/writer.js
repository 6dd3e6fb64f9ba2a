// About the writer: it goes into the letter and nowhere else.

import { isEmail } from '../../engine/email.js';
import { put, typed, write } from '../draw.js';
import { addresseeOf, askOf, asksFor } from '../state.js';

const LONGEST = { name: 120, address: 400, postcode: 60, email: 120, phone: 30 };

const tooLong = (text, what) => Array.from(text.trim()).length > LONGEST[what];

// What a short letter will ask, which nobody has chosen so far.
function drawAsk(view, wizard) {
  const { state, world } = wizard;
  const chosen = state.quick && asksFor(state, world).find(ask => ask.id === askOf(state, world));
  write(view, { to: addresseeOf(state, world).member.name, ask_told: chosen ? chosen.label : '' });
  view.querySelector('[data-change-ask]').addEventListener('click', () => {
    name.keep(view, wizard);
    state.choosesAsk = true;
    wizard.go('ask');
  });
}

export const name = {
  draw(view, wizard) {
    put(view, 'name', wizard.state.name);
    drawAsk(view, wizard);
  },
  keep(view, wizard) {
    wizard.state.name = typed(view, 'name');
  },
  take(view, wizard) {
    if (!wizard.state.name.trim()) return { key: 'missing', box: 'name' };
    return tooLong(wizard.state.name, 'name') ? { key: 'long', box: 'name' } : '';
  },
};

export const address = {
  draw(view, wizard) {
    put(view, 'address', wizard.state.address);
    put(view, 'home-postcode', wizard.state.postcode);
  },
  keep(view, wizard) {
    wizard.state.address = typed(view, 'address');
    wizard.state.postcode = typed(view, 'home-postcode');
  },
  take(view, wizard) {
    if (tooLong(wizard.state.address, 'address')) return { key: 'long', box: 'address' };
    return tooLong(wizard.state.postcode, 'postcode') ? { key: 'long', box: 'home-postcode' } : '';
  },
  skip(view, wizard) {
    return address.take(view, wizard);
  },
};

export const reply = {
  draw(view, wizard) {
    put(view, 'email', wizard.state.email);
    put(view, 'phone', wizard.state.phone);
    view.querySelector('#reply-by-email').checked = wizard.state.byEmail;
  },
  keep(view, wizard) {
    wizard.state.email = typed(view, 'email');
    wizard.state.phone = typed(view, 'phone');
    wizard.state.byEmail = view.querySelector('#reply-by-email').checked;
  },
  take(view, wizard) {
    const email = wizard.state.email.trim();
    const isRight = isEmail(email, wizard.world.bundle) && !tooLong(email, 'email');
    if (email && !isRight) return { key: 'wrong', box: 'email' };
    if (wizard.state.byEmail && !email) return { key: 'missing', box: 'email' };
    return tooLong(wizard.state.phone, 'phone') ? { key: 'long', box: 'phone' } : '';
  },
};
