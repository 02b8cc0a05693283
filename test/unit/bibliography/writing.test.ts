import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import {
  type BibliographyFormat,
  formatBibliography,
  readBibliography,
} from '../../../src/core/formats/bibliography';
import { toCslItem } from '../../../src/core/formats/cslItem';
import type { Post } from '../../../src/core/post';
import { cleanText } from '../../../src/core/text';
import { makePost } from '../../fakes';
import { corpora, corpusTitles, naughtyTitles, ordinaryTitles } from '../citation/titles';

type TextFormat = Exclude<BibliographyFormat, 'cslJson'>;

const names: Readonly<Record<TextFormat, string>> = { bibtex: 'a.bib', cslYaml: 'a.yaml', ris: 'a.ris' };
const formats = Object.keys(names) as TextFormat[];

const reread = (posts: readonly Post[], format: TextFormat) =>
  readBibliography(new TextEncoder().encode(formatBibliography(posts, format)), names[format])!;

const plain: Post = {
  id: 'sanmiguel2021orchestrated',
  title: 'Orchestrated Functions',
  author: [
    { family: 'San Miguel', given: 'Frank' },
    { family: 'Berg', given: 'Anna', nonDroppingParticle: 'van den', suffix: 'Jr.' },
    { literal: 'The Cosmos team' },
    { family: '王', given: '小明' },
  ],
  issued: { year: 2021, month: 3 },
  accessed: { year: 2022, month: 1, day: 2 },
  url: 'https://example.com/a_b?x=1&y=%20~z#q',
  containerTitle: 'A Blog & Co.',
  abstract: 'What it is about.\n\nIn two paragraphs,\nand a line.',
  keywords: ['workflows', 'c#', 'ci/cd'],
  language: 'en-GB',
  note: 'With the team',
  provisional: ['title'],
  inferred: ['c#'],
  persons: { 'A. {': 'Ann "Lee"' },
  sources: ['https://example.com/feed'],
};
const paper: Post = {
  id: 'lee2020',
  type: 'article-journal',
  title: 'On 100% of {all} $things',
  author: [{ family: 'Lee', given: 'Ann' }],
  issued: { year: 2020 },
  url: 'https://example.com/',
  containerTitle: 'Journal',
  keywords: [],
  extra: {
    DOI: '10.1000/a_b',
    page: '1-10',
    issue: '3',
    volume: '12',
    publisher: 'P & Q',
    ISSN: '1234-5678',
  },
};
const talk: Post = {
  id: 'x',
  type: 'interview',
  title: 'no',
  author: [{ family: 'Plato' }],
  keywords: [],
  extra: { composer: [{ literal: 'C' }], dimensions: '3 m' },
};

describe('a bibliography that was written', function () {
  this.timeout(60_000);
  for (const format of formats) {
    it(`says again what the posts say: ${format}`, () => {
      const posts = [plain, paper, talk];
      const { records, problems } = reread(posts, format);
      assert.deepEqual([records, problems], [posts, []]);
    });

    it(`says again any title, name, topic and note: ${format}`, () => {
      const word = fc
        .string({
          unit: fc.constantFrom(...'abcABC äéß王\\{}$&%#_~^`\'"-—<>@=:*?!|[]()/+.'),
          minLength: 1,
          maxLength: 20,
        })
        .map(text => `x${text.replace(/\s+/g, ' ').trim()}`);
      // RIS parts names at commas, and all of them topics.
      const post = fc.record({
        title: word,
        family: word,
        given: word,
        literal: word,
        topic: word,
        note: word,
      });
      fc.assert(
        fc.property(post, ({ title, family, given, literal, topic, note }) => {
          const written = makePost({
            id: 'a',
            title,
            author: [{ family: `F${family}`, given: `G${given}` }, { literal }],
            keywords: [topic],
            note,
          });
          assert.deepEqual(reread([written], format).records, [written]);
        }),
        { numRuns: 300 },
      );
    });
  }

  it('keeps names in BibTeX that its commas and words would part', () => {
    const author = [
      { literal: 'Barnes and Noble, Inc.' },
      { literal: 'others' },
      { family: 'de Leon', given: 'Ana' },
      { family: 'Fontaine', given: 'Jean', droppingParticle: 'de' },
      { family: 'and', given: 'One, Two' },
      { family: 'Garcia', given: 'Gabriel', suffix: 'III' },
      { family: "d'Alembert", given: 'Jean' },
    ];
    const post = makePost({ id: 'a', author });
    assert.deepEqual(reread([post], 'bibtex').records[0]!.author, author);
  });
});

/** How titles stand in an entry of BibLaTeX. */
const casedTitles = [
  ['On keeping a log', 'On keeping a log'],
  ['How to Find a Lost Log', 'How to Find a Lost Log'],
  ['What I learned about Kafka', 'What {I} learned about {Kafka}'],
  ['What happens to your DNS?', 'What happens to your {DNS}?'],
  ['Introducing ConsoleMe: A console', 'Introducing {ConsoleMe}: A console'],
  ['On macOS, x86 and gRPC', 'On {macOS}, x86 and {gRPC}'],
  ['Log4j, K8s and P99 at R&D', '{Log4j}, {K8s} and {P99} at {R}\\&{D}'],
  ['DNS-over-HTTPS and C++ and C#', '{DNS}-over-{HTTPS} and {C}++ and {C}\\#'],
  ["Using Node.js in O'Reilly's books", "Using {Node.js} in {O'Reilly's} books"],
  ['Why C Is Not a Low-Level Language', 'Why {C} Is Not a Low-Level Language'],
  ['A tale of Plan A', 'A tale of Plan {A}'],
  ['Is it fast? Yes: “Fast” enough', 'Is it fast? Yes: “Fast” enough'],
] as const;

describe('a title in BibLaTeX', function () {
  this.timeout(20_000);
  const entry = (title: string, language?: string) =>
    formatBibliography([{ ...makePost({ id: 'k', title }), ...(language && { language }) }], 'bibtex');
  for (const [title, latex] of casedTitles) {
    it(`protects what keeps its letters: ${latex}`, () => {
      assert.ok(entry(title).includes(`  title = {${latex}},\n`), entry(title));
    });
  }

  it('stands as it is in other languages, which langid names', () => {
    const text = entry('Das Leben mit DNS', 'de-DE');
    assert.match(text, / title = \{Das Leben mit DNS\},/);
    assert.match(text, / langid = \{german\},\n {2}language = \{de-DE\},/);
    assert.match(entry('Leo', 'fr'), / langid = \{french\},\n(?! *language)/);
  });

  it('is protected as a whole where BibLaTeX has no name for its language', () => {
    assert.match(entry('Habari ya Leo', 'sw'), / title = \{\{Habari ya Leo\}\},/);
  });

  it('is read back as it was, and so is its language', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'A',
            'go',
            'DNS',
            "'",
            '’',
            '.',
            '-',
            '{',
            '}',
            '\\',
            '`',
            '"',
            '^',
            '_',
            '$',
            '&',
            ' ',
            ': ',
            'É',
            'x86',
            'ⅷ',
            '𝐀',
          ),
        ),
        fc.constantFrom('de-DE', 'de', 'en-ZA', 'EN', 'en-US', 'pt-PT', 'sw', 'zh-Hant-TW', 'no', undefined),
        (parts, language) => {
          const title = cleanText(`T${parts.join('')}`);
          const [post] = reread(
            [{ ...makePost({ id: 'k', title }), ...(language && { language }) }],
            'bibtex',
          ).records;
          assert.equal(post!.title, title);
          assert.equal(post!.language, language);
        },
      ),
      { numRuns: 500 },
    );
  });
});

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
const unless = hasPandoc ? '' : ' (skipped: pandoc is not installed)';

function pandoc(text: string, from: string): Record<string, unknown>[] {
  const { stdout, stderr, status } = spawnSync('pandoc', ['-f', from, '-t', 'csljson'], {
    input: text,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

/** Without Pandoc's marks for words that keep their case, nor the case of the others, which is for the style to say. */
const unmarked = (text: unknown) =>
  String(text)
    .replace(/<\/?span[^>]*>/g, '')
    .toLowerCase();

describe('Pandoc', function () {
  this.timeout(60_000);
  for (const from of ['bibtex', 'biblatex']) {
    (hasPandoc ? it : it.skip)(`reads the entries of posts as ${from}${unless}`, () => {
      const [item, other] = pandoc(formatBibliography([plain, paper], 'bibtex'), from);
      assert.equal(item!.id, plain.id);
      assert.equal(unmarked(item!.title), unmarked(plain.title));
      assert.deepEqual(
        (item!.author as Record<string, string>[]).map(({ family, literal }) => family ?? literal),
        ['San Miguel', 'Berg', 'The Cosmos team', '王'],
      );
      assert.equal(item!.URL, plain.url);
      assert.equal(unmarked(other!.title), unmarked(paper.title));
      assert.deepEqual(
        [other!.DOI, other!.volume, other!.issue, other!.publisher, other!['container-title']],
        ['10.1000/a_b', '12', '3', 'P & Q', 'Journal'],
      );
      if (from === 'biblatex') {
        assert.deepEqual(item!.issued, { 'date-parts': [[2021, 3]] });
        assert.deepEqual(item!.accessed, { 'date-parts': [[2022, 1, 2]] });
        assert.equal(item!['container-title'], plain.containerTitle);
        assert.equal(item!.keyword, plain.keywords.join(', '));
        assert.equal(item!.language, 'en-GB');
      }
    });
  }

  (hasPandoc ? it : it.skip)(`reads the references of a YAML file${unless}`, () => {
    const text = `---\n${formatBibliography([plain, paper], 'cslYaml')}---\n`;
    const [item, other] = pandoc(text, 'markdown');
    assert.equal(item!.title, plain.title);
    assert.deepEqual(item!.issued, { 'date-parts': [[2021, 3]] });
    assert.equal(item!.URL, plain.url);
    assert.equal(other!['container-title'], 'Journal');
  });

  const alike = (text: string) =>
    unmarked(text)
      .replace(/[‘’“”"]/g, "'")
      .replace(/…/g, '...')
      .replace(/[–—-]+/g, '-')
      .replace(/\s/g, '')
      .normalize('NFKC');
  /** Pandoc drops the command for a brace that none matches. */
  const hasOpenBrace = (text: string) => /[{}]/.test(text.replace(/\{[^{}]*\}/g, ''));
  const readsTitles = (titles: readonly string[]) => {
    const posts = [...new Set(titles.map(cleanText))]
      .filter(title => title !== '' && !hasOpenBrace(title))
      .map((title, at) => makePost({ id: `k${at}`, title }));
    assert.ok(posts.length > 50);
    for (const items of [
      pandoc(formatBibliography(posts, 'bibtex'), 'biblatex'),
      pandoc(`---\n${formatBibliography(posts, 'cslYaml')}---\n`, 'markdown'),
    ]) {
      const found = new Map(items.map(({ id, title }) => [id, alike(String(title))]));
      for (const { id, title } of posts) assert.equal(found.get(id), alike(title));
    }
  };
  (hasPandoc ? it : it.skip)(`reads titles with any signs in entries of posts${unless}`, () =>
    readsTitles([...naughtyTitles, ...ordinaryTitles]),
  );
  (hasPandoc && corpora ? it : it.skip)(
    `reads public naughty strings in entries of posts${unless || (corpora ? '' : ' (skipped: the corpora are not on this machine)')}`,
    () => readsTitles(corpusTitles()),
  );

  (hasPandoc ? it : it.skip)(`prints titles of all formats in the same case${unless}`, () => {
    const posts = [
      'On keeping notes',
      'How to Do Distributed Locking',
      ...casedTitles.map(([title]) => title),
    ]
      .map((title, at): Post => ({ ...makePost({ id: `k${at}`, title }), author: [{ family: `N${at}` }] }))
      .concat(
        { ...makePost({ id: 'de', title: 'Über das Leben mit Notizen' }), language: 'de-DE' },
        { ...makePost({ id: 'sw', title: 'Habari ya Leo' }), language: 'sw' },
      );
    const printed = (text: string, from: string) => {
      const { stdout, stderr, status } = spawnSync(
        'pandoc',
        ['-f', from, '-t', 'plain', '--citeproc', '--wrap=none'],
        {
          input: text,
          encoding: 'utf8',
        },
      );
      assert.equal(status, 0, stderr);
      return stdout.match(/“.*”/g);
    };
    const fromBibtex = printed(formatBibliography(posts, 'bibtex'), 'biblatex');
    assert.equal(fromBibtex?.length, posts.length);
    assert.ok(fromBibtex.includes('“On Keeping Notes.”'));
    assert.ok(fromBibtex.includes('“Über das Leben mit Notizen.”'));
    assert.deepEqual(fromBibtex, printed(JSON.stringify(posts.map(toCslItem)), 'csljson'));
    const yaml = `---\n${formatBibliography(posts, 'cslYaml')}nocite: "@*"\n---\n`;
    assert.deepEqual(fromBibtex, printed(yaml, 'markdown'));
  });

  (hasPandoc ? it : it.skip)(`writes BibLaTeX that says the same${unless}`, () => {
    const items = [
      {
        id: 'a',
        type: 'article-journal',
        title: 'One: Two',
        author: [{ family: 'Lee', given: 'Ann' }],
        issued: { 'date-parts': [[2020, 1, 2]] },
        'container-title': 'J',
      },
    ];
    const { stdout } = spawnSync('pandoc', ['-f', 'csljson', '-t', 'biblatex'], {
      input: JSON.stringify(items),
      encoding: 'utf8',
    });
    const [record] = readBibliography(new TextEncoder().encode(stdout), 'a.bib')!.records;
    assert.deepEqual(record, {
      id: 'a',
      type: 'article-journal',
      title: 'One: Two',
      author: [{ family: 'Lee', given: 'Ann' }],
      issued: { year: 2020, month: 1, day: 2 },
      containerTitle: 'J',
      keywords: [],
    });
  });
});
