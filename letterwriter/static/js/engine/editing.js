// Changing a letter by hand, and keeping those changes when its answers change: the twin of
// letterwriter/letters/edits.py. All give new paragraphs; none loses words, since a removed
// paragraph stays where it was, marked, so that it can be put back.

import { OPENING, OWN, STORY, THANKS, headed, isEdited, paragraphOf } from './letter.js';
import { strip } from './spaces.js';

const changed = (value, change) => Object.assign({}, value, change);

function alike(lines, others) {
  return lines.length === others.length && lines.every((line, i) => line === others[i]);
}

// With a paragraph moved past its next neighbour that is not removed, up (-1) or down (+1).
export function moved(paragraphs, index, step) {
  const outside = place => place < 0 || place >= paragraphs.length;
  let target = index + step;
  while (!outside(target) && paragraphs[target].removed) target += step;
  if (outside(target)) return paragraphs;
  const order = paragraphs.slice();
  order.splice(target, 0, order.splice(index, 1)[0]);
  return order;
}

// With one paragraph taken out, or put back.
export function removed(paragraphs, index, putBack = false) {
  return replaced(paragraphs, index, changed(paragraphs[index], { removed: !putBack }));
}

// With another paragraph in this place.
export function replaced(paragraphs, index, paragraph) {
  return paragraphs.map((one, i) => (i === index ? paragraph : one));
}

// With an empty paragraph of the writer's own below this one.
export function added(paragraphs, index) {
  return [...paragraphs.slice(0, index + 1), paragraphOf(OWN, ''), ...paragraphs.slice(index + 1)];
}

// What makes two paragraphs the same one: a letter has one opening and one thanks.
function keyOf({ kind, id }) {
  return kind === OPENING || kind === THANKS ? kind : `${kind} ${id}`;
}

function latest(old, fresh, composer) {
  const { why } = fresh;
  if (old.kind === OWN) return old;
  if (isEdited(old)) return changed(old, { why }); // for when it is said another way
  if (old.kind === STORY || old.id !== fresh.id || !composer.canSay(old)) {
    return changed(fresh, { removed: old.removed });
  }
  const template = composer.text(old.kind, old.id, old.choice);
  return changed(old, { text: headed(why, template), template, why });
}

// Where a new paragraph goes: after the last kept one that precedes it in the fresh letter.
function placeIn(kept, before) {
  const earlier = new Set(before.map(keyOf));
  let place = 0;
  kept.forEach((paragraph, i) => { if (earlier.has(keyOf(paragraph))) place = i + 1; });
  return place;
}

function mergedParagraphs(old, fresh, composer) {
  const latestByKey = new Map(fresh.map(paragraph => [keyOf(paragraph), paragraph]));
  const kept = old
    .filter(paragraph => paragraph.kind === OWN || latestByKey.has(keyOf(paragraph)))
    .map(paragraph => latest(paragraph, latestByKey.get(keyOf(paragraph)) || paragraph, composer));
  fresh.forEach((paragraph, position) => {
    if (kept.some(one => keyOf(one) === keyOf(paragraph))) return;
    kept.splice(placeIn(kept, fresh.slice(0, position)), 0, paragraph);
  });
  return kept;
}

// A letter made again after the answers changed, with what was changed by hand kept. `fresh` is
// what the answers make now and `composer` made it; `madeBefore` is the sender block that the
// earlier answers made. What stays, what goes and where new paragraphs stand: see editing.py.
export function merged(old, fresh, composer, madeBefore) {
  const paragraphs = mergedParagraphs(old.paragraphs, fresh.paragraphs, composer);
  let letter = changed(old, { paragraphs });
  if (old.recipient[0] !== fresh.recipient[0]) { // another member: who is greeted changes too
    letter = changed(letter, { recipient: fresh.recipient, salutation: fresh.salutation });
  }
  if (!alike(fresh.sender, madeBefore) || alike(old.sender, madeBefore)) {
    letter = changed(letter, { sender: fresh.sender });
  }
  if (fresh.sender[0] !== madeBefore[0] || old.name === madeBefore[0]) {
    letter = changed(letter, { name: fresh.name });
  }
  return letter;
}

function retold(story, { text, template }) {
  const leadIn = Boolean(template) && text.startsWith(template);
  return changed(story, { text: leadIn ? strip(text.slice(template.length)) : text, leadIn });
}

// The story answers with the words that the writer changed on the letter itself.
export function storiesFrom(letter, stories) {
  const told = new Map();
  letter.paragraphs.forEach(one => { if (one.kind === STORY) told.set(one.id, one); });
  return stories.map(story => {
    const paragraph = told.get(story.promptId);
    return paragraph ? retold(story, paragraph) : story;
  });
}
