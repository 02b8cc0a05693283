import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeCslFiles } from '../../../scripts/cslFiles.mjs';
import { run } from '../../../src/cli/run';
import { nodeFileSystem } from '../../../src/node/fileSystem';

const library = JSON.stringify([
  {
    id: 'lee2020caches',
    title: 'How We Keep Our Caches Warm',
    URL: 'https://example.com/caches',
    author: [{ family: 'Lee', given: 'Ann' }],
    issued: { 'date-parts': [[2020, 3, 1]] },
  },
  {
    id: 'roe2021queues',
    title: 'Queues',
    URL: 'https://example.com/queues',
    author: [{ family: 'Roe', given: 'Bo' }],
    issued: { 'date-parts': [[2021]] },
  },
]);

/** The numbers in square brackets, links to their posts, that a numeric style makes. */
const numeric = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Numbers</title><id>http://example.com/numbers</id><updated>2020-01-01T00:00:00+00:00</updated></info>
  <citation><layout prefix="[" suffix="]" delimiter=", "><text variable="citation-number"/></layout></citation>
  <bibliography><layout><text variable="citation-number" prefix="[" suffix="] "/><text variable="title"/></layout></bibliography>
</style>`;

const document = (list: string) =>
  `Caches [@lee2020caches], queues [\\[7\\]](https://example.com/queues).\n\n<!-- bibliography -->\n${list}<!-- /bibliography -->\n`;

let folder: string;
/** What standard input has. */
let input: string | undefined;

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

const got = (path: string) => readFile(join(folder, path), 'utf8');

async function byline(...argv: string[]) {
  const result = { code: 0, out: '', err: '' };
  const from = argv.includes('--from') ? [] : ['--from', 'library.json'];
  result.code = await run(
    [...argv, ...from],
    {
      files: nodeFileSystem,
      uriOf: path => pathToFileURL(resolve(folder, path)).href,
      readInput: async () => (input === undefined ? assert.fail('nobody asked for it') : Buffer.from(input)),
      createHttpClient: () => ({ get: () => assert.fail('nobody gave an address') }),
    },
    { out: text => (result.out += text), err: text => (result.err += text) },
  );
  return result;
}

describe('the command line on documents', () => {
  /** The styles and locales, which the build writes as well. */
  before(() => {
    const styles = resolve(__dirname, '../../../dist/csl');
    if (!existsSync(join(styles, 'en-US.json'))) writeCslFiles(styles);
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'byline-'));
    await put('library.json', library);
  });

  afterEach(() => rm(folder, { recursive: true }));

  describe('byline bibliography', () => {
    it('prints the document with its list of references, and changes it only when told to', async () => {
      await put('style.csl', numeric);
      await put('a.md', document(''));
      const list =
        '\n\\[1\\] How We Keep Our Caches Warm <https://example.com/caches>\n\n\\[2\\] Queues <https://example.com/queues>\n\n';
      const wanted = document(list).replace('[7', '[2');
      const argv = ['bibliography', 'a.md', '--style', join(folder, 'style.csl')];
      assert.deepEqual(await byline(...argv), { code: 0, out: wanted, err: '' });
      assert.equal(await got('a.md'), document(''));
      assert.deepEqual(await byline(...argv, '--write'), { code: 0, out: '', err: '' });
      assert.equal(await got('a.md'), wanted);
    });

    it('adds what is cited by key to the bibliography of the document', async () => {
      await put(
        'docs/a.md',
        '---\nbibliography: [refs.bib, more.json]\n---\n\n[@lee2020caches; @roe2021queues; @nobody]\n',
      );
      await put('docs/refs.bib', '@misc{kept, title = {Kept}}\n');
      await put('docs/more.json', '[{"id":"roe2021queues","title":"Queues"}]');
      const { code, out, err } = await byline('bibliography', 'docs/a.md');
      assert.deepEqual([code, out], [0, await got('docs/a.md')]);
      assert.equal(err, 'docs/refs.bib: Lacks lee2020caches; --write adds them.\n');
      assert.deepEqual(await byline('bibliography', 'docs/a.md', '--write'), {
        code: 0,
        out: '',
        err: 'docs/refs.bib: Added lee2020caches.\n',
      });
      assert.match(
        await got('docs/refs.bib'),
        /^@misc\{kept, title = \{Kept\}\}\n\n@online\{lee2020caches,\n/,
      );
      assert.deepEqual(await byline('bibliography', 'docs/a.md', '--write'), { code: 0, out: '', err: '' });
      await put('docs/refs.bib', '@misc{kept, title = {Kept}\n');
      const damaged = await byline('bibliography', 'docs/a.md', '--write');
      assert.deepEqual(
        [damaged.code, damaged.err],
        [1, 'docs/refs.bib: It cannot be read whole, so nothing was added.\n'],
      );
    });

    it('says where a marker has no partner, and what there is to do without markers', async () => {
      await put('a.md', 'Text\n\n  <!-- bibliography -->\n');
      await put('b.mdx', 'Text\n');
      assert.deepEqual(await byline('bibliography', 'a.md', '--write'), {
        code: 1,
        out: '',
        err: 'a.md:3:3: The list of references that begins here has no end marker. Write <!-- /bibliography --> on a line of its own below its last entry.\n',
      });
      const without = await byline('bibliography', 'b.mdx');
      assert.deepEqual([without.code, without.out], [1, '']);
      assert.match(
        without.err,
        /^b\.mdx: There is no list of references; put \{\/\* bibliography \*\/\} and /,
      );
    });

    it('reads standard input, which it cannot write', async () => {
      input = document('');
      const { code, out } = await byline('bibliography', '-');
      assert.deepEqual([code, out.includes('Lee, A. (2020')], [0, true]);
      for (const more of [['--write'], ['--from', '-']]) {
        const refused = await byline('bibliography', '-', ...more);
        assert.deepEqual([refused.code, /[Ss]tandard input/.test(refused.err)], [2, true]);
      }
      input = undefined;
    });

    it('says which bibliographies it does not write, and which keys Pandoc does not read', async () => {
      await put('odd.json', '[{"id":"key with space","title":"Odd"},{"id":"a,b","title":"Other"}]');
      await put('a.md', '---\nbibliography: https://example.com/a.bib\n---\n[@{a,b}]\n');
      const remote = await byline('bibliography', 'a.md', '--write', '--from', 'odd.json');
      assert.equal(remote.code, 1);
      assert.match(remote.err, /^a\.md: The bibliography https:\/\/example\.com\/a\.bib is an address/);
      await put(
        'b.md',
        '---\nbibliography: odd.bib\n---\n[@{key with space}] `@{key with space}` [@{a,b}]\n',
      );
      const odd = await byline('bibliography', 'b.md', '--write', '--from', 'odd.json');
      assert.equal(odd.code, 1);
      assert.deepEqual(odd.err.match(/^b\.md:\d+:\d+: .*“key with space”/gm)?.length, 1);
      assert.match(odd.err, /^odd\.bib: The key “a,b” cannot stand in BibTeX\. /m);
      assert.equal(existsSync(join(folder, 'odd.bib')), false);
    });

    it('says which markers are none, and which keys no post has', async () => {
      await put('a.md', '- a\n\n  <!-- bibliography -->\n\n  <!-- /bibliography -->\n');
      const none = await byline('bibliography', 'a.md', '--from', 'library.json');
      assert.deepEqual([none.code, none.out], [1, '']);
      assert.match(none.err, /There is no list of references; put/);
      await put('b.md', `${document('')}\n[@nobody]\n`);
      const lacking = await byline('bibliography', 'b.md', '--from', 'library.json');
      assert.equal(lacking.code, 0);
      assert.match(lacking.err, /b\.md: No post has the key “nobody”/);
    });

    it('writes citations in the style asked for, and says which it cannot', async function () {
      this.timeout(30_000);
      await put('a.md', document('').replace(/^.*?\n/, '([Lee, 2020](https://example.com/caches))\n'));
      const { code, err, out } = await byline('bibliography', 'a.md', '--style', 'ieee');
      assert.deepEqual([code, err], [0, '']);
      assert.ok(out.startsWith('[\\[1\\]](https://example.com/caches)\n'), out);
      await put('b.md', document('').replace(/^.*?\n/, '([A. Lee, 2020](https://example.com/caches))\n'));
      const odd = await byline('bibliography', 'b.md', '--style', 'ieee');
      assert.deepEqual(
        [odd.code, odd.err],
        [0, 'b.md:1:2: This citation is in another style than the list of references.\n'],
      );
    });

    it('empties no list when there are no posts', async () => {
      await put('a.md', document('\nAn entry.\n\n'));
      await put('none.json', '[]');
      const { code, out, err } = await byline('bibliography', 'a.md', '--write', '--from', 'none.json');
      assert.deepEqual([code, out, await got('a.md')], [1, '', document('\nAn entry.\n\n')]);
      assert.match(err, /There are no posts/);
    });

    it('answers 2 for wrong use', async () => {
      await put('a.md', document(''));
      for (const [argv, message] of [
        [['bibliography'], /which document/],
        [['bibliography', 'a.md', 'b.md'], /one at a time/],
        [['bibliography', 'a.md', '--style', 'nonsense'], /There is no style “nonsense”/],
        [['bibliography', 'a.md', '--locale', 'klingon'], /There is no locale “klingon”. Name one of en-US/],
        [['bibliography', 'a.md', '--format', 'json'], /takes no --format/],
      ] as const) {
        const { code, err } = await byline(...argv);
        assert.equal(code, 2);
        assert.match(err, message);
      }
      const missing = await byline('bibliography', 'missing.md');
      assert.deepEqual([missing.code, missing.err], [2, 'missing.md: There is no such file.\n']);
    });
  });

  describe('byline check', () => {
    const right = 'Caches [@lee2020caches], [Queues](https://example.com/queues).\n';
    const tracker = `${right}\n[Queues](https://example.com/queues?utm_source=x)\n`;

    it('answers 0 for documents that are right', async () => {
      await put('a.md', right);
      assert.deepEqual(await byline('check', 'a.md'), {
        code: 0,
        out: '',
        err: '1 document checked, nothing found.\n',
      });
    });

    it('answers 1 with a line for each finding', async () => {
      await put(
        'a.md',
        `\uFEFF# Ü\r\n\r\n😀 [@lee2020cache], [Roe, 2020](https://example.com/queues).\r\n\r\na[^1]\r\n`,
      );
      const { code, out, err } = await byline('check', 'a.md');
      assert.deepEqual(
        [code, out.split('\n'), err],
        [
          1,
          [
            'a.md:3:5: warning unknownKey No post has the key “lee2020cache”. Did you mean “lee2020caches”?',
            'a.md:3:27: warning contradictingText This post is of 2021. Change the year, or the address if another post is meant.',
            'a.md:5:2: warning undefinedLabel Nothing defines “1”, so readers see the brackets. Add its definition, or correct the label.',
            '',
          ],
          '1 document checked, 3 findings.\n',
        ],
      );
    });

    it('checks folders and patterns, as shells that expand none leave them', async () => {
      await put('docs/a.md', tracker);
      await put('docs/sub/b.mdx', tracker);
      await put('docs/sub/deep/c.qmd', tracker);
      await put('docs/node_modules/d.md', tracker);
      await put('docs/.hidden/e.md', tracker);
      await put('docs/[f].md', tracker);
      await put('docs/text.txt', tracker);
      const files = async (...words: string[]) =>
        (await byline('check', ...words)).out.match(/^[^:]+(?=:)/gm) ?? [];
      const all = ['docs/[f].md', 'docs/a.md', 'docs/sub/b.mdx', 'docs/sub/deep/c.qmd'];
      assert.deepEqual(await files('docs'), all);
      assert.deepEqual(await files('docs/'), all);
      assert.deepEqual(
        await files('./docs/**/*.{md,mdx,qmd}'),
        all.map(path => `./${path}`),
      );
      assert.deepEqual(await files('docs/**/[!a].m*'), ['docs/sub/b.mdx']);
      assert.deepEqual(await files('d?cs/*/*.mdx', 'docs/*.md'), [
        'docs/sub/b.mdx',
        'docs/[f].md',
        'docs/a.md',
      ]);
      assert.deepEqual(await files('docs/[f].md', 'docs/[f].md'), ['docs/[f].md']);
      assert.deepEqual(await files('docs/.hidden/*.md'), ['docs/.hidden/e.md']);
      assert.deepEqual(await files(join(folder, 'docs/*.txt')), [join(folder, 'docs/text.txt')]);
      const { code, err } = await byline('check', 'docs/*.nothing');
      assert.deepEqual(
        [code, err],
        [2, 'byline: There is no document “docs/*.nothing”. See byline --help.\n'],
      );
    });

    it('tells a document that it cannot read, and checks the others', async () => {
      await writeFile(join(folder, 'a.md'), Buffer.from('Zo\xeb', 'latin1'));
      await put('b.md', tracker);
      const { code, out, err } = await byline('check', '*.md', '--level', 'error');
      assert.deepEqual(
        [code, out, err],
        [1, '', 'a.md is not UTF-8; save it as UTF-8.\n1 document checked, nothing found.\n'],
      );
    });

    it('counts what is grave enough, as codes are said to be', async () => {
      await put('a.md', tracker);
      const code = async (...argv: string[]) => (await byline('check', 'a.md', ...argv)).code;
      assert.equal(await code(), 1);
      assert.equal(await code('--level', 'warning'), 0);
      assert.equal(await code('--severity', 'trackerAddress=off'), 0);
      assert.equal(await code('--level', 'error', '--severity', 'trackerAddress=error'), 1);
      for (const wrong of [
        ['--level', 'all'],
        ['--severity', 'tracker=off'],
        ['--severity', 'plainHttp'],
        ['--format', 'xml'],
      ]) {
        assert.equal(await code(...wrong), 2, wrong.join(' '));
      }
    });

    it('ignores what comments tell it to', async () => {
      await put('a.md', tracker.replace('\n\n', '\n\n<!-- byline-ignore trackerAddress -->\n\n'));
      await put('b.md', `<!-- byline-ignore-file -->\n\n${tracker}`);
      assert.equal((await byline('check', 'a.md', 'b.md')).code, 0);
    });

    it('says nothing of keys while a bibliography is missing that the document names', async () => {
      await put('a.md', '---\nbibliography: [refs.bib, made.bib]\n---\n\n[@nobody, p. 3]\n');
      await put('refs.bib', '@misc{doe1999, title = {Old}}\n');
      assert.equal((await byline('check', 'a.md', '--from', 'library.json')).code, 0);
      await put('made.bib', '');
      assert.equal((await byline('check', 'a.md', '--from', 'library.json')).code, 1);
    });

    it('knows the keys of the bibliography that a document names', async () => {
      await put('a.md', `---\nbibliography: refs.bib\n---\n\n[@lee2020caches; @doe1999; @roe1999]\n`);
      await put('refs.bib', '@misc{doe1999, title = {Old}}\n');
      const [missing, ...others] = (await byline('check', 'a.md')).out.split(/(?<=\n)/);
      assert.match(missing!, /^a\.md:5:2: warning missingInBibliography .* “lee2020caches”/);
      assert.equal(
        others.join(''),
        'a.md:5:28: warning unknownKey No post has the key “roe1999”. Did you mean “doe1999”?\n',
      );
    });

    it('tells of a key that the document’s own bibliography has for another post', async () => {
      const text = (title: string) =>
        `@misc{lee2020caches, title = {${title}}, url = {https://else.example/}}\n`;
      await put('a.md', '---\nbibliography: refs.bib\n---\n[@lee2020caches] and [@lee2020caches, p. 3]\n');
      await put('refs.bib', text('On Something Else'));
      const { out } = await byline('check', 'a.md');
      assert.match(
        out,
        /^a\.md:4:2: warning otherPostInBibliography .*“On Something Else” by the key “lee2020caches”/,
      );
      assert.equal(out.trim().split('\n').length, 1);
      await put('refs.bib', text('{How We} Keep Our Caches Warm: the Long Version'));
      assert.equal((await byline('check', 'a.md')).out, '');
    });

    it('says that a bibliography was not read, in place of naming keys', async () => {
      await put('a.md', '---\nbibliography: [refs.bib, packages.bib]\n---\n[@R-base] [@lee2020caches]\n');
      await put('refs.bib', '');
      const { code, out, err } = await byline('check', 'a.md');
      assert.deepEqual([code, out], [0, '']);
      assert.match(err, /^a\.md: The bibliography packages\.bib was not read/);
      await put('_quarto.yml', 'bibliography: gone.bib\n');
      await put('b.qmd', '[@R-base]\n');
      assert.deepEqual((await byline('check', 'b.qmd')).out, '');
      await rm(join(folder, '_quarto.yml'));
      await put('c.md', '---\nbibliography: https://example.com/a.bib\n---\n[@R-base] [@lee2020caches]\n');
      assert.deepEqual((await byline('check', 'c.md')).out, '');
      await put('book/index.Rmd', '---\nsite: bookdown::gitbook\nbibliography: packages.bib\n---\n\n# A\n');
      await put('book/1.Rmd', '# B\n\n[@R-base]\n');
      const book = await byline('check', 'book');
      assert.equal(book.out, '');
      assert.match(
        book.err,
        /^book\/1\.Rmd and 1 more document: The bibliography packages\.bib was not read/,
      );
    });

    it('tells which marker of a list of references is missing, and what to write', async () => {
      await put('a.md', 'Text\n\n<!-- bibliography -->\n');
      await put('b.mdx', 'Text\n\n{/* /bibliography */}\n');
      const { code, out } = await byline('check', 'a.md', 'b.mdx');
      const [first, second] = out.split('\n');
      assert.equal(code, 1);
      assert.match(
        first!,
        /^a\.md:3:1: warning unclosedBibliography .* Write <!-- \/bibliography --> on a line/,
      );
      assert.match(
        second!,
        /^b\.mdx:3:1: warning unopenedBibliography .* Write \{\/\* bibliography \*\/\} on a line/,
      );
    });

    it('tells of a list of references that is out of date', async function () {
      this.timeout(30_000);
      await put('a.md', document(''));
      const { out } = await byline('bibliography', 'a.md');
      await put('a.md', out);
      assert.equal((await byline('check', 'a.md')).out, '');
      assert.equal((await byline('check', 'a.md', '--style', 'apa')).out, '');
      assert.match((await byline('check', 'a.md', '--style', 'ieee')).out, /information staleBibliography/);
      await put('more.md', out.replace(/^Roe.*\n\n/m, ''));
      const more = await byline('check', 'more.md', '--format', 'json');
      assert.deepEqual(
        JSON.parse(more.out).map(({ code, post }: Record<string, unknown>) => [code, post]),
        [['staleBibliography', 'roe2021queues']],
      );
      await put('less.md', out.slice(out.indexOf('<!--')));
      const less = await byline('check', 'less.md', '--format', 'sarif');
      assert.equal(JSON.parse(less.out).runs[0].results[0].ruleId, 'staleBibliography');
    });

    it('finds notebooks in folders, and says what it looks for where there is nothing', async () => {
      await put('only/note.ipynb', '{"cells": []}');
      await put('none/note.txt', 'text');
      assert.match((await byline('check', 'only')).err, /^1 document checked/);
      const { code, err } = await byline('check', 'none');
      assert.equal(code, 2);
      assert.match(err, /There is no document in “none”: none ends in \.md, .*\.ipynb/);
    });

    it('checks the Markdown cells of notebooks, and mends them so that the file stays one', async () => {
      const bad = '[“Queues”](https://example.com/queues?utm_source=x)';
      const lines = [
        { cell_type: 'raw', metadata: {}, source: '---\nbibliography: refs.bib\n---' },
        {
          cell_type: 'markdown',
          metadata: { source: bad },
          source: ['# "A"\n', '\n', `See ${bad}\n`, '[@nobody]'],
        },
        { cell_type: 'code', source: [bad], outputs: [{ data: { 'text/markdown': [bad] } }] },
        { source: `${bad}\n\n    ${bad}`, cell_type: 'markdown' },
      ];
      const file = JSON.stringify(
        { cells: lines, metadata: { cells: [lines[3]] }, nbformat: 4 },
        undefined,
        1,
      );
      await put('a.ipynb', file.replaceAll('“', '\\u201c'));
      await put('refs.bib', '');
      const { out } = await byline('check', 'a.ipynb');
      const found = out.trim().split('\n');
      const lineOf = (text: string) => file.slice(0, file.indexOf(text)).split('\n').length;
      assert.deepEqual(
        found.map(line =>
          line
            .split(' ')
            .slice(0, 3)
            .join(' ')
            .replace(/:\d+: /, ' '),
        ),
        [
          `a.ipynb:${lineOf('See ')} information trackerAddress`,
          `a.ipynb:${lineOf('[@nobody]')} warning unknownKey`,
          `a.ipynb:${lineOf('x)\\n\\n')} information trackerAddress`,
        ],
      );
      const fixed = await byline('check', 'a.ipynb', '--fix');
      assert.match(fixed.err, /^a\.ipynb: mended 2 trackerAddress/);
      const right = JSON.parse(file);
      const mend = (text: string) => text.replace('?utm_source=x', '');
      right.cells[1].source[2] = mend(right.cells[1].source[2]);
      right.cells[3].source = mend(right.cells[3].source);
      assert.deepEqual(JSON.parse(await got('a.ipynb')), right);
    });

    it('looks for the definitions of a cell in all cells of a notebook', async () => {
      const cells = [
        'Text.[^1] More.[^2]',
        '[c]: https://example.com/c\n\n[d]: https://example.com/d',
        '[e][C]',
        '[^1]: Note.',
      ];
      await put(
        'b.ipynb',
        JSON.stringify({ cells: cells.map(source => ({ cell_type: 'markdown', source })) }),
      );
      const { out } = await byline('check', 'b.ipynb', '--level', 'hint');
      const found = out.trim().split('\n');
      assert.equal(found.length, 2, out);
      assert.match(found[0]!, /undefinedLabel .*“2”/);
      assert.match(found[1]!, /unusedDefinition .*“d”/);
    });

    it('reads notebooks with pictures of many megabytes', async () => {
      const picture = { cell_type: 'code', outputs: [{ 'image/png': 'A'.repeat(1 << 24) }], source: [] };
      const text = { cell_type: 'markdown', source: '[@lee2020caches] [@nobody]' };
      await put('a.ipynb', JSON.stringify({ cells: [picture, text] }));
      assert.match((await byline('check', 'a.ipynb')).out, /unknownKey/);
    });

    it('mends what has one right answer, and tells what is left', async () => {
      await put('a.md', `${tracker}\n[Roe, 2020](http://example.com/queues?utm_source=x)\n\na[^1]\n`);
      const { code, out, err } = await byline('check', 'a.md', '--fix');
      assert.deepEqual([code, out.split('\n').length], [1, 2]);
      assert.match(err, /^a\.md: mended 2 trackerAddress, 1 contradictingText\.$/m);
      const again = await byline('check', 'a.md', '--fix');
      assert.doesNotMatch(again.err, /mended/);
      assert.match(out, /undefinedLabel/);
      assert.equal(
        await got('a.md'),
        `${right}\n[Queues](https://example.com/queues)\n\n[Roe, 2021](https://example.com/queues)\n\na[^1]\n`,
      );
    });

    it('tells findings as JSON', async () => {
      await put('a.md', tracker);
      const [finding, ...others] = JSON.parse((await byline('check', 'a.md', '--format', 'json')).out);
      assert.deepEqual(others, []);
      assert.deepEqual(finding, {
        path: 'a.md',
        line: 3,
        column: 10,
        endLine: 3,
        endColumn: 49,
        severity: 'information',
        code: 'trackerAddress',
        message:
          'The address tells where the reader comes from. The post’s own is https://example.com/queues',
        post: 'roe2021queues',
        fixes: [{ title: 'Change to “https://example.com/queues”', isPreferred: true }],
      });
      assert.deepEqual(
        JSON.parse((await byline('check', 'a.md', '--format', 'json', '--level', 'error')).out),
        [],
      );
    });

    it('tells findings as SARIF 2.1.0', async () => {
      await put('do cs/ä.md', tracker);
      const log = JSON.parse((await byline('check', 'do cs', '--format', 'sarif')).out);
      assert.equal(log.version, '2.1.0');
      const [{ tool, results, columnKind }] = log.runs;
      assert.equal(columnKind, 'utf16CodeUnits');
      const [result, ...others] = results;
      assert.deepEqual(others, []);
      assert.deepEqual([result.ruleId, result.level], ['trackerAddress', 'note']);
      assert.equal(tool.driver.rules[result.ruleIndex].id, result.ruleId);
      const artifactLocation = { uri: 'do%20cs/%C3%A4.md', uriBaseId: '%SRCROOT%' };
      const region = { startLine: 3, startColumn: 10, endLine: 3, endColumn: 49 };
      assert.deepEqual(result.locations, [{ physicalLocation: { artifactLocation, region } }]);
      assert.deepEqual(result.fixes[0].artifactChanges, [
        {
          artifactLocation,
          replacements: [{ deletedRegion: region, insertedContent: { text: 'https://example.com/queues' } }],
        },
      ]);
    });
  });

  describe('byline cite in a citation style', () => {
    it('numbers by the citations of the document', async () => {
      await put('style.csl', numeric);
      await put('a.md', '[@roe2021queues]\n');
      const style = ['--style', join(folder, 'style.csl')];
      assert.equal(
        (await byline('cite', 'lee2020caches', ...style)).out,
        '[\\[1\\]](https://example.com/caches)\n',
      );
      assert.equal(
        (await byline('cite', 'lee2020caches', '--as', 'csl', ...style, '--in', 'a.md')).out,
        '[@roe2021queues]\n\n[\\[2\\]](https://example.com/caches)\n',
      );
    });

    it('takes a style for the format csl only', async () => {
      const { code, err } = await byline('cite', 'lee', '--as', 'pandoc', '--style', 'apa');
      assert.deepEqual(
        [code, err],
        [2, 'byline: --style and --locale go with --as csl. See byline --help.\n'],
      );
    });
  });
});
