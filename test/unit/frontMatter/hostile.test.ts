import assert from 'node:assert/strict';
import {
  readMarkdownPost,
  readSite,
  readSiteData,
  type SiteConventions,
} from '../../../src/core/formats/frontMatter';
import { generatorNames } from '../../../src/core/formats/frontMatter/site';
import { figureOfTests } from '../../figure';

/** In ms: none of these takes a second by itself, but tests run on busy machines. */
const hangGuard = 10_000;

/** Whether it is read in full, or line by line with a problem. */
type Expected = 'whole' | 'lines';
type Table = readonly (readonly [name: string, expected: Expected, matter: string])[];

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');
const letters = [...'abcdefgh'];
const aliases = letters
  .map((letter, at) => `${letter}: &${letter} [${`*${letters[at - 1]},`.repeat(at && 9)}x]`)
  .join('\n');

const yaml: Table = [
  ['100,000 keys', 'lines', lines(100_000, at => `key${at}: ${at}`)],
  ['3,000 keys', 'whole', lines(3_000, at => `key${at}: ${at}`)],
  ['aliases of aliases', 'lines', `${aliases}\ntags: *h`],
  ['a list that holds itself', 'whole', 'tags: &a [*a]\nauthors: &b\n- *b'],
  ['10,000 open lists', 'lines', `tags: ${'['.repeat(10_000)}`],
  ['10,000 lists in each other', 'lines', `tags: ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ['10,000 objects in each other', 'lines', `tags: ${'{a: '.repeat(10_000)}`],
  ['30,000 marks of items on a line', 'lines', `tags:\n  ${'- '.repeat(30_000)}x`],
  ['30,000 marks of keys on a line', 'lines', `${'? '.repeat(30_000)}x`],
  ['340 levels of indentation', 'whole', `tags:\n${lines(340, at => `${' '.repeat(at + 1)}a:`)}`],
  [
    'merged prototypes',
    'whole',
    '<<: {__proto__: {polluted: 1}}\n__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}',
  ],
  ['tags of code', 'whole', 'tags: [!!js/function "function () {}", !<tag:x> a]'],
  ['a value of a million letters', 'lines', `summary: ${'x'.repeat(1_000_000)}`],
  ['30,000 escaped quotes that are not closed', 'lines', `summary: "${'\\"'.repeat(30_000)}`],
  ['20,000 anchors', 'lines', '&a '.repeat(20_000)],
  ['20,000 aliases of nothing', 'lines', lines(20_000, () => '*a')],
  ['20,000 tags', 'lines', '!a '.repeat(20_000)],
  ['60,000 commas', 'lines', `tags: [${','.repeat(60_000)}`],
  ['60,000 closing brackets', 'lines', `tags: ${']'.repeat(60_000)}`],
  ['4,000 keys that are lists', 'whole', lines(4_000, () => '? [a, b]\n: c')],
  ['keys and values without line ends between', 'lines', 'a: b\r'.repeat(10_000)],
  [
    'objects whose methods are texts',
    'whole',
    'draft: {toString: 1}\ntags: [{toString: a}]\nauthor: {name: {valueOf: 1}}\npublished: {toString: 1}',
  ],
  ['a date of 60,000 digits', 'whole', `date: ${'9'.repeat(60_000)}`],
  ['a byline of 20,000 names', 'whole', `author: ${'Jane Doe, '.repeat(6_000)}`],
  ['a list of 5,000 authors', 'whole', `authors: [${'"Jane Doe", '.repeat(5_000)}]`],
  ['several documents', 'whole', '...\nother: document'],
  ['a directive', 'lines', '%YAML 9.9'],
];

const toml: Table = [
  ['a key of 20,000 parts', 'whole', `${'a.'.repeat(20_000)}a = 1`],
  ['20,000 open lists', 'lines', `tags = ${'['.repeat(20_000)}`],
  ['20,000 lists in each other', 'lines', `tags = ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['12,000 objects in each other', 'lines', `tags = ${'{a = '.repeat(12_000)}`],
  [
    'prototypes',
    'lines',
    '__proto__ = {polluted = 1}\n[__proto__.x]\npolluted = 1\n[constructor.prototype]\npolluted = 1',
  ],
  ['a table of the prototype', 'whole', '[__proto__]\npolluted = 1'],
  ['10,000 tables of one list', 'whole', lines(9_000, () => '[[a]]')],
  [
    '300 levels of tables',
    'lines',
    lines(
      300,
      at =>
        `[${Array(at + 1)
          .fill('a')
          .join('.')}]`,
    ),
  ],
  ['100,000 keys', 'lines', lines(100_000, at => `key${at} = ${at}`)],
  ['60,000 quotes', 'lines', `summary = """${'"'.repeat(60_000)}`],
  ['60,000 apostrophes', 'lines', `summary = '''${"'".repeat(60_000)}`],
  ['a number of 60,000 digits', 'whole', `slug = ${'9'.repeat(60_000)}`],
  ['a number of 30,000 exponents', 'lines', `slug = ${'1e'.repeat(30_000)}`],
  ['a list of 30,000 blank lines', 'lines', `tags = [${' \n'.repeat(30_000)}`],
  ['one key twice', 'lines', 'slug = "a"\nslug = "b"'],
  ['a date that is none', 'lines', 'date = 9999-99-99T99:99:99Z'],
];

const json: Table = [
  ['100,000 open lists', 'lines', `"a": ${'['.repeat(100_000)}`],
  ['20,000 lists in each other', 'whole', `"tags": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
  ['prototypes', 'whole', '"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}'],
  ['one key 7,000 times', 'whole', `${'"a":1,'.repeat(7_000)}"b":2}`],
  ['a huge number for a date', 'whole', `"date": 1e999}`],
  ['trailing commas and comments', 'whole', '"tags": ["a",],\n# comment\n}'],
  ['30,000 braces', 'lines', '{"'.repeat(30_000)],
  ['no end', 'lines', '"tags": ["a"'],
];

const posts: readonly (readonly [format: string, table: Table, post: (matter: string) => string])[] = [
  ['YAML', yaml, matter => `---\ntitle: Kept\n${matter}\n---\nBody text.\n`],
  ['TOML', toml, matter => `+++\ntitle = "Kept"\n${matter}\n+++\nBody text.\n`],
  ['JSON', json, matter => `{\n"title": "Kept",\n${matter}\nBody text.\n`],
];

describe('hostile front matter', function () {
  this.timeout(hangGuard * 2);
  figureOfTests('hostile front matter', /^in /);
  for (const [format, table, post] of posts) {
    for (const [name, expected, matter] of table) {
      it(`in ${format} with ${name} is read ${expected === 'whole' ? 'as it is' : 'line by line, with a problem'}`, () => {
        const { record, problems } = timed(() => readMarkdownPost(post(matter), 'posts/a.md'));
        assert.equal(record?.title, 'Kept');
        const codes = new Set(problems.map(({ code }) => code));
        assert.equal(codes.delete('damagedFrontMatter'), expected === 'lines');
        codes.delete('unknownDate');
        assert.deepEqual([...codes], []);
        assert.ok(JSON.stringify(structuredClone(record)).length < 100_000);
        assert.equal(({} as { polluted?: unknown }).polluted, undefined);
      });
    }
  }

  for (const language of ['js', 'javascript', 'coffee', 'JS', 'ts', 'lisp', 'constructor', 'toString']) {
    it(`in ${language} is not run, and said so`, () => {
      const text = `---${language}\n({ polluted: (Object.prototype.polluted = 1), title: 'No' })\n---\n# Heading\n`;
      const { record, problems } = readMarkdownPost(text, 'a.md');
      assert.equal(({} as { polluted?: unknown }).polluted, undefined);
      assert.equal(record?.title, 'Heading');
      assert.deepEqual(problems, [
        { code: 'codeFrontMatter', source: 'a.md', detail: language.toLowerCase() },
      ]);
    });
  }

  it('takes time in proportion to its length', () => {
    const time = (count: number) => {
      const text = posts[0]![2](lines(count, at => `k${at}: [a, "b"]`));
      const start = performance.now();
      for (let run = 0; run < 5; run++) readMarkdownPost(text, 'a.md');
      return performance.now() - start;
    };
    time(500);
    const [half, whole] = [time(1_000), time(2_000)];
    assert.ok(whole < half * 6, `${whole} ms after ${half} ms`);
  });
});

describe('hostile text', function () {
  this.timeout(hangGuard * 2);
  figureOfTests('hostile text', /^with /);
  const bodies: readonly (readonly [name: string, body: string])[] = [
    ...[
      '[',
      '![',
      '[[',
      '*',
      '**a ',
      '_a ',
      '`',
      '`a``b```',
      '<',
      '<a ',
      '<h1>',
      '&',
      '{%',
      '{{',
      '\\',
      '(',
      '[a](',
      '~~',
      '# ',
      '% ',
    ].map(part => [`many of ${part}`, part.repeat(50_000)] as const),
    ...[
      '```\n',
      ':::\n',
      '% a\n',
      '%\n \n',
      '% a\n  b;',
      '<!--\n',
      '=\n',
      '\n',
      ' \n',
      '\r',
      '[a]: b\n',
      'a\n===\n',
    ].map(part => [`many lines of ${JSON.stringify(part)}`, part.repeat(20_000)] as const),
    ['a line of two million letters', 'word '.repeat(400_000)],
  ];
  for (const [name, body] of bodies) {
    it(`with ${name} ends soon, below front matter, alone, and as a title and a byline`, () => {
      timed(() => {
        assert.equal(readMarkdownPost(`---\ntitle: T\n---\n${body}`, 'a.md').record?.title, 'T');
        assert.ok(readMarkdownPost(body, 'a.md').record?.title);
        const line = JSON.stringify(body.slice(0, 20_000));
        readMarkdownPost(
          `---\ntitle: ${line}\nauthor: ${line}\ntags: ${line}\nslug: ${line}\ndate: ${line}\n---\n`,
          'a.md',
        );
      });
    });
  }
});

describe('hostile sites', function () {
  this.timeout(hangGuard * 2);
  figureOfTests('hostile sites', /^are read/);
  const nothing: SiteConventions = {
    base: 'https://a.example/',
    folders: [{ folder: 'posts', route: 'posts' }],
  };
  const permalinks = new Map([['', '/:title/:slug/']]);
  const matters: readonly (readonly [name: string, value: string])[] = [
    ['spaces in a template', `{{${' '.repeat(18_000)}`],
    ['hyphens', `a${'-'.repeat(18_000)}`],
    ['spaces', `a${' '.repeat(18_000)}b`],
    ['patterns', ':title'.repeat(3_000)],
    ['parents', '../'.repeat(400)],
    ['half characters', 'a\\ud800b'],
    ['a method', 'constructor'],
    ['a program', 'javascript:alert(1)'],
    ['another site', '//evil.example/x'],
    ['credentials', 'https://user:secret@b.example/x'],
  ];
  for (const generator of [undefined, ...generatorNames]) {
    for (const [name, value] of matters) {
      it(`of ${generator ?? 'no generator'} give no harmful address for a post that names ${name}`, () => {
        const { record } = timed(() => {
          const fields = ['slug', 'permalink', 'url', 'path'].map(key => `${key}: "${value}"`).join('\n');
          const text = `---\ntitle: "${value}"\ndate: 2021-01-03\n${fields}\n---\n`;
          return readMarkdownPost(text, 'posts/a.md', {
            ...nothing,
            permalinks,
            isChosen: true,
            ...(generator && { generator }),
          });
        });
        const { url } = record ?? {};
        assert.ok(url === undefined || /^https:\/\/[ab]\.example\/[^\s@]{0,3000}$/.test(url), url);
      });
    }
  }

  const configs = [
    'config.toml',
    'hugo.toml',
    '_config.yml',
    'mkdocs.yml',
    '_quarto.yml',
    'docusaurus.config.js',
    'astro.config.mjs',
    'eleventy.config.js',
    'next.config.js',
    'nuxt.config.ts',
    'pelicanconf.py',
    '.vitepress/config.mts',
    '_data/metadata.json',
    'config/_default/params.yaml',
    'authors.yml',
    'tags.yml',
    'authors/a.md',
  ];
  const texts: readonly (readonly [name: string, text: string])[] = [
    ['nothing', ''],
    ['blank lines', '\n'.repeat(60_000)],
    ['spaces', ' '.repeat(200_000)],
    ['open braces', 'blog: {'.repeat(30_000)],
    ['sections', '[a]\n'.repeat(50_000)],
    ['lists', '[]'.repeat(100_000)],
    ['keys without values', 'a:\n'.repeat(50_000)],
    ['open lists', `url: ${'['.repeat(200_000)}`],
    ['texts', `url = "${'"'.repeat(200_000)}`],
    ['comments', '/*'.repeat(100_000)],
    ['names of names', 'url: site, site: title, title: url, base: input, input: base,\n'],
    [
      'prototypes',
      '__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\nsource_dir: a\nbase_url = 1\n',
    ],
    [
      'lists where texts are asked for',
      'title: [a]\nurl: {a: b}\nauthor: [[[a]]]\ndefaults: a\ncollections: [a]\nplugins: {blog: [a]}\nlanguages: a\npermalinks: [a]\nwebsite: a\nsource_dir: {a: b}\ndocs_dir: [a]\npermalink: {a: b}\n',
    ],
    ['keys', lines(30_000, at => `k${at}: {name: a}`)],
  ];
  for (const [name, text] of texts) {
    for (const config of configs) {
      it(`are read, or not, where ${config} is full of ${name}`, () => {
        timed(() => {
          const site = readSite(new Map([[config, text]]));
          const told = { ...site, ...readSiteData(new Map([[config, text]])) };
          structuredClone(told);
          readMarkdownPost('---\ntitle: T\ndate: 2021-01-03\nauthor: a\n---\n', 'posts/a.md', told);
        });
        assert.equal(({} as { polluted?: unknown }).polluted, undefined);
      });
    }
  }
});

function timed<T>(body: () => T): T {
  const start = performance.now();
  const result = body();
  const time = performance.now() - start;
  assert.ok(time < hangGuard, `it took ${time} ms`);
  return result;
}
