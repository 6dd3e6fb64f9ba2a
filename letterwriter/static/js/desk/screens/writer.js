// About the writer: it goes into the letter and nowhere else.

import { put, typed } from '../draw.js';

const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
const LONGEST = { name: 120, address: 400, postcode: 12, email: 120, phone: 30 };

const tooLong = (text, what) => Array.from(text.trim()).length > LONGEST[what];

export const name = {
  draw(view, desk) {
    put(view, 'name', desk.state.name);
  },
  keep(view, desk) {
    desk.state.name = typed(view, 'name');
  },
  take(view, desk) {
    name.keep(view, desk);
    if (!desk.state.name.trim()) return { key: 'missing', box: 'name' };
    return tooLong(desk.state.name, 'name') ? { key: 'long', box: 'name' } : '';
  },
};

export const address = {
  draw(view, desk) {
    put(view, 'address', desk.state.address);
    put(view, 'home-postcode', desk.state.postcode);
  },
  keep(view, desk) {
    desk.state.address = typed(view, 'address');
    desk.state.postcode = typed(view, 'home-postcode');
  },
  take(view, desk) {
    address.keep(view, desk);
    if (tooLong(desk.state.address, 'address')) return { key: 'long', box: 'address' };
    return tooLong(desk.state.postcode, 'postcode') ? { key: 'long', box: 'home-postcode' } : '';
  },
  skip(view, desk) {
    return address.take(view, desk);
  },
};

export const reply = {
  draw(view, desk) {
    put(view, 'email', desk.state.email);
    put(view, 'phone', desk.state.phone);
    view.querySelector('#reply-by-email').checked = desk.state.byEmail;
  },
  keep(view, desk) {
    desk.state.email = typed(view, 'email');
    desk.state.phone = typed(view, 'phone');
    desk.state.byEmail = view.querySelector('#reply-by-email').checked;
  },
  take(view, desk) {
    reply.keep(view, desk);
    const email = desk.state.email.trim();
    if (email && (!EMAIL.test(email) || tooLong(email, 'email'))) return { key: 'wrong', box: 'email' };
    if (desk.state.byEmail && !email) return { key: 'missing', box: 'email' };
    return tooLong(desk.state.phone, 'phone') ? { key: 'long', box: 'phone' } : '';
  },
};
