// The questions: why you care, what worries you and why, what you ask.

import { choices, ticked } from '../choices.js';
import { list, put, typed, write } from '../draw.js';
import {
  addresseeOf, answersOf, askOf, asksFor, chosenConcerns, concernsFor, promptsFor,
} from '../state.js';

const FEW = 3; // concerns: with fewer, a person should know why

const ROOMY = '(min-width: 40rem) and (min-height: 50rem)'; // where an example hides nothing

const length = text => Array.from(text).length;

export const safety = {};

export const prompts = {
  draw(view, wizard) {
    choices(view, 'prompts', promptsFor(wizard.world, wizard.mode), wizard.state.prompts);
  },
  keep(view, wizard) {
    wizard.state.prompts = ticked(view, 'prompts');
  },
  skip(view, wizard) {
    wizard.state.prompts = [];
    return '';
  },
};

export const story = {
  draw(view, wizard, id) {
    const prompt = wizard.world.campaign.prompts.find(one => one.id === id);
    write(view, Object.assign({ lead_in_offered: prompt.lead_in && !wizard.state.quick }, prompt));
    view.querySelector('[data-example]').open = window.matchMedia(ROOMY).matches;
    put(view, 'story', wizard.state.stories[id] || '');
    view.querySelector('#story').spellcheck = wizard.mode !== 'stall';
    view.querySelector('#lead-in').checked = Boolean(wizard.state.leadIns[id]);
  },
  keep(view, wizard, id) {
    wizard.state.stories[id] = typed(view, 'story');
    wizard.state.leadIns[id] = view.querySelector('#lead-in').checked;
  },
  take(view, wizard, id) {
    const tooLong = length(wizard.state.stories[id]) > wizard.world.limits.longest_story;
    return tooLong ? { key: 'long', box: 'story' } : '';
  },
  skip(view, wizard, id) {
    return story.take(view, wizard, id);
  },
};

// Whether a letter would have neither a story nor a worry, though there are some to choose from.
function missing(wizard, concerns) {
  return !concerns.length && !answersOf(wizard.state, wizard.world).stories.length && concernsFor(wizard.state, wizard.world).length > 0;
}

function drawConcerns(view, wizard, offered) {
  choices(view, 'concerns', offered, wizard.state.concerns);
  write(view, {
    no_concerns: offered.length === 0,
    few_concerns: offered.length > 0 && offered.length < FEW,
    can_skip: !missing(wizard, []),
  });
}

const concerns = {
  keep(view, wizard) {
    wizard.state.concerns = ticked(view, 'concerns');
  },
  take(view, wizard) {
    if (wizard.state.concerns.length > wizard.world.limits.most_concerns) return { key: 'many' };
    return missing(wizard, wizard.state.concerns) ? { key: 'none' } : '';
  },
  skip(view, wizard) {
    wizard.state.concerns = [];
    return missing(wizard, []) ? { key: 'none' } : '';
  },
};

export const worries = Object.assign({}, concerns, {
  draw(view, wizard) {
    drawConcerns(view, wizard, concernsFor(wizard.state, wizard.world));
  },
});

export const worry = worries; // a short letter's one

// A copy of the first box becomes that of another concern.
function number(element, index) {
  [element, ...element.querySelectorAll('*')].forEach(part => Array.from(part.attributes).forEach(attribute => {
    attribute.value = attribute.value.replace('why-0', `why-${index}`);
  }));
}

const whyBoxes = view => Array.from(view.querySelectorAll('[data-list="whys"] textarea'));

export const whys = {
  draw(view, wizard) {
    list(view, 'whys', chosenConcerns(wizard.state, wizard.world), (element, concern, index) => {
      number(element, index);
      const box = element.querySelector('textarea');
      box.value = wizard.state.whys[concern.id] || '';
      box.spellcheck = wizard.mode !== 'stall';
      box.setAttribute('data-concern', concern.id);
    });
  },
  keep(view, wizard) {
    whyBoxes(view).forEach(box => { wizard.state.whys[box.getAttribute('data-concern')] = box.value; });
  },
  take(view, wizard) {
    whys.keep(view, wizard);
    const told = answersOf(wizard.state, wizard.world).whys;
    const longest = wizard.world.limits.longest_why;
    const tooLong = whyBoxes(view).find(box => length(told[box.getAttribute('data-concern')] || '') > longest);
    return tooLong ? { key: 'long', box: tooLong.id } : '';
  },
};

export const ask = {
  draw(view, wizard) {
    const offered = asksFor(wizard.state, wizard.world);
    write(view, { to: addresseeOf(wizard.state, wizard.world).member.name, no_asks: offered.length === 0 });
    choices(view, 'asks', offered, [askOf(wizard.state, wizard.world)]);
  },
  keep(view, wizard) {
    wizard.state.ask = ticked(view, 'asks')[0] || '';
  },
  take(view, wizard) {
    return wizard.state.ask ? '' : { key: 'none' };
  },
};
