// The screens of the questions, of the letter and of the ways to send it. On the first page they
// are a script of their own, which comes while somebody reads the first screen.

import { composerOf } from './composing.js';
import { showLettersMade } from './letters_made.js';
import { addScreens } from './screens.js';
import { named } from './screens/by_name.js';
import { done, editor } from './screens/done.js';
import { email } from './screens/email.js';
import { letter } from './screens/letter.js';
import { meet } from './screens/meet.js';
import { print } from './screens/print.js';
import { again, first } from './screens/second.js';
import { send } from './screens/send.js';
import {
  ask, prompts, safety, story, whys, worries, worry,
} from './screens/words.js';
import { address, name, reply } from './screens/writer.js';
import { TOOLS } from './tools.js';

addScreens({ 'by-name': named, safety, prompts, story, worry, worries, whys, ask, name, address, reply, again, first });
Object.assign(TOOLS, { composerOf, showLettersMade });
addScreens({ letter, send, email, print, done, editor, meet });
