import assert from 'node:assert/strict';
import { readBibliography } from '../../../src/core/formats/bibliography';
import { displayName } from '../../../src/core/name';

const read = (text: string) => readBibliography(new TextEncoder().encode(text), 'x.bib')!;
const one = (fields: string, type = 'article') => read(`@${type}{key, ${fields}}`).records[0]!;
const title = (latex: string) => one(`title = {${latex}}`).title;
const names = (list: string) => one(`title = {T}, author = {${list}}`).author;
const keys = (text: string) => read(text).records.map(({ id }) => id);

describe('BibTeX', () => {
  it('gives what an entry says in the variables of CSL', () => {
    const { records, problems } = read(`
      @online{lee2021caches,
        title = {Caches at Scale},
        subtitle = {Part 2},
        author = {Lee, Ann and Roe, Bo},
        date = {2021-03-04},
        url = {https://example.com/a_b},
        urldate = {2022-01-02},
        journaltitle = {A Blog},
        keywords = {caches, scale; go},
        langid = {english},
        abstract = {One.

          Two.},
        note = {With the team},
        doi = {https://doi.org/10.1/x},
        pages = {3--5},
        publisher = {P},
      }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(records, [
      {
        id: 'lee2021caches',
        type: 'webpage',
        title: 'Caches at Scale: Part 2',
        author: [
          { family: 'Lee', given: 'Ann' },
          { family: 'Roe', given: 'Bo' },
        ],
        issued: { year: 2021, month: 3, day: 4 },
        accessed: { year: 2022, month: 1, day: 2 },
        url: 'https://example.com/a_b',
        containerTitle: 'A Blog',
        abstract: 'One.\n\nTwo.',
        keywords: ['caches', 'scale', 'go'],
        language: 'en',
        note: 'With the team',
        extra: { DOI: '10.1/x', page: '3-5', publisher: 'P' },
      },
    ]);
  });

  describe('is read in all its spellings:', () => {
    for (const [what, text] of Object.entries({
      'values in braces': '@misc{a, title = {T}}',
      'values in quotation marks': '@misc{a, title = "T"}',
      'parentheses around the entry': '@misc(a, title = {T})',
      'parentheses and braces within': '@misc(a, title = {T}, note = "a) b", year = 2000)',
      capitals: '@MISC{a, TITLE = {T}}',
      'no white space': '@misc{a,title={T}}',
      'a line break after each sign': '@misc\n{\na\n,\ntitle\n=\n{T}\n}',
      'a comma after the last field': '@misc{a, title = {T},}',
      'no comma after a field': '@misc{a, year = 2000 title = {T}\n note = {N}}',
      'no comma after the key': '@misc{a\n title = {T}}',
      'no equals sign': '@misc{a, title {T}}',
      'a comment between fields': '@misc{a, % first\n title = {T}, % last\n}',
      'texts joined': '@misc{a, title = "" # {T} # ""}',
      'words without marks': '@misc{a, note = see there, title = T}',
      'an accent within quotation marks': '@misc{a, author = "G\\"odel, K", title = {T}}',
      'a byte order mark': '\uFEFF@misc{a, title = {T}}',
      'words and signs around it': 'me@example.org {x} 100% @misc{no, title={N}}\n@misc{a, title = {T}} }',
      'an entry behind a comment': '% @misc{b, title = {No}}\n@misc{a, title = {T}}',
      'an old Mac line end': '@misc{a,\r title = {T}\r}\r',
    })) {
      it(what, () => {
        const { records, problems } = read(text);
        assert.deepEqual([records.map(({ id, title }) => [id, title]), problems], [[['a', 'T']], []]);
      });
    }
  });

  it('has what JabRef and BibDesk put beside the entries for no entry', () => {
    const text = `% Encoding: UTF-8
@comment{jabref-meta: databaseType:bibtex;}
@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:Reading\\;0\\;1\\;\\;\\;\\;;
}
@preamble{ "\\newcommand{\\x}{y}" # m }
@comment @article{no, title = {No}}
@xdata{x, publisher = {P}}
@article{a, title = {A}, groups = {Reading}, file = {:a.pdf:PDF}, xdata = {x}}`;
    const { records, problems } = read(text);
    assert.deepEqual(
      records.map(({ id, extra }) => [id, extra]),
      [
        ['no', undefined],
        ['a', { publisher: 'P' }],
      ],
    );
    assert.deepEqual(problems, []);
  });

  describe('with a broken entry loses only that one:', () => {
    for (const [what, broken] of Object.entries({
      'its brace is not closed': '@article{b,\n title = {B},\n year = 2000\n',
      'a value is not closed': '@article{b,\n title = {B,\n year = 2000\n}\n',
      'quotation marks are not closed': '@article{b,\n title = "B,\n year = 2000\n}\n',
      'it ends in the middle': '@article{b,\n tit',
      'its parenthesis is not closed': '@article(b,\n title = {B}\n',
    })) {
      it(what, () => {
        const { records, problems } = read(
          `@misc{a, title = {A}}\n${broken}\n@misc{c, title = {C}}\n\n@misc{d, title = {D}}`,
        );
        assert.deepEqual(
          records.map(({ id }) => id),
          ['a', 'c', 'd'],
        );
        assert.deepEqual(problems, [
          { code: 'unreadableEntry', source: 'x.bib', line: 2, detail: '@article{b' },
        ]);
      });
    }

    it('a brace too many behind it', () => {
      assert.deepEqual(keys('@misc{a, title = {A}}}}\n@misc{b, title = {B}}'), ['a', 'b']);
    });

    it('and a stray brace at the end, which closes it', () => {
      assert.deepEqual(keys('@misc{a, title = {A},\n@misc{b, title = {B}}\n@misc{c, title = {C}}\n}'), [
        'b',
        'c',
      ]);
    });
  });

  it('says which entry has no title', () => {
    assert.deepEqual(read('\n@misc{a, year = 2000}').problems, [
      { code: 'untitledEntry', source: 'x.bib', line: 2, detail: '@misc{a' },
    ]);
  });

  it('puts the texts of macros in', () => {
    const { records } = read(
      '@string{blog = "A Blog"}\n@STRING(tech = blog # {: Tech})\n@misc{a, title = {T}, journal = tech, month = mar, year = 2020}\n@misc{b, title={U}, journal = unknown}',
    );
    assert.deepEqual(
      records.map(({ containerTitle, issued }) => [containerTitle, issued]),
      [
        ['A Blog: Tech', { year: 2020, month: 3 }],
        ['unknown', undefined],
      ],
    );
  });

  it('takes over what `crossref` and `xdata` say, also where the other entry comes later', () => {
    const { records } = read(`
      @inproceedings{a, title = {A}, crossref = {P}, xdata = {x, y}}
      @article{b, crossref = {c}}
      @article{c, title = {C}, author = {Lee, Ann}, journal = {J}, year = 2001}
      @proceedings{p, title = {Proc}, year = 2000, publisher = {Pub}}
      @xdata{x, location = {Rome}}`);
    assert.deepEqual(
      records.map(({ id, title, containerTitle, issued, extra }) => [
        id,
        title,
        containerTitle,
        issued?.year,
        extra,
      ]),
      [
        ['a', 'A', 'Proc', 2000, { publisher: 'Pub', 'publisher-place': 'Rome' }],
        ['b', 'C', 'J', 2001, undefined],
        ['c', 'C', 'J', 2001, undefined],
        ['p', 'Proc', undefined, 2000, { publisher: 'Pub' }],
      ],
    );
  });

  describe('has LaTeX turned into text:', () => {
    for (const [latex, text] of [
      ["\\'{e}\\'e{\\'e}{\\'{e}}\\' e \\'\\i \\'{\\i}", 'ééééé íí'],
      [
        '\\"{o}\\"o {\\"O} \\c{c}\\c c \\v{s} \\H{o} \\~n \\^{\\i} \\.z \\u{g} \\k a \\r{a} \\=o',
        'öö Ö çç š ő ñ î ż ğ ą å ō',
      ],
      ['\\ss{} stra{\\ss}e \\o\\O\\aa\\AA\\ae \\oe\\l\\L\\i', 'ß straße øØåÅæœłŁı'],
      ['a -- b --- c-d', 'a – b — c-d'],
      ["``a'' `b' don't \\enquote{c {d}} \\textquotedblleft e\\textquotedblright", "“a” ‘b’ don't “c d” “e”"],
      ['\\textit{a} \\emph{b {\\bf c}} \\textcolor{red}{d} {\\em e}', 'a b c d e'],
      ['{NASA} {{The}} T{e}X {\\LaTeX} \\TeX', 'NASA The TeX LaTeX TeX'],
      ['100\\% of C\\# \\& a\\_b \\$5 \\{x\\}', '100% of C# & a_b $5 {x}'],
      ['costs $5, or 6', 'costs $5, or 6'],
      [
        'H$_2$O at $10^{-3}$ and $O(n \\log n)$ for $\\alpha \\leq \\beta$',
        'H₂O at 10⁻³ and O(n log n) for α ≤ β',
      ],
      ['$x^{abc}$ and $\\frac{1}{2}$ of $\\sqrt{2}$', 'x^abc and 1/2 of √2'],
      ['m\\textsuperscript{2} CO\\textsubscript{2}', 'm² CO₂'],
      ['see \\url{http://a.b/c_d%20} \\href{http://x.y}{there}', 'see http://a.b/c_d%20 there'],
      ['a~b\\ c\\,d \\\\ e\n f', 'a b c d e f'],
      ['\\unknown{kept} \\another text', 'kept text'],
      ['a\\textbackslash{}b \\textasciitilde \\textless x\\textgreater', 'a\\b ~<x>'],
      ['-{}- \\', '-- \\'],
    ] as const) {
      it(latex, () => assert.equal(title(latex), text));
    }
  });

  describe('has names in the parts of CSL:', () => {
    for (const [list, expected] of [
      ['Ann Lee', [{ family: 'Lee', given: 'Ann' }]],
      ['Lee, Ann B.', [{ family: 'Lee', given: 'Ann B.' }]],
      ['Vincent van Gogh', [{ family: 'Gogh', given: 'Vincent', nonDroppingParticle: 'van' }]],
      [
        'van den Berg, Jr., Anna',
        [{ family: 'Berg', given: 'Anna', nonDroppingParticle: 'van den', suffix: 'Jr.' }],
      ],
      [
        'Charles Louis Xavier Joseph de la Vallée Poussin',
        [{ family: 'Vallée Poussin', given: 'Charles Louis Xavier Joseph', nonDroppingParticle: 'de la' }],
      ],
      ['{Barnes and Noble, Inc.}', [{ literal: 'Barnes and Noble, Inc.' }]],
      ['{The Cosmos Team} and Lee, Ann', [{ literal: 'The Cosmos Team' }, { family: 'Lee', given: 'Ann' }]],
      ['Lee, Ann and others', [{ family: 'Lee', given: 'Ann' }]],
      [
        'Lee, Ann AND\n Roe, Bo',
        [
          { family: 'Lee', given: 'Ann' },
          { family: 'Roe', given: 'Bo' },
        ],
      ],
      [
        'Kurt G{\\"o}del and {\\v{C}}apek, Karel',
        [
          { family: 'Gödel', given: 'Kurt' },
          { family: 'Čapek', given: 'Karel' },
        ],
      ],
      ["Ana {Garc{\\'i}a M{\\'a}rquez}", [{ family: 'García Márquez', given: 'Ana' }]],
      [
        'given=Hans, family=Harman and family={de Beer}, given=Simon, prefix=van, suffix=III',
        [
          { family: 'Harman', given: 'Hans' },
          { family: 'de Beer', given: 'Simon', nonDroppingParticle: 'van', suffix: 'III' },
        ],
      ],
      [
        'given={Jean, Paul}, family=Fontaine, prefix=de, useprefix=false',
        [{ family: 'Fontaine', given: 'Jean, Paul', droppingParticle: 'de' }],
      ],
      ['Plato', [{ family: 'Plato' }]],
      ['Martin Luther King Jr.', [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }]],
      [
        'Lee, A., Roe, B., Poe, C.',
        [
          { family: 'Lee', given: 'A.' },
          { family: 'Roe', given: 'B.' },
          { family: 'Poe', given: 'C.' },
        ],
      ],
      [
        'A. Lee and and B. Roe and',
        [
          { family: 'Lee', given: 'A.' },
          { family: 'Roe', given: 'B.' },
        ],
      ],
      ['', []],
    ] as const) {
      it(list, () => assert.deepEqual(names(list), expected));
    }
  });

  describe('has dates:', () => {
    for (const [fields, issued, extra] of [
      ['date = {2021-03-04}', { year: 2021, month: 3, day: 4 }],
      ['date = {2021-03}', { year: 2021, month: 3 }],
      ['date = 2021', { year: 2021 }],
      ['date = {2021-03-04T10:20:30Z}', { year: 2021, month: 3, day: 4 }],
      [
        'date = {2021-03/2021-05}',
        { year: 2021, month: 3 },
        {
          'date-parts': [
            [2021, 3],
            [2021, 5],
          ],
        },
      ],
      ['date = {2021-03/}', { year: 2021, month: 3 }],
      ['date = {2021~}', { year: 2021 }, { 'date-parts': [[2021]], circa: true }],
      ['date = {2021-21}', { year: 2021 }, { 'date-parts': [[2021]], season: 1 }],
      ['date = {199X}', { year: 1990 }, { 'date-parts': [[1990]], circa: true }],
      ['date = {March 4, 2021}', { year: 2021, month: 3, day: 4 }],
      ['year = 2021, month = mar', { year: 2021, month: 3 }],
      ['year = {2021}, month = {March}', { year: 2021, month: 3 }],
      ['year = {2021}, month = {3}, day = {4}', { year: 2021, month: 3, day: 4 }],
      ['year = 2021, month = "4~" # mar', { year: 2021, month: 3, day: 4 }],
      ['year = 2021, month = mar # "~4--6"', { year: 2021, month: 3, day: 4 }],
      ['year = {c. 2021}', { year: 2021 }, { 'date-parts': [[2021]], circa: true }],
      ['year = {2010--2012}', { year: 2010 }, { 'date-parts': [[2010], [2012]] }],
      ['date = {2021-03}, year = {1999}', { year: 2021, month: 3 }],
      ['year = {in press}', undefined, { literal: 'in press' }],
    ] as const) {
      it(fields, () => {
        const post = one(`title = {T}, ${fields}`);
        assert.deepEqual([post.issued, post.extra?.issued], [issued, extra]);
      });
    }
  });

  describe('has an address:', () => {
    for (const [fields, url] of [
      ['url = {https://a.example/b\\_c\\%20\\#d}', 'https://a.example/b_c%20#d'],
      ['url = {\\url{https://a.example/~b}}', 'https://a.example/~b'],
      ['url = {https://a.example/{\\textasciitilde}b}', 'https://a.example/~b'],
      ['url = "www.a.example/b"', 'http://www.a.example/b'],
      ['url = {https://a.example/b; https://a.example/c}', 'https://a.example/b'],
      ['howpublished = {\\url{https://a.example/b}}', 'https://a.example/b'],
      ['howpublished = {https://a.example/b}', 'https://a.example/b'],
      ['note = {Seen at \\href{https://a.example/b}{there}}', 'https://a.example/b'],
      ['doi = {10.1000/a_b}', 'https://doi.org/10.1000/a_b'],
      ['doi = {doi:10.1000/a}, url = {https://a.example/}', 'https://a.example/'],
      ['eprint = {2101.00001}, archivePrefix = {arXiv}', 'https://arxiv.org/abs/2101.00001'],
      ['eprint = {arXiv:2101.00001v2}', 'https://arxiv.org/abs/2101.00001v2'],
      ['url = {javascript:alert(1)}', undefined],
    ] as const) {
      it(fields, () => assert.equal(one(`title = {T}, ${fields}`).url, url));
    }
  });

  describe('is published where howpublished says, but', () => {
    const published = (fields: string, type = 'misc') => {
      const { containerTitle, extra } = read(`@${type}{a, title = {T}, ${fields}}`).records[0]!;
      return [containerTitle, extra?.medium];
    };
    it('a name only', () => {
      assert.deepEqual(published('howpublished = {Acme Engineering}'), ['Acme Engineering', undefined]);
      assert.deepEqual(published('howpublished = "The {A}cme Blog"', 'online'), ['The Acme Blog', undefined]);
    });
    for (const manner of ['Blog post', '[Online]', 'Accessed: 2020-01-02', 'GitHub repository', 'Web page']) {
      it(`not “${manner}”`, () =>
        assert.deepEqual(published(`howpublished = {${manner}}`), [undefined, manner]));
    }
    for (const address of [
      '\\url{https://a.example/}',
      'https://a.example/',
      'Acme, \\url{https://a.example/}',
    ]) {
      it(`not ${address}`, () => assert.equal(published(`howpublished = {${address}}`)[0], undefined));
    }
    it('not where a publication or publisher is told', () => {
      assert.deepEqual(published('howpublished = {H}, journaltitle = {J}'), ['J', 'H']);
      assert.equal(published('howpublished = {H}, publisher = {P}')[1], 'H');
      assert.equal(published('howpublished = {H}, publisher = {P}')[0], undefined);
    });
    it('not of a book', () => assert.deepEqual(published('howpublished = {H}', 'book'), [undefined, 'H']));
  });

  it('has the types of CSL, and tells blog posts from other pages', () => {
    const types = (text: string) => read(text).records.map(({ type }) => type ?? 'post-weblog');
    assert.deepEqual(
      types(
        'article book inproceedings incollection techreport phdthesis online misc unheard'
          .split(' ')
          .map((type, at) => `@${type}{k${at}, title = {T}}`)
          .join('\n'),
      ),
      'article-journal book paper-conference chapter report thesis webpage document document'.split(' '),
    );
    assert.deepEqual(
      types(
        '@online{a, title={T}, entrysubtype={blog}}\n@misc{b, title={T}, howpublished={Blog post}}\n@misc{c, title={T}, howpublished={http://a.example/blog/}}',
      ),
      ['post-weblog', 'post-weblog', 'document'],
    );
  });

  it('counts the first of two fields with one name', () => {
    assert.equal(one('title = {First}, title = {Second}').title, 'First');
  });

  it('keeps two entries with one key', () => {
    assert.deepEqual(keys('@misc{a, title={A}}\n@misc{a, title={B}}\n@misc{, title={C}}\n@misc{title={D}}'), [
      'a',
      'a',
      undefined,
      undefined,
    ]);
  });

  it('shows names as their owners sign', () => {
    assert.deepEqual(names('Jean de La Fontaine and Doe, Jr, John').map(displayName), [
      'Jean de La Fontaine',
      'John Doe Jr',
    ]);
  });
});
