// Everything that `npm test` checks, with the set-up it needs. usage: node scripts/test.mjs [STEP...]
import { availableParallelism } from 'node:os';
import { endAllOnSignals, installDependencies, run } from './processes.mjs';

// In the order in which a failure shows soonest. `counts`: the step ends with Mocha's summary; `needed`: by all that follow;
// `asked`: runs only when it is named.
const steps = [
  { name: 'types', title: 'Types', command: ['npm', 'run', '--silent', 'types'], seconds: 180 },
  { name: 'lint', title: 'Lint', command: ['biome', 'ci', '--colors=off'], seconds: 120 },
  {
    name: 'unit',
    title: 'Unit tests',
    command: ['mocha', '--reporter', 'dot', '--parallel', '--jobs', String(availableParallelism())],
    seconds: 480,
    counts: true,
  },
  { name: 'build', title: 'Build', command: ['npm', 'run', '--silent', 'build'], seconds: 120, needed: true },
  {
    name: 'build',
    title: 'Build tests',
    command: ['node', 'esbuild.js', '--tests'],
    seconds: 120,
    needed: true,
  },
  {
    name: 'setup',
    title: 'VS Code and Chromium',
    command: ['node', 'test/vscode/prepare.mjs'],
    seconds: 900,
    needed: true,
  },
  ...['node', 'web'].map(host => ({
    name: host,
    title: `In VS Code, ${host === 'node' ? 'Node' : 'web worker'} host`,
    command: ['node', 'test/integration/run.mjs', host],
    seconds: 420,
    counts: true,
  })),
  {
    name: 'browser',
    title: 'Driven in the browser',
    command: ['mocha', '--config', 'test/browser/.mocharc.json'],
    seconds: 600,
    counts: true,
  },
  {
    name: 'soak',
    title: 'Unit tests, full figures',
    command: ['mocha', '--timeout', '1800000'],
    seconds: 3600,
    counts: true,
    asked: true,
  },
];

endAllOnSignals();
const chosen = process.argv.slice(2);
const unknown = chosen.filter(name => !steps.some(step => step.name === name));
if (unknown.length) {
  console.error(`No step "${unknown[0]}": ${[...new Set(steps.map(step => step.name))].join(', ')}.`);
  process.exit(2);
}

if (chosen.includes('soak')) process.env.BYLINE_SOAK = '1'; // tests that sample otherwise go through everything

await installDependencies();
/** @type {(typeof steps[number] & { passed: number, failed: number, skipped: number, failures: string[], duration: number })[]} */
const rows = [];
/** What tests told in numbers (test/figure.ts), and which of them needed a second try. @type {string[]} */
const figures = [];
for (const step of steps) {
  if (chosen.length ? !chosen.includes(step.name) : step.asked) continue;
  console.log(`\n== ${step.title}: ${step.command.join(' ')}`);
  const start = Date.now();
  const { code, output } = await run(step.command, step);
  const counts = step.counts ? mochaCounts(output) : { passed: 0, failed: 0, skipped: 0 };
  // A step that broke without naming a test counts as one failure.
  if ((code !== 0 || (step.counts && counts.passed === 0)) && counts.failed === 0) counts.failed = 1;
  rows.push({ ...step, ...counts, failures: failures(output), duration: (Date.now() - start) / 1000 });
  figures.push(...output.split('\n').filter(line => line.includes('» ')));
  if (step.needed && counts.failed) {
    console.log(`\nThe rest cannot run without "${step.title}".`);
    break;
  }
}
report();

/** The mark is that of tests inside a desktop VS Code. @param {string} output */
function mochaCounts(output) {
  const last = (/** @type {string} */ word) =>
    Number([...output.matchAll(new RegExp(`^▏? +(\\d+) ${word}`, 'gm'))].at(-1)?.[1] ?? 0);
  return { passed: last('passing'), failed: last('failing'), skipped: last('pending') };
}

/** What Mocha tells of each test that failed, without the stack. @param {string} output */
function failures(output) {
  const told = output.split(/^▏? +\d+ failing$/m)[1] ?? '';
  const each = told.split(/^▏?(?= {2}\d+\) )/m).slice(1);
  return each.map(text => text.replace(/^▏? +at .*/ms, '').trimEnd());
}

function report() {
  const cells = (/** @type {unknown[]} */ [title, ...rest]) =>
    String(title).padEnd(30) + rest.map(cell => String(cell).padStart(9)).join('');
  console.log(`\n${cells(['', 'passed', 'failed', 'skipped', 'time'])}`);
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { title, counts, passed, failed, skipped, duration } of rows) {
    const seconds = `${duration.toFixed(1)} s`;
    const done = failed ? 'FAILED' : 'ok';
    console.log(cells(counts ? [title, passed, failed, skipped, seconds] : [title, done, '', '', seconds]));
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  // Once more, as the output of what followed stands between.
  for (const { title, failures } of rows)
    if (failures.length) console.log(`\n${title}\n${failures.join('\n\n')}`);
  if (figures.length) console.log(`\n${figures.map(line => line.replace(/^.*?» /, '')).join('\n')}`);
  console.log(`\n${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`);
  process.exitCode = sum.failed ? 1 : 0;
}
