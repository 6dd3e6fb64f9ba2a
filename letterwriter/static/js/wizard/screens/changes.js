// What is changing, as far as its facts are in date.

import { dropLapsed } from '../../lapsed.js';

export const changes = {
  draw(view, wizard) {
    dropLapsed(view, wizard.world.today());
  },
};
