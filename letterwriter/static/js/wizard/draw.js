// Screens are templates in the page. Words stand there with {slots}; what fills them is always
// text, never markup.

import { fill } from '../engine/passage.js';

const LONG_WORD = /(\S{20,})/;
const PIECES = /[^/\-?&@.]*[/\-?&@.]+|[^/\-?&@.]+/g;
const SLOT = /\{([a-z][a-z0-9_-]*)\}/g;

function known(words, values) {
  return (words.match(SLOT) || []).every(slot => slot.slice(1, -1) in values);
}

// A fresh copy of a screen's template.
export function cut(name) {
  return document.querySelector(`template[data-screen="${name}"]`).content.cloneNode(true);
}

// Puts a text into an element: a long word, such as a web address, may break after its signs
// before it does anywhere else, and what is copied is the text alone.
export function setWords(element, text) {
  element.textContent = '';
  const words = text === undefined || text === null ? '' : String(text);
  words.split(LONG_WORD).forEach((part, index) => {
    const pieces = index % 2 ? part.match(PIECES) : [part];
    pieces.forEach((piece, at) => {
      if (at) element.appendChild(document.createElement('wbr'));
      element.appendChild(document.createTextNode(piece));
    });
  });
}

// Fills [data-text="key"] and [data-say="words with {key}"] below a node, and shows or hides
// [data-if="key"] and [data-if="!key"]; keys not given stay.
export function write(node, values) {
  node.querySelectorAll('[data-text]').forEach(part => {
    const key = part.getAttribute('data-text');
    if (key in values) setWords(part, values[key] === '' ? part.getAttribute('data-otherwise') : values[key]);
  });
  node.querySelectorAll('[data-say]').forEach(part => {
    const words = part.getAttribute('data-say');
    if (known(words, values)) part.textContent = fill(words, values);
  });
  node.querySelectorAll('[data-if]').forEach(part => {
    const key = part.getAttribute('data-if');
    const name = key.replace('!', '');
    if (name in values) part.hidden = key === name ? !values[name] : Boolean(values[name]);
  });
}

// Draws a list anew: one copy of its template for each item, whose values fill it. `each` is
// given the copy's element and the item.
export function list(node, name, items, each) {
  const place = node.querySelector(`[data-list="${name}"]`);
  const pattern = place.querySelector('template');
  Array.from(place.children).forEach(child => { if (child !== pattern) place.removeChild(child); });
  items.forEach((item, index) => {
    const copy = document.importNode(pattern.content, true);
    const element = copy.firstElementChild;
    write(copy, item);
    if (element.hasAttribute('data-text')) setWords(element, item[element.getAttribute('data-text')]);
    place.appendChild(copy);
    if (each) each(element, item, index);
  });
}

export function reveal(node, selector, shown) {
  node.querySelectorAll(selector).forEach(part => { part.hidden = !shown; });
}

// The value of a box by its id.
export function typed(node, id) {
  return node.querySelector(`[data-value="${id}"]`).value;
}

export function put(node, id, value) {
  node.querySelector(`[data-value="${id}"]`).value = value;
}
