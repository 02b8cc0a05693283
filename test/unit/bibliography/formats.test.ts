import assert from 'node:assert/strict';
import { detectBibliography, readBibliography } from '../../../src/core/formats/bibliography';

const read = (text: string, name: string) => readBibliography(new TextEncoder().encode(text), name)!;

describe('RIS', () => {
  const ris = (text: string) => read(text, 'a.ris');

  it('gives what a record says in the variables of CSL', () => {
    const { records, problems } = ris(`TY  - BLOG
TI  - Caches
AU  - Lee, Ann
A1  - van den Berg, Bo, Jr.
AU  - The Cosmos team
ED  - Roe, C.
T2  - A Blog
DA  - 2021/03/04/
Y2  - 2022/01//
UR  - https://example.com/a
KW  - caches
KW  - scale; go
AB  - One,
and on.

Two.
N1  - A note
LA  - en
ID  - lee2021
VL  - 3
SP  - 10
EP  - 12
DO  - 10.1/x
ER  -
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(records, [
      {
        id: 'lee2021',
        title: 'Caches',
        author: [
          { family: 'Lee', given: 'Ann' },
          { literal: 'The Cosmos team' },
          { family: 'Berg', given: 'Bo', nonDroppingParticle: 'van den', suffix: 'Jr.' },
        ],
        containerTitle: 'A Blog',
        issued: { year: 2021, month: 3, day: 4 },
        accessed: { year: 2022, month: 1 },
        url: 'https://example.com/a',
        keywords: ['caches', 'scale', 'go'],
        abstract: 'One,\nand on.\n\nTwo.',
        note: 'A note',
        language: 'en',
        extra: {
          volume: '3',
          page: '10-12',
          DOI: '10.1/x',
          editor: [{ family: 'Roe', given: 'C.' }],
        },
      },
    ]);
  });

  it('is read with other line ends, one space before the dash, a mark at its start and records without an end', () => {
    const text = '\uFEFFTY - JOUR\r\nT1 - A\r\nPY - 2020\r\nTY  - BOOK\r\nBT  - B\r\nY1  - 2019/05\r\n\r\n';
    assert.deepEqual(
      ris(text).records.map(({ title, issued, type }) => [title, issued, type]),
      [
        ['A', { year: 2020 }, 'article-journal'],
        ['B', { year: 2019, month: 5 }, 'book'],
      ],
    );
  });

  it('loses only the record that is broken', () => {
    const { records, problems } = ris(
      'TY  - JOUR\nTI  - A\nER  - \nTI  - B\nER  - \nTY  - GEN\nER  - \nTY  - JOUR\nTI  - C\nER  - ',
    );
    assert.deepEqual(
      records.map(({ title }) => title),
      ['A', 'C'],
    );
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [
        ['unreadableEntry', 4],
        ['untitledEntry', 6],
      ],
    );
  });
});

describe('CSL-YAML', () => {
  const titles = (text: string, name = 'a.yaml') => read(text, name).records.map(({ title }) => title);

  it('gives what an item says, in the spellings of Pandoc', () => {
    const { records, problems } = read(
      `---
references:
- id: lee2021
  type: post-weblog
  title: "Caches: 1"
  author:
  - family: Lee
    given: Ann
    non-dropping-particle: van
  - literal: The team
  issued: 2021-03
  accessed:
    year: 2022
    month: 1
  container-title: A Blog
  URL: https://example.com/a
  keyword: [caches, scale]
  volume: 12
  abstract: |
    One.

    - Two.
- id: 7
  title: 2001
  issued:
    date-parts:
    - - 2020
      - 1
      - 2
...
`,
      'a.yaml',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      records,
      [
        {
          id: 'lee2021',
          title: 'Caches: 1',
          author: [{ family: 'Lee', given: 'Ann', nonDroppingParticle: 'van' }, { literal: 'The team' }],
          issued: { year: 2021, month: 3 },
          accessed: { year: 2022, month: 1 },
          containerTitle: 'A Blog',
          url: 'https://example.com/a',
          keywords: ['caches', 'scale'],
          abstract: 'One.\n\n- Two.',
          extra: { volume: '12' },
        },
        {
          id: '7',
          title: '2001',
          author: [],
          keywords: [],
          issued: { year: 2020, month: 1, day: 2 },
          type: undefined,
        },
      ].map(record => JSON.parse(JSON.stringify(record))),
    );
  });

  for (const [what, text] of Object.entries({
    'a list of its own': '- id: a\n  title: A\n- title: B\n',
    'a list with a comment before it': '# Mine\n\n- title: A\n# next\n- title: B\n',
    'items indented': 'references:\n    - title: A\n    - title: B\nother: 1\n',
    'items behind a dash of their own': 'references:\n-\n  title: A\n-\n  title: B\n',
    'other keys and lists': 'authors:\n- x\n- y\nreferences: # mine\n- title: A\n- title: B\nlast:\n- z\n',
    brackets: 'references: [{title: A}, {title: B}]\nlast: 1\n',
    'brackets over lines': 'references:\n  [\n  {title: A},\n  {title: B}\n  ]\n',
    JSON: '[\n  {"title": "A"},\n  {"title": "B"},\n]\n',
    'lists in items': '- title: A\n  author:\n  - family: X\n  - family: Y\n- title: B\n',
    'Windows line ends': '---\r\nreferences:\r\n- title: A\r\n- title: B\r\n---\r\n',
  })) {
    it(`is read as ${what}`, () => assert.deepEqual(titles(text), ['A', 'B']));
  }

  it('takes titles for Markdown, as Pandoc does', () => {
    const title = (text: string) => titles(`- title: '${text}'\n`)[0];
    assert.equal(title('On *QUIC*, **TLS** and `git pull`'), 'On QUIC, TLS and git pull');
    assert.equal(title('Moving [QUIC]{.nocase} with _care_'), 'Moving QUIC with care');
    assert.equal(title('C\\* and snake_case_names, 2 * 3 * 4'), 'C* and snake_case_names, 2 * 3 * 4');
  });

  it('takes variables in lower case, and a name without a list', () => {
    const text = `- title: A
  url: https://example.com/a
  author: {family: Lee}
- title: B
  url: https://example.com/no
  URL: https://example.com/b
`;
    const [item, other] = read(text, 'a.yaml').records;
    assert.deepEqual([item!.url, item!.author], ['https://example.com/a', [{ family: 'Lee' }]]);
    assert.equal(other!.url, 'https://example.com/b');
  });

  it('is read in the front matter of a Markdown file, and only there', () => {
    const text = '---\ntitle: X\nreferences:\n- title: A\n---\n\n- title: B\n';
    assert.deepEqual(titles(text, 'a.md'), ['A']);
    assert.equal(detectBibliography('a.md', '---\ntitle: X\n---\n\n- title: B\n'), undefined);
    assert.equal(detectBibliography('a.md', '# X\n\nreferences:\n- title: B\n'), undefined);
  });

  for (const [what, broken] of Object.entries({
    'a quotation mark too few': '- id: b\n  title: "B\n',
    'a wrong indent': '- id: b\n   title: B\n',
    'brackets too few': '- id: b\n  author: [{family: B}\n',
    'a text': '- b\n',
  })) {
    it(`loses only the item that is broken: ${what}`, () => {
      const { records, problems } = read(`- title: A\n${broken}- title: C\n`, 'a.yaml');
      assert.deepEqual(
        records.map(({ title }) => title),
        ['A', 'C'],
      );
      assert.deepEqual(
        problems.map(({ code, line }) => [code, line]),
        [['unreadableEntry', 2]],
      );
    });
  }
});

describe('a bibliography', () => {
  it('is told by its name and by what it holds', () => {
    const bib = '% x\n@article{a,\n title = {A}}';
    const ris = 'TY  - JOUR\nTI  - A\n';
    const yaml = 'references:\n- id: a\n';
    assert.deepEqual(
      [
        detectBibliography('a.bib', ''),
        detectBibliography('A.BIB', bib),
        detectBibliography('a.txt', bib),
        detectBibliography('https://a.example/export?format=x', bib),
        detectBibliography('', ris),
        detectBibliography('a.yml', yaml),
        detectBibliography('a', yaml),
        detectBibliography('a.json', '[{"id":"a"}]'),
        detectBibliography('a', '[{"id":"a"}]'),
      ],
      ['bibtex', 'bibtex', 'bibtex', 'bibtex', 'ris', 'cslYaml', 'cslYaml', 'cslJson', 'cslJson'],
    );
    assert.deepEqual(
      [
        detectBibliography('a.yaml', 'title: A\nnav:\n- Home: index.md\n'),
        detectBibliography('a.txt', 'A title\nBy Ann Lee (ann@example.com)\n'),
        detectBibliography('a.html', '<p>\n@media print {a, b = c}'),
        detectBibliography('a.css', '@media screen { a { color: red } }'),
        detectBibliography('__proto__', ''),
        detectBibliography('a.constructor', ''),
      ],
      Array(6).fill(undefined),
    );
  });

  it('has plain titles and addresses without trackers, as other sources do', () => {
    const items = [
      {
        id: 'a',
        title: 'How we <i>moved</i> to <span class="nocase">QUIC <b>2</b></span>, in <10 days>',
        URL: 'https://example.com/a?utm_source=x&id=1',
      },
    ];
    const [record] = read(JSON.stringify(items), 'a.json').records;
    assert.equal(record!.title, 'How we moved to QUIC 2, in <10 days>');
    assert.equal(record!.url, 'https://example.com/a?id=1');
  });

  it('is read in the encoding that it is in', () => {
    const bytes = Uint8Array.from(
      [...'@misc{a, title = {Caf\xe9}}'].map(character => character.charCodeAt(0)),
    );
    assert.equal(readBibliography(bytes, 'a.bib')?.records[0]?.title, 'Café');
  });
});
