import assert from 'node:assert/strict';
import { isoDate } from '../../../src/core/date';
import { readMarkdownPost, readSiteData, type SiteConventions } from '../../../src/core/formats/frontMatter';
import { authorList } from '../../../src/core/name';
import type { PostRecord } from '../../../src/core/post';

function read(text: string, path = 'posts/a-post.md', site: SiteConventions = {}): PostRecord {
  const { record } = readMarkdownPost(text, path, site);
  assert.ok(record);
  return record;
}

const yaml = (matter: string) => `---\n${matter}\n---\nText.\n`;
const toml = (matter: string) => `+++\n${matter}\n+++\nText.\n`;

describe('front matter', () => {
  const marks: readonly (readonly [name: string, text: string])[] = [
    ['YAML', '---\ntitle: Found\n---\nText.'],
    ['YAML after a byte order mark and blank lines', '\ufeff\n\n---\ntitle: Found\n---\nText.'],
    ['YAML with Windows line ends', '---\r\ntitle: Found\r\n---\r\nText.'],
    ['YAML that dots end', '---\ntitle: Found\n...\nText.'],
    ['YAML that says so', '---yaml\ntitle: Found\n---\nText.'],
    ['TOML', '+++\ntitle = "Found"\n+++\nText.'],
    ['TOML between dashes', '---toml\ntitle = "Found"\n---\nText.'],
    ['JSON', '{\n  "title": "Found"\n}\n\nText.'],
    ['JSON between dashes', '---json\n{ "title": "Found" }\n---\nText.'],
    ['JSON between semicolons', ';;;\n"title": "Found"\n;;;\nText.'],
    ['Nikola’s comment', '<!--\n.. title: Found\n.. slug: found\n-->\n\nText.'],
    ['lines without marks', 'Title: Found\nDate: 2010-12-03\nTags: a, b\n\nText.'],
    [
      'an object that MDX exports',
      "import A from 'a';\n\nexport const meta = {\n  title: 'Found',\n  make: make(),\n};\n\nText.",
    ],
    ['Pandoc’s title block', '% Found\n% Jane Doe; John Roe\n% 3 December 2010\n\nText.'],
    ['Pandoc’s title block of one line', '% Found\r\n\r\nText.'],
    ['lines that dashes end', 'title: Found\ndate: 2010-12-03\n---\nText.'],
  ];
  for (const [name, text] of marks) {
    it(`is read as ${name}`, () => {
      const { title, abstract, provisional } = read(text);
      assert.deepEqual([title, abstract, provisional], ['Found', 'Text.', undefined]);
    });
  }

  const none: readonly (readonly [name: string, text: string, abstract: string])[] = [
    ['a rule across the page', '---\n\nText.', 'Text.'],
    ['a rule before and after', '---\n\nSome text\n\nmore text', 'Some text'],
    ['text between rules', '---\n\nSome *text*\n\n---\n\nmore', 'Some text'],
    ['a heading by underlining', 'Note: this\n---\n\nText.', 'Text.'],
    ['a sentence with a colon', 'Remember: title words.\n\nText.', 'Remember: title words.'],
    ['a comment', '%% a note %%\n\nText.', 'Text.'],
    ['a template', '{{ title }}\n\nText.', 'Text.'],
  ];
  for (const [name, text, abstract] of none) {
    it(`is not ${name}`, () => {
      const { record, problems } = readMarkdownPost(text, 'a-post.md');
      assert.deepEqual([record?.title, record?.abstract, problems], ['A post', abstract, []]);
    });
  }

  const broken: readonly (readonly [name: string, text: string])[] = [
    [
      'a colon in a plain title',
      yaml('title: Found: a story\ndate: 2021-02-03\ntags: [one, two]\nauthor: Jane Doe'),
    ],
    [
      'a title with quotes inside of quotes',
      yaml(
        'title: "Found: a story" \ndescription: "a "b" c"\ndate: 2021-02-03\ntags:\n- one\n- two\nauthor: Jane Doe',
      ),
    ],
    [
      'a tab for indentation',
      yaml('title: "Found: a story"\nextra:\n\t- x\ndate: 2021-02-03\ntags: [one, two]\nauthor: Jane Doe'),
    ],
    [
      'a list that is not closed',
      yaml('title: "Found: a story"\nimages: [a, b\ndate: 2021-02-03\ntags: one, two\nauthor: Jane Doe'),
    ],
    ['no end', '---\ntitle: "Found: a story"\ndate: 2021-02-03\ntags: [one, two]\nauthor: Jane Doe\n\nText.'],
    [
      'bare words in TOML',
      toml(
        'title = "Found: a story"\nlayout = post\ndate = 2021-02-03\ntags = ["one", "two"]\nauthor = "Jane Doe"',
      ),
    ],
    [
      'a comma too few in JSON',
      '{\n"title": "Found: a story"\n"date": "2021-02-03",\n"tags": ["one", "two"],\n"author": "Jane Doe"\n}\nText.',
    ],
  ];
  for (const [name, text] of broken) {
    it(`with ${name} is read line by line, and said to be damaged`, () => {
      const { record, problems } = readMarkdownPost(text, 'a.md');
      assert.equal(record?.title, 'Found: a story');
      assert.deepEqual(record.issued, { year: 2021, month: 2, day: 3 });
      assert.deepEqual(record.keywords, ['one', 'two']);
      assert.equal(authorList(record.author), 'Jane Doe');
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['damagedFrontMatter'],
      );
    });
  }

  it('that is broken is told with the line', () => {
    const lineOf = (text: string) => readMarkdownPost(text, 'a.md').problems[0]?.line;
    assert.equal(lineOf('---\ndate: 2021-01-01\ntitle: Found: a story\n---\n'), 3);
    assert.equal(lineOf('\n+++\ntitle = "T"\nlayout = post\n+++\n'), 4);
  });

  it('of Pandoc’s is its title, authors and date, each on lines of its own', () => {
    const post = read(
      '% Lamps, and\n  *how* to light them\n% Jane Doe\n  John Roe; Ann Lee\n% March 4, 2026\n\nText.',
    );
    assert.equal(post.title, 'Lamps, and *how* to light them');
    assert.equal(authorList(post.author), 'Jane Doe, John Roe, and Ann Lee');
    assert.deepEqual(post.issued, { year: 2026, month: 3, day: 4 });
    assert.deepEqual(read('%\n% Jane Doe\n\nText.', 'why-lamps.md').title, 'Why lamps');
  });

  it('that is code is taken as far as it is written out, and not run', () => {
    const text = `---js\nconst title = "Found";\nconst draft = false;\nexport const date = '2021-02-03';\nconst tags = make("x");\n---\nText.`;
    const { record, problems } = readMarkdownPost(text, 'a.md');
    assert.deepEqual([record?.title, record?.issued?.month, record?.keywords], ['Found', 2, []]);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['codeFrontMatter'],
    );
    assert.equal(readMarkdownPost(text.replace('false', 'true'), 'a.md').isDraft, true);
  });
});

describe('a post’s title', () => {
  const titles: readonly (readonly [text: string, title: string, path?: string])[] = [
    [yaml('title: 2021'), '2021'],
    [yaml('title: 1.10'), '1.10'],
    [yaml('title: "Salt &amp; <em>sand</em> in `Vec<T>`"'), 'Salt & sand in `Vec<T>`'],
    [yaml('title: >\n  Two\n  lines'), 'Two lines'],
    ['# A *fine* [title](https://a.example) {#id}\n\nText.', 'A fine title'],
    ['import X from "x";\n\n<X />\n\n# After imports\n', 'After imports'],
    ['Underlined\n==========\n\nText.', 'Underlined'],
    ['![picture](a.png)\n\n# After a picture ##\n', 'After a picture'],
    ['```sh\n# no heading\n```\n', 'A post'],
    [yaml('title: "{{ title }}"'), 'A post'],
    ['Text.', 'Why we moved', '2021-01-03-why-we-moved.md'],
    ['Text.', 'Why we moved', '2021/01/03/why_we_moved/index.mdx'],
    ['Text.', 'Über uns', 'über-uns.markdown'],
  ];
  for (const [text, title, path] of titles) {
    it(`of ${JSON.stringify(text.slice(0, 40))} in ${path ?? 'a file'} is “${title}”`, () => {
      const post = read(text, path);
      assert.equal(post.title, title);
      assert.equal(post.provisional !== undefined, !/title:|#|==/.test(text) || /no heading|\{\{/.test(text));
    });
  }
});

describe('a post’s date', () => {
  const dates: readonly (readonly [matter: string, date: string | undefined, path?: string])[] = [
    ['date: 2021-01-03', '2021-01-03'],
    ['date: 2021-01-03T23:30:00-08:00', '2021-01-03'],
    ['date: "2021-01-03 23:30:00 +0800"', '2021-01-03'],
    ['date: 2021-01-03 23:30:00 America/New_York', '2021-01-03'],
    ['date: Jan 3, 2021', '2021-01-03'],
    ['date: 20210103', '2021-01-03'],
    ['date: 2021-1-3', '2021-01-03'],
    ['date: 2021', '2021'],
    ['pubDate: "Jul 08 2022"', '2022-07-08'],
    ['publish_date: 2021-01-03\nlastmod: 2022-02-02', '2021-01-03'],
    ['pubDatetime: 2021-01-03T10:00:00Z\nmodDatetime: 2022-02-02', '2021-01-03'],
    ['published: 2021-01-03', '2021-01-03'],
    ['published: true', undefined],
    ['date:\n  created: 2021-01-03\n  updated: 2022-02-02', '2021-01-03'],
    ['lastmod: 2021-01-03\nupdated: 2021-01-03\nmodified: 2021-01-03', undefined],
    ['date: last-modified', '2021-01-03', '2021-01-03-a.md'],
    ['date: 2020-05-06', '2020-05-06', '2021-01-03-a.md'],
    ['layout: x', '2021-01-03', 'blog/2021/01/03/a.md'],
    ['layout: x', '2021-01-03', 'blog/2021-01-03/a.md'],
    ['layout: x', '2021-01-03', 'blog/2021/01-03-a/index.md'],
    ['layout: x', '2021-01-03', '20210103-a.md'],
    ['layout: x', '2021-01', 'blog/2021/01/a.md'],
    ['layout: x', '2021', 'blog/2021/a.md'],
    ['layout: x', undefined, 'blog/1-2-3-a.md'],
    ['path: "2014/12/12/a"', '2014-12-12', 'content/a.md'],
  ];
  for (const [matter, date, path = 'a.md'] of dates) {
    it(`from ${JSON.stringify(matter)} in ${path} is ${date ?? 'not known'}`, () => {
      const { issued } = read(yaml(`title: T\n${matter}`), path);
      assert.equal(issued && isoDate(issued), date);
    });
  }

  it('of TOML is the day that is written, whatever its zone', () => {
    for (const date of [
      '2021-01-03',
      '2021-01-03T23:30:00-08:00',
      '2021-01-03T00:30:00+08:00',
      '2021-01-03 10:00:00',
    ]) {
      assert.deepEqual(read(toml(`title = "T"\ndate = ${date}`)).issued, { year: 2021, month: 1, day: 3 });
    }
  });

  it('that cannot be understood is a problem', () => {
    const { record, problems } = readMarkdownPost(yaml('title: T\ndate: 03/01/2021'), 'a.md');
    assert.equal(record?.issued, undefined);
    assert.deepEqual(problems, [{ code: 'unknownDate', source: 'a.md', detail: '03/01/2021' }]);
  });
});

describe('a post’s authors', () => {
  const { authors } = readSiteData(
    new Map([
      [
        'blog/authors.yml',
        'jane:\n  name: Jane Doe\n  url: https://jane.example\njohn: John Roe\nteam:\n  first_name: Ann\n  last_name: de Vries\n',
      ],
      ['content/authors/mia/_index.md', '---\ntitle: Mia Wong\n---\n'],
      ['_authors/noah.md', '---\nshort_name: nn\nname: Noah Nash\n---\n'],
      ['src/content/authors/otto.json', '{"name": "Otto Orr"}'],
      ['docs/.authors.yml', 'authors:\n  pia:\n    name: Pia Post\n'],
      ['_data/authors.json', '[{"key": "quin", "name": "Quin Quay"}]'],
    ]),
  );
  const shapes: readonly (readonly [matter: string, names: string])[] = [
    ['author: Ada Lace', 'Ada Lace'],
    ['author: Ada Lace and Bo Brook', 'Ada Lace and Bo Brook'],
    ['author: Ada Lace, Bo Brook, and Cy Weir', 'Ada Lace, Bo Brook, and Cy Weir'],
    ['author: "Lace, Ada"', 'Ada Lace'],
    ['author: Ada Lace <ada@a.example>', 'Ada Lace'],
    ['author: "[Ada Lace](https://a.example), [Bo Brook](https://b.example)"', 'Ada Lace and Bo Brook'],
    ['author: "Ada Lace ([@ada](https://a.example)), keeper of the lights"', 'Ada Lace'],
    ['authors: [Ada Lace, Bo Brook]', 'Ada Lace and Bo Brook'],
    ['author:\n- Ada Lace\n- name: Bo Brook\n  url: https://b.example', 'Ada Lace and Bo Brook'],
    ['author: {name: Ada Lace, title: Keeper}', 'Ada Lace'],
    ['author:\n  name:\n    given: Ada\n    family: Lace', 'Ada Lace'],
    ['author:\n- name: {given: Vincent, family: Gogh, non-dropping-particle: van}', 'Vincent van Gogh'],
    ['author: {given: Ada, family: Lace, suffix: Jr.}', 'Ada Lace Jr.'],
    ['params:\n  author: Ada Lace', 'Ada Lace'],
    ['extra:\n  authors: [Ada Lace]', 'Ada Lace'],
    ['taxonomies:\n  authors: [Ada Lace]', 'Ada Lace'],
    ['authors: jane', 'Jane Doe'],
    ['author: Jane', 'Jane Doe'],
    ['authors: [jane, john, Ada Lace]', 'Jane Doe, John Roe, and Ada Lace'],
    ['authors:\n- key: jane\n  title: Guest\n- name: Ada Lace', 'Jane Doe and Ada Lace'],
    ['author: team', 'Ann de Vries'],
    ['author: mia', 'Mia Wong'],
    ['author: nn', 'Noah Nash'],
    ['author: content/authors/otto.json', 'Otto Orr'],
    ['authors: [pia, quin]', 'Pia Post and Quin Quay'],
    ['author: {collection: authors, id: jane}', 'Jane Doe'],
    ['author: ""', ''],
    ['author: null\nauthors: []', ''],
    ['authors: [jane, Jane Doe]', 'Jane Doe'],
  ];
  for (const [matter, names] of shapes) {
    it(`in ${JSON.stringify(matter)} are ${names || 'none'}`, () => {
      assert.equal(
        authorList(read(yaml(`title: T\n${matter}`), 'a.md', authors && { authors }).author),
        names,
      );
    });
  }

  it('are the site’s where it names none', () => {
    const site = { author: [{ family: 'Lace', given: 'Ada' }] };
    assert.equal(authorList(read(yaml('title: T'), 'a.md', site).author), 'Ada Lace');
    assert.equal(authorList(read(yaml('title: T\nauthor: Bo Brook'), 'a.md', site).author), 'Bo Brook');
  });
});

describe('a post’s topics', () => {
  const topics: readonly (readonly [matter: string, topics: readonly string[]])[] = [
    ['tags: [a, b]\ncategories: [c, A]', ['a', 'b', 'c']],
    ['tags: a, b; c', ['a', 'b', 'c']],
    ['tags: machine learning', ['machine learning']],
    ['tags:\n- label: Two words\n  permalink: /x\n- name: other', ['Two words', 'other']],
    ['categories:\n- [a, b]\n- [a, c]', ['a', 'b', 'c']],
    ['category: one\ntopics: [two]', ['one', 'two']],
    ['taxonomies:\n  tags: [a]\n  categories: [b]', ['a', 'b']],
    ['tags: ["#go", "c#", "1.10"]', ['go', 'c#', '1.10']],
    ['keywords: [seo]', ['seo']],
    ['keywords: [seo]\ntags: [a]', ['a']],
    ['tags:', []],
    ['categories: Uncategorized', []],
  ];
  for (const [matter, expected] of topics) {
    it(`in ${JSON.stringify(matter)} are ${expected.join(', ') || 'none'}`, () => {
      assert.deepEqual(read(yaml(`title: T\n${matter}`)).keywords, expected);
    });
  }
});

describe('a post’s abstract and language', () => {
  const openings: readonly (readonly [body: string, abstract: string | undefined])[] = [
    [
      '# T\n\nA **bold** `code` [link](https://a.example "t") and ![no](a.png)picture.',
      'A bold code link and picture.',
    ],
    ['> quote\n\n- list\n\n| a | b |\n\nThe text,\nof two lines.\n\nMore.', 'The text, of two lines.'],
    ['```\ncode\n```\n\n:::note\nBeside.\n:::\n\nThe text.', 'The text.'],
    ['{{< figure src="a" >}}\n\n{% raw %}\n\nThe {{< b >}}text{{< /b >}}.', 'The text.'],
    ['<div>\nhtml\n</div>\n\nThe&nbsp;text &mdash; <b>all</b>.[^1]\n\n[^1]: Note.', 'The text — all.'],
    [
      'See [the docs][d] and [docs].\n\n[d]: https://a.example\n[docs]: https://b.example',
      'See the docs and docs.',
    ],
    ['1 < 2, snake_case_name and 2 * 3 * 4.', '1 < 2, snake_case_name and 2 * 3 * 4.'],
    ['', undefined],
  ];
  for (const [body, abstract] of openings) {
    it(`of ${JSON.stringify(body.slice(0, 50))} are its first words`, () => {
      assert.equal(read(`---\ntitle: T\n---\n${body}`).abstract, abstract);
    });
  }

  it('are what it says they are', () => {
    const post = read(yaml('title: T\ndescription: "Of *this*."\nlang: pt_BR'));
    assert.deepEqual([post.abstract, post.language], ['Of this.', 'pt-BR']);
    assert.equal(read(yaml('title: T\nlang: "not a tag!"')).language, undefined);
  });
});

describe('what is no published post', () => {
  const drafts = [
    'draft: true',
    'draft: yes',
    'published: false',
    'status: draft',
    'permalink: false',
    'unlisted: true',
    '_build: {render: never}',
    'publish: no',
  ];
  for (const matter of drafts) {
    it(`is left out as a draft where it says ${matter}`, () => {
      assert.deepEqual(readMarkdownPost(yaml(`title: T\n${matter}`), 'a.md'), {
        isDraft: true,
        problems: [],
      });
    });
  }

  it('is left out from the day on which it expires', () => {
    const isOut = (day: number) =>
      readMarkdownPost(yaml('title: T\nexpiryDate: 2026-11-23'), 'a.md', {
        today: { year: 2026, month: 11, day },
      }).isDraft;
    assert.deepEqual([isOut(22), isOut(23), isOut(24)], [false, true, true]);
  });

  it('is left out before the day of its publication where the site does so', () => {
    const isOut = (day: number, hidesFuture = true) =>
      readMarkdownPost(yaml('title: T\ndate: 2026-11-01\npublishDate: 2026-11-23'), 'a.md', {
        hidesFuture,
        today: { year: 2026, month: 11, day },
      }).isDraft;
    assert.deepEqual([isOut(22), isOut(23), isOut(22, false)], [true, false, false]);
  });

  for (const path of ['_drafts/a.md', 'blog/drafts/a.md']) {
    it(`is left out as a draft in ${path}`, () => assert.ok(readMarkdownPost('# T', path).isDraft));
  }

  const pages: readonly (readonly [path: string, matter: string])[] = [
    ['README.md', 'layout: x'],
    ['posts/_index.md', 'title: All\ndate: 2021-01-01'],
    ['about.md', 'title: About'],
    ['archive.md', 'layout: archive'],
    ['blog/index.qmd', 'title: B\nlisting: {contents: posts}'],
    ['a.md', 'layout: page'],
  ];
  for (const [path, matter] of pages) {
    it(`is left out as a page: ${path} with ${JSON.stringify(matter)}`, () => {
      assert.deepEqual(readMarkdownPost(yaml(matter), path), { isDraft: false, problems: [] });
    });
  }
});
