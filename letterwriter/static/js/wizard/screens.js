// The screens that home and the stall share, by their names in the templates. Those from the first
// question on come with later.js, so that finding an MP need not wait for them.

import { changes } from './screens/changes.js';
import * as find from './screens/find.js';
import { sure } from './screens/sure.js';

const QUESTIONS = [
  'by-name', 'safety', 'prompts', 'story', 'worry', 'worries', 'whys', 'ask', 'name', 'address', 'reply', 'again', 'first',
];
export const OF_LETTER = ['letter', 'send', 'email', 'print', 'done', 'editor', 'meet']; // they need one
export const LATER = QUESTIONS.concat(OF_LETTER);

export const SCREENS = {
  postcode: find.postcode, choose: find.choose, found: find.found, nearby: find.near,
  changes, sure,
};

export function addScreens(more) {
  Object.assign(SCREENS, more);
}
