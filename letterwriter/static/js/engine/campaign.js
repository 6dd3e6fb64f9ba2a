// What of a campaign is in date: the twin of letterwriter/campaigns/campaign.py. Days are written
// 'YYYY-MM-DD', so that their order is the alphabet's.

import { fill } from './passage.js';

// Every figure by its slot name: {'leave-30.months': '30 months'}.
export function figuresOf(campaign) {
  const figures = {};
  Object.keys(campaign.facts).forEach(id => {
    const words = campaign.facts[id].figures;
    Object.keys(words).forEach(name => { figures[`${id}.${name}`] = words[name]; });
  });
  return figures;
}

// Whether what it rests on may be printed, up to and on the day of review, its own and that of each
// fact; what rests on no fact does not lapse.
function inDate(part, { facts }, today) {
  const isTrue = ({ true_from: from, review_by: last }) => from <= today && today <= last;
  return part.facts.length === 0
    || (today <= part.review_by && part.facts.every(id => isTrue(facts[id])));
}

// What a concern says on a day: without figures once a fact is out of date. Null before all that it
// rests on is true, and for one that only has words with figures.
export function wordsOn(concern, campaign, today) {
  if (concern.facts.some(id => today < campaign.facts[id].true_from)) return null;
  return inDate(concern, campaign, today) ? concern : concern.evergreen;
}

// The sentences of a passage for a member of a role.
export function forRole({ sentences, by_name: byName }, { wider }, role) {
  const name = [role].concat(wider[role] || []).find(one => byName[one]);
  return name ? byName[name] : sentences;
}

function labelled(parts, campaign) {
  const figures = figuresOf(campaign);
  return parts.map(part => Object.assign({}, part, { label: fill(part.label, figures) }));
}

// The concerns that have words on that day, with figures in their labels. How one stands is told
// with its figures too, or not at all once they are past.
export function concernsOn(campaign, today) {
  const figures = figuresOf(campaign);
  const offered = labelled(campaign.concerns.filter(one => wordsOn(one, campaign, today)), campaign);
  return offered.map(one => Object.assign(one, {
    stands: inDate(one, campaign, today) ? fill(one.stands, figures) : '',
  }));
}

// Asks in the order in which they fit these concerns, without those that lean on others. Those of
// the last concern come first, since the ask stands right after it.
function grown(asks, chosen) {
  const concernIds = chosen.slice().reverse();
  const placeOf = ask => {
    const places = ask.concerns.map(id => concernIds.indexOf(id)).filter(place => place >= 0);
    return Math.min(concernIds.length, ...places);
  };
  const fit = asks.filter(ask => ask.whole || placeOf(ask) < concernIds.length);
  return concernIds.map((_, place) => place).concat(concernIds.length)
    .map(place => fit.filter(ask => placeOf(ask) === place))
    .reduce((all, some) => all.concat(some), []);
}

// The asks that are in date and fit a member of this role, with figures in their labels; those
// that grow from the concerns chosen first.
export function asksOn(campaign, today, role, concernIds) {
  const fit = campaign.asks.filter(ask => ask.roles.includes(role) && inDate(ask, campaign, today));
  return labelled(concernIds ? grown(fit, concernIds) : fit, campaign);
}

// What fits the addressee. Where our list may lack a member's office, what fits a minister too comes
// before the rest.
export function asksFor(campaign, today, to, concernIds) {
  const fit = asksOn(campaign, today, to.role, concernIds);
  if (!to.member.perhaps_minister) return fit;
  const forAny = fit.filter(ask => ask.roles.includes('minister'));
  return forAny.concat(fit.filter(ask => !forAny.includes(ask)));
}
