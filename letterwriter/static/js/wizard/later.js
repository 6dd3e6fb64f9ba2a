// The screens of the letter and of the ways to send it. On the first page they are a script of their
// own, which comes while somebody reads the first screen.

import { addScreens } from './screens.js';
import { done } from './screens/done.js';
import { email } from './screens/email.js';
import { letter } from './screens/letter.js';
import { meet } from './screens/meet.js';
import { print } from './screens/print.js';
import { send } from './screens/send.js';

addScreens({ letter, send, email, print, done, meet });
