import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { writeCslFiles } from '../../../scripts/cslFiles.mjs';
import { help } from '../../../src/cli/help';
import { type CommandHelp, commandHelps } from '../../../src/cli/helpTexts';
import { mcpOptions } from '../../../src/cli/mcp/mcp';
import { commands, run } from '../../../src/cli/run';
import { citationFormats } from '../../../src/core/citation';
import { shippedStyles } from '../../../src/core/csl/shipped';
import { exportFormats } from '../../../src/core/exporting';
import { groupings } from '../../../src/core/grouping/grouping';
import { MemoryFileSystem } from '../../fakes';

const library = JSON.stringify([
  {
    id: 'castrapel2021consoleme',
    title: 'ConsoleMe: Permissions',
    URL: 'https://example.com/consoleme',
    author: [{ family: 'Castrapel', given: 'Curtis' }],
    issued: { 'date-parts': [[2021, 3, 4]] },
    'container-title': 'Netflix Blog',
    keyword: 'security',
  },
]);

const page = ['Caches at Scale', 'Queues for Work That May Wait', 'On Call']
  .map(
    (title, at) =>
      `<article><h2><a href="/blog/${at}">${title}</a></h2><p>By Ann Lee, March ${at + 1}, 2021</p></article>`,
  )
  .join('');

const helps: readonly [string, CommandHelp][] = Object.entries(commandHelps);
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(commands).map(([name, { options }]) => [name, options])),
  mcp: mcpOptions,
};

async function byline(...argv: string[]) {
  const files = new MemoryFileSystem({
    'posts.json': library,
    'notes.md': 'As [@castrapel2021consoleme] says.\n\n<!-- bibliography -->\n<!-- /bibliography -->\n',
    'docs/a.md': 'As [@castrapel2021consoleme] says.\n',
    'archive.html': page,
  });
  // Styles are read from where they are.
  const { read } = files;
  files.read = async (path, most) => (path.includes('/csl/') ? readFile(path) : read.call(files, path, most));
  const result = { code: 0, out: '', err: '' };
  result.code = await run(
    argv,
    {
      files,
      uriOf: path => path,
      readInput: async () => Buffer.from(library),
      serving: { input: async function* () {}, version: () => '1' },
      createHttpClient: () => ({ get: () => assert.fail('nobody gave an address') }),
    },
    { out: text => (result.out += text), err: text => (result.err += text) },
  );
  return result;
}

describe('the help of the command line', () => {
  before(() => {
    const styles = resolve(__dirname, '../../../dist/csl');
    if (!existsSync(styles)) writeCslFiles(styles);
  });

  it('tells every command', () => {
    assert.deepEqual(helps.map(([name]) => name).sort(), Object.keys(optionsOf).sort());
    for (const [name, { summary }] of helps) {
      assert.ok(help().includes(summary), name);
      assert.ok(help(name).startsWith(`byline ${name}: ${summary}\n\nUsage:\n  byline ${name} `), name);
    }
  });

  for (const [name, { options, example, usage }] of helps) {
    it(`tells exactly the options that ${name} takes`, () => {
      const told = options.map(([option]) => /^--([\w-]+)/.exec(option)![1]!);
      assert.deepEqual(told.sort(), [...optionsOf[name]!].sort());
      for (const words of usage) {
        for (const [, option] of words.matchAll(/--([\w-]+)/g)) assert.ok(told.includes(option!), option);
      }
    });

    it(`shows an example of ${name} that works`, async () => {
      const [program, ...words] = example.replace(/ >.*/, '').split(' ');
      const argv = words.map(word => word.replace(/^'|'$/g, ''));
      assert.deepEqual([program, argv[0]], ['byline', name]);
      const { code, out, err } = await byline(...argv);
      assert.equal(code, 0, err);
      assert.equal(out === '', /--write|--out|^byline mcp/.test(example), out);
    });
  }

  it('tells the choices that there are', () => {
    const choices: readonly (readonly [string, string, readonly string[]])[] = [
      ['cite', '--as', citationFormats],
      ['mcp', '--as', citationFormats],
      ['export', '--as', exportFormats],
      ['export', '--by', groupings],
      ['list', '--by', groupings],
    ];
    for (const [name, option, all] of choices) {
      assert.ok(help(name).includes(`  ${option} ${all.join('|')}\n`), `${name} ${option}`);
    }
    for (const style of shippedStyles)
      assert.match(help('cite').replace(/\n/g, ' '), new RegExp(`[ ]${style}[, ]`));
  });

  it('takes each choice that it tells, and no other', async () => {
    const post = 'castrapel2021consoleme';
    const from = ['--from', 'posts.json'];
    for (const format of exportFormats.filter(format => format !== 'opml'))
      assert.equal((await byline('export', ...from, '--as', format)).code, 0, format);
    for (const format of citationFormats.filter(format => format !== 'csl'))
      assert.equal((await byline('cite', post, ...from, '--as', format)).code, 0, format);
    for (const by of groupings) assert.equal((await byline('list', ...from, '--by', by)).code, 0, by);
    for (const argv of [
      ['export', ...from, '--as', 'x'],
      ['cite', post, ...from, '--as', 'x'],
      ['list', ...from, '--by', 'x'],
      ['read', 'posts.json', '--format', 'sarif'],
    ]) {
      assert.equal((await byline(...argv)).code, 2, argv.join(' '));
    }
  });

  it('fits a terminal of 100 columns', () => {
    for (const name of [undefined, ...Object.keys(commandHelps)]) {
      const long = help(name)
        .split('\n')
        .filter(line => line.length > 100);
      assert.deepEqual(long, [], name);
      assert.doesNotMatch(help(name), /~/);
    }
  });

  it('is shown for a command in all the usual ways', async () => {
    for (const argv of [
      ['help', 'export'],
      ['export', '--help'],
      ['export', '-h', '--as', 'nonsense'],
    ]) {
      assert.deepEqual(await byline(...argv), { code: 0, out: help('export'), err: '' });
    }
    const { code, err } = await byline('help', 'exprot');
    assert.equal(code, 2);
    assert.match(err, /no command “exprot”; there are read, .*export/);
  });
});
