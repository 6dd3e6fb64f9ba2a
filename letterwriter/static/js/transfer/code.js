// A code that a phone scans from the tablet's screen: as a grid, and as an SVG element.

import { generate, mode } from '../vendor/lean-qr/lean-qr.js';
import { stripEnd } from '../engine/spaces.js';

export const QUIET = 4; // modules of white all round, as ISO/IEC 18004 asks
// 77 modules and the white round them on 130 mm of a 10-inch tablet's screen are 1.5 mm each, of
// which a phone at 450 mm sees 3.4 pixels in a picture of 1280 by 720: readers want 3.
// See docs/adr/0014-a-code-to-take-along.md.
export const LARGEST = 15; // version

const TOO_LONG = 4; // lean-qr's own number
const SVG = 'http://www.w3.org/2000/svg';

// Dark modules as a path, one run of them in a row at a time.
function pathOf(code) {
  let path = '';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      const start = x;
      while (code.get(x, y)) x += 1;
      if (x > start) path += `M${start} ${y}h${x - start}v1H${start}z`;
    }
  }
  return path;
}

// The smallest square that holds an address: {size, version, path}, sizes in modules without the
// white round it; null where it would be larger than version `most`. Digits at the address's end
// take 3.3 bits each. Of the four levels of correction it has the highest that costs no larger square.
export function square(address, { most = LARGEST } = {}) {
  const words = stripEnd(address, '0123456789');
  const digits = address.slice(words.length);
  try {
    const code = generate(mode.multi(mode.ascii(words), mode.numeric(digits)), { maxVersion: most });
    return { size: code.size, version: (code.size - 17) / 4, path: pathOf(code) };
  } catch (fault) {
    if (fault.code === TOO_LONG) return null;
    throw fault;
  }
}

function shape(name, attributes) {
  const element = document.createElementNS(SVG, name);
  Object.keys(attributes).forEach(key => element.setAttribute(key, attributes[key]));
  return element;
}

// Black on white whatever the page's colours are, with `label` for screen readers.
export function drawn(code, label) {
  const whole = code.size + 2 * QUIET;
  const svg = shape('svg', {
    viewBox: `${-QUIET} ${-QUIET} ${whole} ${whole}`, role: 'img', 'aria-label': label,
    'shape-rendering': 'crispEdges', 'data-version': code.version,
  });
  svg.appendChild(shape('rect', { x: -QUIET, y: -QUIET, width: whole, height: whole, fill: '#fff' }));
  svg.appendChild(shape('path', { d: code.path, fill: '#000' }));
  return svg;
}
