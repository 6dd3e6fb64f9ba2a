// What the buttons of a paragraph do, by their names.

import { added, moved, removed, replaced } from '../../engine/editing.js';

const EDITS = {
  up: (all, index) => moved(all, index, -1),
  down: (all, index) => moved(all, index, 1),
  remove: (all, index) => removed(all, index),
  'put-back': (all, index) => removed(all, index, true),
  add: (all, index) => added(all, index),
  another: (all, index, composer) => replaced(all, index, composer.anotherWay(all[index])),
};

// The paragraphs after an edit, and where the paragraph meant stands then.
export function edited(all, what, index, composer) {
  const paragraphs = EDITS[what](all, index, composer);
  if (what === 'add') return { paragraphs, place: index + 1 };
  const moves = paragraphs.indexOf(all[index]);
  return { paragraphs, place: moves < 0 ? index : moves };
}
