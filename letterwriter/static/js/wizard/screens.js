// The screens that home and the stall share, by their names in the templates. Those of the letter
// itself come with later.js, so that the first one need not wait for them.

import * as find from './screens/find.js';
import { sure } from './screens/sure.js';
import * as words from './screens/words.js';
import * as writer from './screens/writer.js';

export const LATER = ['letter', 'send', 'email', 'print', 'done', 'meet'];

export const SCREENS = {
  postcode: find.postcode, choose: find.choose, 'by-name': find.named, found: find.found, nearby: find.near,
  safety: words.safety, prompts: words.prompts, story: words.story, worry: words.worry, worries: words.worries,
  whys: words.whys, ask: words.ask, name: writer.name, address: writer.address, reply: writer.reply,
  sure,
};

export function addScreens(more) {
  Object.assign(SCREENS, more);
}
