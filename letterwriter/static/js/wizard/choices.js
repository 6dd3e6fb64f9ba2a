// Boxes to tick, and radios of which one is chosen. Of a long list a few are shown at first, and a
// radio can be taken back as a box can.

import { list } from './draw.js';

// What a person chose, drawn as they left it.
export function choices(node, name, items, chosen) {
  list(node, name, items, (element, item, index) => {
    const box = element.querySelector('input');
    const label = element.querySelector('label');
    box.id = `${name}-${index}`;
    box.value = item.id;
    box.checked = chosen.includes(item.id);
    label.htmlFor = box.id;
    label.textContent = item.label;
  });
  const place = node.querySelector(`[data-list="${name}"]`);
  fold(place);
  letUntick(place);
}

export function ticked(node, name) {
  const boxes = node.querySelectorAll(`[data-list="${name}"] input:checked`);
  return Array.from(boxes, box => box.value);
}

// Beyond the first few only what is chosen shows, until somebody asks for all.
function fold(place) {
  const few = Number(place.getAttribute('data-few'));
  if (!few) return;
  const all = Array.from(place.querySelectorAll('.choice'));
  const rest = all.slice(few).filter(element => !element.querySelector('input').checked);
  const button = place.parentNode.querySelector(`[data-show-all="${place.getAttribute('data-list')}"]`);
  const show = shown => {
    rest.forEach(element => { element.hidden = !shown; });
    button.hidden = shown;
  };
  button.textContent = button.getAttribute('data-words').replace('{number}', String(all.length));
  show(rest.length < 2); // a button would take the room of the one
  button.addEventListener('click', () => {
    show(true);
    rest[0].querySelector('input').focus();
  });
}

// Browsers keep a radio that was once chosen. Chosen again, it is taken back.
function letUntick(place) {
  let held = place.querySelector('input[type="radio"]:checked');
  const untick = () => {
    const box = held;
    held = null;
    box.checked = false;
    box.dispatchEvent(new Event('change', { bubbles: true }));
  };
  place.addEventListener('click', ({ target }) => {
    if (target.type !== 'radio') return;
    if (target === held) untick();
    else held = target;
  });
  // Not every browser makes a click of the space bar on a chosen radio.
  place.addEventListener('keyup', event => {
    if (event.key !== ' ' || !held || event.target !== held) return;
    event.preventDefault();
    untick();
  });
}
