// Before everything is cleared: whether it may be.

import { write } from '../draw.js';

export const sure = {
  draw(view, wizard) {
    write(view, { handed_over: wizard.state.handedOver });
  },
};
