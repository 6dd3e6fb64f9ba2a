// Refuses CSS that an old iPad passes over and misses. Where an older value or rule stands before
// a newer one, `stylelint-disable-next-line` names the rule and says so.

import postcss from 'postcss';

import browsers from './browsers.js';
import {
  AT_RULES, FUNCTIONS, HARMLESS, PROPERTIES, PSEUDO_CLASSES, PSEUDO_ELEMENTS, UNITS, VALUES, VALUES_MEND,
} from './newer_styles.js';

function refused(table) {
  return [Object.keys(table), { message: name => `${name} is too new. ${table[name.replace(/^[@:]+/, '').toLowerCase()]}` }];
}

// What a template becomes, as far as it matters here; lines stay where they are.
function withoutJinja(css) {
  return css.replace(/\{%.*?%\}/g, '').replace(/\{\{.*?\}\}/g, 'x');
}

const jinja = {
  parse: (css, options) => postcss.parse(withoutJinja(String(css)), options),
  stringify: postcss.stringify,
};

export default {
  plugins: ['stylelint-no-unsupported-browser-features'],
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  rules: {
    'plugin/no-unsupported-browser-features': [true, { browsers, ignore: HARMLESS }],
    'at-rule-disallowed-list': refused(AT_RULES),
    'declaration-property-value-disallowed-list': [
      VALUES, { message: (name, value) => `${name}: ${value} is too new. ${VALUES_MEND}` },
    ],
    'function-disallowed-list': refused(FUNCTIONS),
    'property-disallowed-list': refused(PROPERTIES),
    'selector-pseudo-class-disallowed-list': refused(PSEUDO_CLASSES),
    'selector-pseudo-element-disallowed-list': refused(PSEUDO_ELEMENTS),
    'unit-disallowed-list': refused(UNITS),
  },
  overrides: [{ files: ['../../templates/**/*.css'], customSyntax: jinja }],
};
