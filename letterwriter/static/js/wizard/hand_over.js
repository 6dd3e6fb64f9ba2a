// A form that was sent before the script ran is answered by a page of the server. Its form holds
// all that is known, by the names of web/forms; that goes on here, in the first page's place.
// main[data-hand-over] names the screen, "found" or "story:school". Nothing of the page changes
// before all that is needed has come.

import { siteAddress } from '../site.js';
import { stateOf } from './fields.js';
import { TOOLS } from './tools.js';
import { firstPage } from './source.js';

const fileOf = link => link.getAttribute('href').replace(/^.*\//, '');

// The form's fields as they stand: [[name, value], ...].
function fieldsIn(main) {
  const form = main.querySelector('form');
  const pairs = [];
  if (form) new FormData(form).forEach((value, name) => pairs.push([name, String(value)]));
  return pairs;
}

// Adds the styles that this page lacks, and waits for them.
function takeStyles(page) {
  const here = Array.from(document.querySelectorAll('link[rel="stylesheet"]'), fileOf);
  const links = Array.from(page.querySelectorAll('link[rel="stylesheet"]')).filter(link => !here.includes(fileOf(link)));
  return Promise.all(links.map(link => new Promise(done => {
    const copy = document.importNode(link, true);
    copy.addEventListener('load', done);
    copy.addEventListener('error', done);
    document.head.appendChild(copy);
  })));
}

function takePlace(page) {
  Array.from(page.documentElement.attributes).forEach(({ name, value }) => document.documentElement.setAttribute(name, value));
  document.documentElement.classList.add('js');
  document.body.parentNode.replaceChild(document.importNode(page.body, true), document.body);
  history.replaceState(null, '', siteAddress('')); // and so a reload sends no form again
}

// All that a letter needs to go on at a screen.
export async function bringNeeded(source, code, postcode, screen) {
  await Promise.all([source.campaign(), source.toLookUp(postcode)]);
  await Promise.all([source.before('found', code), source.before(screen, code), source.later()]);
}

// The first page with its styles, once what is `needed` besides has come.
export async function firstPageWith(needed) {
  const [html] = await Promise.all([firstPage(), needed]);
  const page = new DOMParser().parseFromString(html, 'text/html');
  await takeStyles(page);
  return page;
}

// Puts the first page in this one's place, and goes on there.
export function goOnIn(page, personal, state, screen) {
  takePlace(page);
  personal.goOn(state, screen);
}

// Resolves once the wizard is in the page's place; rejects where that cannot be.
export async function takeOver(main, personal) {
  const screen = main.getAttribute('data-hand-over');
  const pairs = fieldsIn(main);
  const valueOf = name => (pairs.find(pair => pair[0] === name) || ['', ''])[1];
  const page = await firstPageWith(bringNeeded(personal.source, valueOf('constituency'), valueOf('postcode'), screen));
  goOnIn(page, personal, stateOf(fieldsIn(main), personal.world, TOOLS.composerOf), screen); // whoever typed meanwhile loses nothing
}
