// The questions: why you care, what worries you, what you ask.

import { choices, list, put, reveal, ticked, typed, write } from '../draw.js';
import { addresseeOf, answersOf, askOf, asksFor, concernsFor } from '../state.js';

const FEW = 3; // concerns: with fewer, a person should know why

const length = text => Array.from(text).length;

export const safety = {};

export const prompts = {
  draw(view, desk) {
    choices(view, 'prompts', desk.world.campaign.prompts, desk.state.prompts);
  },
  keep(view, desk) {
    desk.state.prompts = ticked(view, 'prompts');
  },
  take(view, desk) {
    prompts.keep(view, desk);
    return '';
  },
  skip(view, desk) {
    desk.state.prompts = [];
    return '';
  },
};

export const story = {
  draw(view, desk, id) {
    const prompt = desk.world.campaign.prompts.find(one => one.id === id);
    write(view, prompt);
    put(view, 'story', desk.state.stories[id] || '');
    view.querySelector('#story').spellcheck = desk.mode !== 'stall';
    reveal(view, '[data-lead-in]', Boolean(prompt.lead_in) && !desk.state.quick);
    view.querySelector('#lead-in').checked = Boolean(desk.state.leadIns[id]);
  },
  keep(view, desk, id) {
    desk.state.stories[id] = typed(view, 'story');
    desk.state.leadIns[id] = view.querySelector('#lead-in').checked;
  },
  take(view, desk, id) {
    story.keep(view, desk, id);
    const tooLong = length(desk.state.stories[id]) > desk.world.limits.longest_story;
    return tooLong ? { key: 'long', box: 'story' } : '';
  },
  skip(view, desk, id) {
    return story.take(view, desk, id);
  },
};

function missing(desk) {
  return !answersOf(desk.state, desk.world).stories.length && !desk.state.concerns.length && concernsFor(desk.world).length > 0;
}

function withoutConcerns(view, desk) {
  desk.state.concerns = [];
  return missing(desk) ? { key: 'none' } : '';
}

function sayHowMany(view, offered) {
  reveal(view, '[data-no-concerns]', offered.length === 0);
  reveal(view, '[data-few-concerns]', offered.length > 0 && offered.length < FEW);
}

// The two-minute letter: one worry, a few of them shown at first.
export const worry = {
  draw(view, desk) {
    const offered = concernsFor(desk.world);
    const rest = offered.filter(concern => !concern.suggested);
    choices(view, 'suggested', offered.filter(concern => concern.suggested), desk.state.concerns);
    choices(view, 'others', rest, desk.state.concerns);
    reveal(view, '[data-more]', rest.length > 0);
    view.querySelector('[data-more]').open = rest.some(one => desk.state.concerns.includes(one.id));
    sayHowMany(view, offered);
  },
  keep(view, desk) {
    desk.state.concerns = ticked(view, 'suggested').concat(ticked(view, 'others'));
  },
  take(view, desk) {
    worry.keep(view, desk);
    return missing(desk) ? { key: 'none' } : '';
  },
  skip: withoutConcerns,
};

export const worries = {
  draw(view, desk) {
    const offered = concernsFor(desk.world);
    choices(view, 'concerns', offered, desk.state.concerns);
    sayHowMany(view, offered);
  },
  keep(view, desk) {
    desk.state.concerns = ticked(view, 'concerns');
  },
  take(view, desk) {
    worries.keep(view, desk);
    if (desk.state.concerns.length > desk.world.limits.most_concerns) return { key: 'many' };
    return missing(desk) ? { key: 'none' } : '';
  },
  skip: withoutConcerns,
};

export const ask = {
  draw(view, desk) {
    const offered = asksFor(desk.state, desk.world);
    write(view, { to: addresseeOf(desk.state, desk.world).member.name });
    choices(view, 'asks', offered, [askOf(desk.state, desk.world)]);
    reveal(view, '[data-no-asks]', offered.length === 0);
  },
  keep(view, desk) {
    desk.state.ask = ticked(view, 'asks')[0] || '';
  },
  take(view, desk) {
    ask.keep(view, desk);
    return desk.state.ask ? '' : { key: 'none' };
  },
};
