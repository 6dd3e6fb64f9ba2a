// Passages: a run of sentences, each with several wordings that say the same thing; the twin of
// letterwriter/text/passage.py. Only wordings are filled, in one pass: what a person typed is
// never searched for slots. A choice is one wording's index for each sentence: [0, 2, 1].

const SLOT = /\{([a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)?)\}/g;

const has = (slots, name) => Object.prototype.hasOwnProperty.call(slots, name);

// The names of the slots in a wording: ['constituency', 'leave-30.months'].
export function slotsOf(wording) {
  const names = [];
  wording.replace(SLOT, (_, name) => names.push(name));
  return names;
}

// Fills a wording's slots in one pass; throws for one without a value.
export function fill(wording, slots) {
  return wording.replace(SLOT, (_, name) => {
    if (!has(slots, name)) throw new RangeError(`nothing fills the slot {${name}}`);
    return slots[name];
  });
}

// Whether every slot of a wording has a value.
export const hasAll = (slots, wording) => slotsOf(wording).every(name => has(slots, name));

// Indexes of a sentence's wordings whose slots have values.
function usable(wordings, slots) {
  const found = [];
  wordings.forEach((wording, i) => {
    if (hasAll(slots, wording)) found.push(i);
  });
  if (!found.length) throw new RangeError(`no wording can be filled, such as: ${wordings[0]}`);
  return found;
}

// A choice at random among the wordings whose slots all have values: below(n) draws from 0 to n-1,
// once for each sentence.
export function pick(sentences, slots, below) {
  return sentences.map(wordings => {
    const indexes = usable(wordings, slots);
    return indexes[below(indexes.length)];
  });
}

// The wordings of a choice. An index that is out of range starts again from 0.
function chosen(sentences, choice) {
  if (choice.length !== sentences.length) {
    throw new RangeError(`${choice.length} wordings chosen for ${sentences.length} sentences`);
  }
  return sentences.map((wordings, i) => {
    const count = wordings.length;
    return wordings[(choice[i] % count + count) % count];
  });
}

// The passage as one paragraph.
export function render(sentences, choice, slots) {
  return chosen(sentences, choice).map(wording => fill(wording, slots)).join(' ');
}

// Whether it is a choice of this passage, and every slot of its wordings has a value.
export function canSay(sentences, choice, slots) {
  if (choice.length !== sentences.length) return false; // of what stood here on an earlier day
  return chosen(sentences, choice).every(wording => hasAll(slots, wording));
}

// The next choice: every sentence steps to its next usable wording; whenever one comes round to
// its start, the sentence after it steps once more, as a clock's hands do.
export function another(sentences, choice, slots) {
  let carry = false;
  return choice.map((index, i) => {
    const indexes = usable(sentences[i], slots);
    const place = (indexes.indexOf(index) + (carry ? 2 : 1)) % indexes.length;
    carry = place === 0;
    return indexes[place];
  });
}
