// Sees that the linters refuse each line of samples.txt by just the rules that stand after it, and
// pass the others. With --write it puts down what they do, to be read before it is committed.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { ESLint } from 'eslint';
import stylelint from 'stylelint';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const samples = new URL('samples.txt', import.meta.url);
const configured = name => fileURLToPath(new URL(name, import.meta.url));
const eslint = new ESLint({ cwd: checkout, overrideConfigFile: configured('eslint.config.js') });

async function ofScript(code, filePath) {
  const [read] = await eslint.lintText(code, { filePath });
  return read.messages.map(one => one.ruleId || (one.fatal ? 'syntax' : 'needless exception'));
}

async function ofStyle(code, filePath) {
  const { results } = await stylelint.lint({
    code, codeFilename: checkout + filePath, configFile: configured('stylelint.config.js'),
  });
  return results[0].warnings.map(one => {
    const feature = one.rule.startsWith('plugin/') && /feature "([^"]+)"/.exec(one.text);
    return feature ? feature[1] : one.rule === 'CssSyntaxError' ? 'syntax' : one.rule;
  });
}

async function tried(lines) {
  let file = '';
  const said = [];
  for (const line of lines) {
    if (line.startsWith('# ')) file = line.slice(2).split(':')[0];
    const code = line.split('  <- ')[0];
    const rules = !code || line.startsWith('# ') ? [] : await (file.endsWith('.css') ? ofStyle : ofScript)(code, file);
    said.push([code, [...new Set(rules)].sort().join(', ')].filter(Boolean).join('  <- '));
  }
  return said;
}

const lines = (await readFile(samples, 'utf8')).split('\n');
const said = await tried(lines);
if (process.argv.includes('--write')) await writeFile(samples, said.join('\n'));
else {
  said.forEach((now, index) => {
    if (now === lines[index]) return;
    console.error(`tools/lint/samples.txt:${index + 1}: expected: ${lines[index]}\n  but it is: ${now}`);
    process.exitCode = 1;
  });
}
