// What came into CSS after Safari 12.1, is missed where it lacks, and caniuse's table of features
// does not tell, with what to write instead. What an old iPad passes over without harm, such as
// accent-color, is not here.

const GAP = 'Write grid-gap, grid-row-gap or grid-column-gap in a grid, and margins elsewhere: gaps in flex boxes are of iOS 14.5.';

export const PROPERTIES = {
  'aspect-ratio': 'Set both sides, or a padding in per cent.',
  'column-gap': GAP,
  gap: GAP,
  'row-gap': GAP,
  rotate: 'Write transform.',
  scale: 'Write transform.',
  translate: 'Write transform.',
};

export const VALUES = {
  '/^overflow/': ['clip'],
  position: ['sticky'],
};

export const VALUES_MEND = 'Write an older value before it.';

export const PSEUDO_CLASSES = {
  modal: 'Put a class on the element itself.',
  'user-invalid': 'Write [aria-invalid].',
};

export const PSEUDO_ELEMENTS = {
  backdrop: 'Use an element of your own.',
  'file-selector-button': 'Leave the button as it is.',
};

export const FUNCTIONS = {
  clamp: 'Write min-width and max-width.',
  'color-mix': 'Write the colour itself.',
  'light-dark': 'Write the colour itself, and @media (prefers-color-scheme: dark).',
  max: 'Write min-width.',
  min: 'Write max-width.',
};

export const UNITS = {
  lh: 'Write em.',
  rlh: 'Write rem.',
};

export const AT_RULES = {
  scope: 'Write longer selectors.',
  'starting-style': 'Animate with @keyframes.',
};

// Features that caniuse says are lacking, wholly or in part, and that we use all the same.
export const HARMLESS = [
  'css-appearance', // -webkit-appearance stands before it
  'css-math-functions', // taken for used at minmax(), too, so FUNCTIONS refuses them
  'css-overflow', // lacks only clip, which VALUES refuses
  'css-page-break', // print.css writes page-break-... as well, and a break less is no loss
  'css-paged-media', // @page: margins on paper, which Safari sets by itself
  'css-resize', // boxes grow by themselves
  'css-touch-action', // a double tap zooms, as it always did there
  'pointer', // what caniuse counts touch-action as, too
  'prefers-color-scheme', // the page is light, then
  'text-decoration', // a line of the usual thickness
];
