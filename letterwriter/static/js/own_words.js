// How much of a letter is the writer's own words: the same rule, word for word, as
// letterwriter/letters/own_words.py.

const SPACES = /[ \t\n\r\f\v\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+/;
const EDGES = '.,;:!?"\'()[]{}<>“”‘’«»–—…-*_/\\';
const RUN = 3; // words: long enough that people do not share runs by chance

function stripped(token) {
  let start = 0;
  let end = token.length;
  while (start < end && EDGES.includes(token[start])) start += 1;
  while (end > start && EDGES.includes(token[end - 1])) end -= 1;
  return token.slice(start, end);
}

// The words of a text, lower case, without the punctuation round them.
export function words(text) {
  return text.split(SPACES).map(token => stripped(token).toLowerCase()).filter(word => word);
}

function runs(spoken) {
  const found = [];
  for (let start = 0; start + RUN <= spoken.length; start += 1) {
    found.push(spoken.slice(start, start + RUN).join(' '));
  }
  return found;
}

// Counts own words of texts against the campaign's texts: {own, total, percent}.
export function countOwn(texts, templates) {
  const ours = new Set();
  templates.forEach(template => runs(words(template)).forEach(run => ours.add(run)));
  let own = 0;
  let total = 0;
  texts.forEach(text => {
    const spoken = words(text);
    const covered = new Set();
    runs(spoken).forEach((run, start) => {
      if (ours.has(run)) for (let word = start; word < start + RUN; word += 1) covered.add(word);
    });
    total += spoken.length;
    own += spoken.length - covered.size;
  });
  return { own, total, percent: total ? Math.floor(own / total * 100 + 0.5) : 0 };
}

// The same for a letter's paragraphs: [{text, template, removed}].
export function ownWords(paragraphs) {
  const standing = paragraphs.filter(paragraph => !paragraph.removed);
  return countOwn(standing.map(p => p.text), standing.map(p => p.template || ''));
}
