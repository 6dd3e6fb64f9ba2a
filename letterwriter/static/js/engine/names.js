// Names of places, compared and searched: the twin of letterwriter/parliament/names/folded_names.py and
// name_search.py, which say what is taken for what. All counts are whole numbers, as there.

const APOSTROPHES = /[\u0027\u0060\u2018\u2019\u201b\u00b4\u02bb\u02bc\u2032\uff07]/g; // of any shape
const ACCENTS = /[\u0300-\u036f]/g;
const BETWEEN = ['the', 'of', 'and', 'a', 'ac', 'y', 'yr', 'upon', 'on', 'under', 'mp', 'for', 'constituency'];
const LONGEST = 200; // characters: twice as long as any name
const BEST = 5; // matches that are offered where none holds what was typed
const MOST_WORDS = 8; // of what was typed: no name has more
const SAME = 100;
const BEGINS = 90;
const INSIDE = 70;
const ALIKE = 65;
const RUN_TOGETHER = 95;
const SHORTEST_INSIDE = 3; // letters
const MOST_LESS = 5; // for words of a name that were not typed

// The words of a name that tell it from others; all of them where there are only small ones.
function wordsOf(name) {
  const text = Array.from(name).slice(0, LONGEST).join('').replace(APOSTROPHES, '').replace(/&/g, ' and ');
  const plain = text.normalize('NFKD').replace(ACCENTS, '').toUpperCase().toLowerCase();
  const words = (plain.match(/[a-z0-9]+/g) || []).map(word => (word === 'saint' ? 'st' : word));
  const telling = words.filter(word => !BETWEEN.includes(word));
  return telling.length ? telling : words;
}

// What two spellings of one name have in common; '' for a text without words.
export const nameKey = name => wordsOf(name).sort().join(' ');

// Each letter with the next, the beginning and the end included.
function pairsOf(word) {
  const padded = ` ${word} `;
  const pairs = new Set();
  for (let at = 0; at < padded.length - 1; at += 1) pairs.add(padded.slice(at, at + 2));
  return pairs;
}

// `most` for the same letters, and less the fewer they share.
function shared(one, other, most) {
  let both = 0;
  one.forEach(pair => { if (other.has(pair)) both += 1; });
  return Math.floor((2 * most * both) / (one.size + other.size));
}

function ofWords(typed, pairs, word, own) {
  if (typed === word) return SAME;
  if (word.startsWith(typed)) return BEGINS;
  if (typed.length >= SHORTEST_INSIDE && word.includes(typed)) return INSIDE;
  return shared(pairs, own, ALIKE);
}

// `named` are [a name, what it stands for, how many points it is behind others].
// {best(text, most): what a text may mean, likeliest first: five, or up to `most` that hold its
// words; holds(text): whether any name holds them, or words that begin so}
export function nameSearch(named) {
  const names = named.map(([name, meant, behind]) => {
    const words = wordsOf(name);
    return { words, pairs: pairsOf(words.join('')), meant, behind };
  });
  const all = new Map();
  names.forEach(({ words }) => words.forEach(word => all.set(word, pairsOf(word))));

  // How much each word of the names is like one that was typed.
  function likenessOf(typed) {
    const pairs = pairsOf(typed);
    const like = new Map();
    all.forEach((own, word) => like.set(word, ofWords(typed, pairs, word, own)));
    return like;
  }

  function count(text) {
    const typed = wordsOf(text).slice(0, MOST_WORDS);
    const likeness = typed.map(likenessOf);
    const together = pairsOf(typed.join(''));
    const found = new Map();
    names.forEach(({ words, pairs, meant, behind }) => {
      const sum = likeness.reduce((total, like) => total + Math.max(0, ...words.map(word => like.get(word))), 0);
      const less = Math.min(MOST_LESS, Math.max(0, words.length - typed.length));
      const each = Math.floor(sum / Math.max(1, typed.length)) - less;
      const points = Math.max(each, shared(together, pairs, RUN_TOGETHER)) - behind;
      found.set(meant, Math.max(found.get(meant) || 0, points));
    });
    return found;
  }

  let last = { text: '', points: count('') }; // one text is asked about more than once
  function pointsOf(text) {
    if (text !== last.text) last = { text, points: count(text) };
    return last.points;
  }

  const isHolding = points => points >= INSIDE - MOST_LESS;

  function best(text, most = BEST) {
    const points = pointsOf(text);
    const ranked = Array.from(points.keys())
      .sort((one, other) => points.get(other) - points.get(one) || (one < other ? -1 : 1));
    const holding = Array.from(points.values()).filter(isHolding).length;
    return ranked.slice(0, Math.max(BEST, Math.min(holding, most)));
  }

  return { best, holds: text => Array.from(pointsOf(text).values()).some(isHolding) };
}
