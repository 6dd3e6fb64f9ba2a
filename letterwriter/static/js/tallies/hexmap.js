// The map of letters made as an SVG element: the twin of letterwriter/tallies/hexmap.py. Its colours
// are in the style sheet, since they follow the page's.

export const STEPS = [1, 5, 20, 50]; // the fewest letters of each colour but the first
const WIDE = 20;
const HIGH = 17.32;
const CORNERS = [[0, -11.55], [10, -5.77], [10, 5.77], [0, 11.55], [-10, 5.77], [-10, -5.77]];
const MARGIN = 14;
const SVG = 'http://www.w3.org/2000/svg';

export const stepOf = letters => STEPS.filter(fewest => letters >= fewest).length;

const short = number => Number(number.toFixed(2)); // 0.30000000000000004 helps nobody

// {code: [x, y]} of the middles, and the drawing's size; y grows downwards, unlike rows.
export function middles(hexes) {
  const codes = Object.keys(hexes);
  const west = Math.min(...codes.map(code => hexes[code][0]));
  const north = Math.max(...codes.map(code => hexes[code][1]));
  const points = {};
  codes.forEach(code => {
    const [column, row] = hexes[code];
    points[code] = [(column - west) * WIDE + (row & 1) * WIDE / 2 + MARGIN, short((north - row) * HIGH + MARGIN)];
  });
  const along = which => Math.max(...codes.map(code => points[code][which])) + MARGIN;
  return { points, width: along(0), height: short(along(1)) };
}

function shape(name, attributes, inside) {
  const element = document.createElementNS(SVG, name);
  Object.keys(attributes).forEach(key => element.setAttribute(key, attributes[key]));
  if (inside) element.textContent = inside;
  return element;
}

function place([x, y], letters, name) {
  const step = stepOf(letters);
  const group = shape('g', {});
  const points = CORNERS.map(([right, down]) => `${short(x + right)},${short(y + down)}`).join(' ');
  group.appendChild(shape('title', {}, `${name}: ${letters}`));
  group.appendChild(shape('polygon', { class: `place step-${step}`, points }));
  if (letters) group.appendChild(shape('text', { class: `number on-${step}`, x, y: short(y + 3) }, String(letters)));
  return group;
}

// lettersOf and nameOf answer for a code; `label` is for screen readers.
export function drawnMap(hexes, lettersOf, nameOf, label) {
  const { points, width, height } = middles(hexes);
  const svg = shape('svg', { class: 'hexmap', viewBox: `0 0 ${width} ${height}`, role: 'img', tabindex: '0', 'aria-label': label });
  Object.keys(points).forEach(code => {
    const group = place(points[code], lettersOf(code), nameOf(code));
    group.setAttribute('data-code', code);
    svg.appendChild(group);
  });
  return svg;
}

// The place that an arrow key leads to: the nearest in its direction, or the same one.
export function neighbour(hexes, code, key) {
  const { points } = middles(hexes);
  const [x, y] = points[code];
  const [right, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  let best = [code, Infinity];
  Object.keys(points).forEach(other => {
    const [dx, dy] = [points[other][0] - x, points[other][1] - y];
    const ahead = dx * right + dy * down;
    const aside = Math.abs(dx * down) + Math.abs(dy * right);
    if (ahead > 1 && ahead + 3 * aside < best[1]) best = [other, ahead + 3 * aside];
  });
  return best[0];
}
