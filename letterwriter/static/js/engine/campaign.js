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

// Up to and including the day of review, its own and that of each fact that it rests on.
function inDate(part, campaign, today) {
  return today <= part.review_by
    && part.facts.every(id => today <= campaign.facts[id].review_by);
}

function offered(parts, campaign, today) {
  const figures = figuresOf(campaign);
  return parts
    .filter(part => inDate(part, campaign, today))
    .map(part => Object.assign({}, part, { label: fill(part.label, figures) }));
}

// The concerns that are in date, and whose facts all are, with figures in their labels.
export function concernsOn(campaign, today) {
  return offered(campaign.concerns, campaign, today);
}

// The asks that are in date and fit a member of this role, with figures in their labels.
export function asksOn(campaign, today, role) {
  return offered(campaign.asks.filter(ask => ask.roles.includes(role)), campaign, today);
}
