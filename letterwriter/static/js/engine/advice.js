// What to tell a writer before the letter goes: the twin of letterwriter/letters/advice.py. It
// points; it never blocks or changes anything.

import { ownWords } from '../own_words.js';
import { OWN, STORY, body, standing } from './letter.js';
import { fill } from './passage.js';
import { NotAPostcode, display } from './postcode.js';
import { openSafety } from './safety.js';
import { strip } from './spaces.js';

// What advice is about, most important first: see letterwriter/letters/detectors.py.
export const TOPICS = [
  'empty', 'reference', 'national-insurance', 'phone', 'email', 'address', 'hotel', 'full-name',
  'own-case', 'threat', 'abuse', 'no-address', 'no-postcode', 'other-constituency',
  'placeholder', 'too-long',
  'no-story', 'few-own-words', 'shouting',
];

const safeties = new WeakMap(); // by bundle: patterns are compiled once

function safetyOf({ bundle }) {
  if (!safeties.has(bundle)) safeties.set(bundle, openSafety(bundle));
  return safeties.get(bundle);
}

// The words meant, to stand between quotation marks: "one”, “another".
function quoted(findings, most) {
  const different = new Set(findings.map(({ words }) => words));
  return Array.from(different).slice(0, most).join('”, “');
}

function aboutParagraph(index, paragraph, known, world) {
  const all = safetyOf(world).findings(paragraph.text, paragraph.template, known);
  return TOPICS.map(topic => {
    const findings = all.filter(finding => finding.topic === topic);
    return { topic, paragraph: index, findings, found: quoted(findings, world.limits.most_named) };
  }).filter(({ findings }) => findings.length);
}

function aboutParagraphs(letter, world) {
  const { sender, recipient, salutation, name, paragraphs } = letter;
  const known = [...sender, ...recipient, salutation, name].join('\n');
  const told = paragraphs.map((paragraph, index) => (
    paragraph.removed ? [] : aboutParagraph(index, paragraph, known, world)
  ));
  return [].concat(...told);
}

function aboutTheWhole(letter, { limits }) {
  if (!body(letter).length) return ['empty'];
  const { own, total } = ownWords(letter.paragraphs);
  const topics = [];
  const theirs = standing(letter).filter(({ kind }) => kind === STORY || kind === OWN);
  if (!theirs.some(({ text }) => strip(text))) topics.push('no-story');
  else if (own < limits.few_words) topics.push('few-own-words');
  if (total > limits.one_page) topics.push('too-long');
  return topics;
}

function isPostcode(text, { parse }) {
  try {
    return parse(text).inward !== ''; // without, it is the first half of one
  } catch (error) {
    if (error instanceof NotAPostcode) return false;
    throw error;
  }
}

// Offices answer constituents only, and tell by the address.
function aboutTheSender(letter, world) {
  const { isPhone } = safetyOf(world);
  const lines = letter.sender.slice(1).filter(line => !line.includes('@') && !isPhone(line));
  if (lines.every(line => isPostcode(line, world))) return ['no-address'];
  return wholePostcodes(lines, world).length ? [] : ['no-postcode'];
}

// The whole postcodes that lines hold.
function wholePostcodes(lines, { read }) {
  try {
    return read(lines.join('\n')).filter(place => place.inward);
  } catch (error) {
    if (error instanceof NotAPostcode) return [];
    throw error;
  }
}

// The first halves of the letter's postcodes of which the part of the table is not at hand.
export function outwardsLacking(letter, world) {
  return wholePostcodes(letter.sender.slice(1), world).map(({ outward }) => outward).filter(world.partAt);
}

// That the address is known to lie in another constituency than this one's, in words that name
// both: the twin of letterwriter/postcodes/elsewhere.py. '' also where the part of the table that
// tells is not at hand.
export function elsewhere(letter, code, world) {
  const addressed = world.seat(code);
  if (!addressed || !addressed.member) return '';
  const there = place => !world.partAt(place.outward) && world.seat(world.table.find(place));
  const place = wholePostcodes(letter.sender.slice(1), world).find(one => there(one) && there(one).code !== code);
  return place ? fill(world.words.lookup.elsewhere, {
    postcode: display(place),
    constituency: there(place).slots.constituency,
    addressed: addressed.slots.constituency,
  }) : '';
}

// What is worth pointing out about a letter, most important first, six things at most:
// [{topic, paragraph: its index or null, findings, found: the words meant}]. `lies` is what
// elsewhere(letter, code, world) says.
export function advise(letter, world, lies = '') {
  const topics = [...aboutTheWhole(letter, world), ...aboutTheSender(letter, world)];
  const everything = [
    ...aboutParagraphs(letter, world),
    ...topics.map(topic => ({ topic, paragraph: null, findings: [], found: '' })),
    ...(lies ? [{ topic: 'other-constituency', paragraph: null, findings: [], found: lies }] : []),
  ];
  const ranked = TOPICS.map(topic => everything.filter(item => item.topic === topic));
  return [].concat(...ranked).slice(0, world.limits.most_advice);
}

// One thing to look at, as a sentence or two.
export function adviceWords(item, world) {
  return fill(world.words.advice[item.topic], { found: item.found });
}
