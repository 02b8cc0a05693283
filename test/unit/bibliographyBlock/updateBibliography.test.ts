import assert from 'node:assert/strict';
import fc from 'fast-check';
import { citedPosts, updateBibliography } from '../../../src/core/bibliography';
import { bibliographyBlocks } from '../../../src/core/bibliography/bibliographyBlocks';
import { escapeText } from '../../../src/core/citation/escapeText';
import type { CslFormatter } from '../../../src/core/csl';
import { type Dialect, DocumentAnalysis, KnownPosts } from '../../../src/core/document';
import { applyEdits } from '../../../src/core/document/textEdit';
import type { Post } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';
import { figure, soak } from '../../figure';
import { inText, numeric } from './fakeFormatter';

const caches = makePost({ id: 'lee2020caches', title: 'Caches', url: 'https://example.com/caches' });
const queues = makePost({ id: 'roe2021queues', title: 'Queues', url: 'https://example.com/queues' });
const streams = makePost({ id: 'poe2022streams', title: 'Streams', url: 'https://example.com/streams' });
const talk = makePost({ id: 'doe2019talk', title: 'A Talk' });
const all = [streams, queues, caches, talk];

function knowing(posts: readonly Post[]): KnownPosts {
  const known = new KnownPosts();
  runWhole(known.setPosts(posts));
  return known;
}

interface Options {
  readonly posts?: readonly Post[];
  readonly formatter?: CslFormatter;
  readonly dialect?: Dialect;
  readonly add?: boolean;
}

const update = (
  text: string,
  { posts = all, formatter = inText, dialect = 'markdown', add = false }: Options = {},
) => {
  const { edits, faults } = updateBibliography(text, dialect, knowing(posts), formatter, { add });
  return { edits, faults };
};

/** The text afterwards, which a second update leaves as it is. */
function updated(text: string, options: Options = {}): string {
  const { edits, faults } = update(text, options);
  assert.deepEqual(faults, []);
  const after = applyEdits(text, edits);
  assert.deepEqual(update(after, options), { edits: [], faults: [] });
  return after;
}

const empty = '<!-- bibliography -->\n<!-- /bibliography -->\n';
const filled = (...entries: string[]) =>
  `<!-- bibliography -->\n\n${entries.map(entry => `${entry}\n\n`).join('')}<!-- /bibliography -->\n`;
const entry = ({ title, url }: Post) => (url ? `*${title}*. <${url}>` : `*${title}*.`);

describe('updateBibliography', () => {
  it('lists the posts cited in any form, in the order of the style', () => {
    const text =
      'A [link](https://example.com/streams?utm_source=x), a key [@roe2021queues], a note[^doe2019talk], ' +
      'a number[^1].\n\n[^doe2019talk]: A talk.\n\n[^1]: See <https://example.com/caches>.\n\n';
    assert.equal(
      updated(`${text}${empty}`),
      `${text}${filled(entry(talk), entry(caches), entry(queues), entry(streams))}`,
    );
  });

  it('lists what the document cites, not what the list itself or a comment, code or definition names', () => {
    const text =
      'See [@lee2020caches] `[@roe2021queues]` <!-- [@roe2021queues] -->\n\n[q]: https://example.com/queues\n\n';
    assert.equal(updated(text + filled(entry(queues))), text + filled(entry(caches)));
  });

  it('empties the list of a document that cites nothing', () => {
    assert.equal(updated(`a\n\n${filled(entry(queues))}`), `a\n\n${empty}`);
    assert.equal(
      updated(`a\n\n<!-- bibliography -->\n\n\n<!-- /bibliography -->`),
      'a\n\n<!-- bibliography -->\n\n\n<!-- /bibliography -->',
    );
  });

  it('changes only the lines of entries that change', () => {
    const text = `[@lee2020caches; @roe2021queues; @poe2022streams]\n\n${filled(entry(caches), 'Old entry.', entry(streams))}`;
    const at = text.indexOf('Old entry.');
    assert.deepEqual(update(text).edits, [
      { start: at, end: at + 'Old entry.\n'.length, text: `${entry(queues)}\n` },
    ]);
    const two = `[@lee2020caches; @roe2021queues; @poe2022streams]\n\n${filled(entry(caches), entry(streams))}`;
    const before = two.indexOf(entry(streams));
    assert.deepEqual(update(two).edits, [{ start: before, end: before, text: `${entry(queues)}\n\n` }]);
  });

  it('moves one entry past others without touching these', () => {
    const text = `[@lee2020caches; @roe2021queues; @poe2022streams]\n\n${filled(entry(streams), entry(caches), entry(queues))}`;
    const { edits } = update(text);
    const changed = edits.map(({ start, end, text: made }) => [text.slice(start, end).trim(), made.trim()]);
    assert.deepEqual(changed, [
      [entry(streams), ''],
      ['', entry(streams)],
    ]);
  });

  it('leaves entries as a formatter has wrapped and marked them', () => {
    const text = `[@lee2020caches]\n\n<!-- bibliography -->\n_Caches_.\n<https://example.com/caches>\n<!-- /bibliography -->`;
    assert.deepEqual(update(text), { edits: [], faults: [] });
  });

  it('keeps the line endings of the document', () => {
    const text = `[@lee2020caches]\n\n${empty}`.replaceAll('\n', '\r\n');
    assert.equal(updated(text), `[@lee2020caches]\n\n${filled(entry(caches))}`.replaceAll('\n', '\r\n'));
  });

  it('fills each of several pairs of markers', () => {
    const text = `# One\n\n${empty}\n# Two\n\n[@lee2020caches]\n\n${empty}`;
    assert.equal(updated(text), text.replaceAll(empty, filled(entry(caches))));
  });

  it('adds a list where there is none when asked, before the definitions that close the document', () => {
    const add = (text: string, dialect: Dialect = 'markdown') => updated(text, { dialect, add: true });
    const list = filled(entry(caches));
    assert.equal(add('See [@lee2020caches].'), `See [@lee2020caches].\n\n${list.trimEnd()}`);
    assert.equal(
      add('See [c][c].\r\n\r\n[c]: https://example.com/caches\r\n'),
      `See [c][c].\n\n${list}\n[c]: https://example.com/caches\n`.replaceAll('\n', '\r\n'),
    );
    assert.equal(add('None.\n'), `None.\n\n${empty}`);
    assert.equal(add('None.\n', 'mdx'), 'None.\n\n{/* bibliography */}\n{/* /bibliography */}\n');
    assert.equal(add(`a\n\n${empty}`), `a\n\n${empty}`);
    const open = update('{/* [@lee2020caches]\n', { dialect: 'mdx', add: true });
    assert.deepEqual([open.edits, open.faults.map(({ code }) => code)], [[], ['noPlace']]);
  });

  it('reads markers in any case and spacing, indented by up to three spaces', () => {
    assert.equal(
      updated('[@lee2020caches]\n   <!--Bibliography-->  \n  <!--   /bibliography -->'),
      `[@lee2020caches]\n   <!--Bibliography-->  \n\n${entry(caches)}\n\n  <!--   /bibliography -->`,
    );
  });

  it('takes no markers from code, quotations, lists, longer comments and other text', () => {
    for (const text of [
      '```\n<!-- bibliography -->\n<!-- /bibliography -->\n```',
      '    <!-- bibliography -->\n    <!-- /bibliography -->',
      '`<!-- bibliography -->\n<!-- /bibliography -->`'.replace('\n', ' '),
      '<!-- bibliography --> of\n\n<!-- /bibliography --> this',
      '<!--\n<!-- bibliography -->',
      '> <!-- bibliography -->\n> <!-- /bibliography -->',
      '- <!-- bibliography -->\n- <!-- /bibliography -->',
      '{/* bibliography */}\n\n{/* /bibliography */}',
    ]) {
      assert.deepEqual(update(`[@lee2020caches]\n\n${text}\n`), { edits: [], faults: [] }, text);
    }
  });

  it('edits nothing where a marker has no partner, and says where', () => {
    const faults = (text: string) => {
      const found = update(text);
      assert.deepEqual(found.edits, []);
      return found.faults.map(({ code, start, end }) => [code, text.slice(start, end), start]);
    };
    const [opening, closing] = ['<!-- bibliography -->', '<!-- /bibliography -->'];
    assert.deepEqual(faults(`[@lee2020caches]\n\n ${opening}\n`), [['unclosedBibliography', opening, 19]]);
    assert.deepEqual(faults(`${closing}\n`), [['unopenedBibliography', closing, 0]]);
    assert.deepEqual(faults(`${opening}\n${opening}\n${closing}\n${closing}\n`), [
      ['unclosedBibliography', opening, 0],
      ['unopenedBibliography', closing, 67],
    ]);
    assert.deepEqual(faults(`${opening}\n\n\`\`\`\n${closing}\n`), [['unclosedBibliography', opening, 0]]);
  });

  it('keeps an entry that the library does not know while the document cites it', () => {
    const list = filled(entry(caches), entry(queues), entry(streams));
    const text = `[a](https://example.com/queues) [@lee2020caches] [@poe2022streams]\n\n${list}`;
    assert.deepEqual(update(text, { posts: [caches, streams] }), { edits: [], faults: [] });
    assert.deepEqual(
      update(text.replace('[a](https://example.com/queues)', '[@roe2021queues]'), {
        posts: [caches, streams],
      }).edits,
      [],
    );
    assert.equal(
      updated(text.replace('[a](https://example.com/queues) ', ''), { posts: [caches, streams] }),
      `[@lee2020caches] [@poe2022streams]\n\n${filled(entry(caches), entry(streams))}`,
    );
    assert.equal(
      updated(text.replace(' [@lee2020caches]', ''), { posts: [streams] }),
      `[a](https://example.com/queues) [@poe2022streams]\n\n${filled(entry(queues), entry(streams))}`,
    );
  });

  it('keeps an entry without an address that the library does not know while the document cites it', () => {
    const entries = ['O’Neil, C. (2012). *Doing Data Science*.', 'Poe, E. (1999). *A Talk*.'];
    const list = filled(...entries);
    for (const text of [
      '([O’Neil], 2012)',
      'O’Neil and others (2012, p. 3)',
      '[@oneil2012doing]',
      '[^1]\n\n[^1]: Cathy O’Neil, *Doing Data Science*, 2012.',
    ]) {
      const cited = `${text} [@lee2020caches]\n\n`;
      const kept = updated(cited + list, { posts: [caches, talk] });
      assert.deepEqual([kept.includes(entries[0]!), kept.includes(entries[1]!)], [true, false], text);
    }
    assert.equal(updated(`Nothing of 2012.\n\n${list}`), `Nothing of 2012.\n\n${empty}`);
    const numbers = `As \\[2\\] says ${'[\\[1\\]](https://example.com/caches)'}\n\n`;
    const ofNumbers = filled('\\[1\\] Caches. <https://example.com/caches>', '\\[2\\] Doing Data Science.');
    assert.deepEqual(update(numbers + ofNumbers, { formatter: numeric, posts: [caches] }).edits, []);
  });

  it('links the address of an entry whose style does not tell it', () => {
    const terse: CslFormatter = {
      ...inText,
      bibliography: posts => posts.map(({ id, title }) => ({ id, text: `${title}.` })),
    };
    const text = '[@lee2020caches; @doe2019talk]\n\n';
    assert.equal(
      updated(text + empty, { formatter: terse }),
      text + filled('Caches. <https://example.com/caches>', 'A Talk.'),
    );
  });
});

describe('updateBibliography of any document', () => {
  const runs = soak ? 30_000 : 200;
  const cites = fc
    .constantFrom(...all)
    .chain(post =>
      fc.constantFrom(
        `[@${post.id}] `,
        post.url ? `[a](${post.url}) ` : 'b ',
        post.url ? `[\\[2\\]](${post.url}) ` : 'c ',
        `d[^1]\n\n[^1]: [@${post.id}]\n\n`,
      ),
    );
  const entries = fc.constantFrom(...all.map(entry), ...numeric.bibliography(all).map(({ text }) => text));
  const piece = fc.oneof(
    { weight: 3, arbitrary: cites },
    { weight: 3, arbitrary: entries.map(text => `\n\n${text}\n\n`) },
    { weight: 2, arbitrary: fc.constantFrom('\n<!-- bibliography -->\n', '\n<!-- /bibliography -->\n') },
    fc.constantFrom('\n{/* bibliography */}\n', '\n{/* /bibliography */}\n', '{/* ', ' */}'),
    fc.constantFrom(
      '\n',
      '\r\n',
      '\n\n```\n',
      '<!-- ',
      '-->',
      '\n- ',
      '\n> ',
      '    ',
      '`',
      '<div>',
      '\n[^1]: ',
    ),
  );

  it('is idempotent, touches nothing outside but numbers, and lists what is cited', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 16 }),
        fc.constantFrom(inText, numeric),
        fc.constantFrom<Dialect>('markdown', 'mdx', 'pandoc'),
        fc.subarray(all),
        fc.boolean(),
        (pieces, formatter, dialect, posts, add) => {
          const text = pieces.join('');
          const options = { formatter, dialect, posts, add };
          const { edits } = update(text, options);
          const after = applyEdits(text, edits);
          assert.deepEqual(update(after, options).edits, [], after);
          const analysis = new DocumentAnalysis(text, dialect);
          const { blocks } = bibliographyBlocks(analysis);
          for (const { start, end, text: made } of edits) {
            const isInside = blocks.some(block => block.start <= start && end <= block.end);
            const isAdded = add && blocks.length === 0 && start === end && /\S bibliography/.test(made);
            if (!isInside && !isAdded) assert.match(`${text.slice(start, end)} ${made}`, /^\d+ \d+$/);
          }
          const now = new DocumentAnalysis(after, dialect);
          const cited = (of: DocumentAnalysis) => citedPosts(of, knowing(posts));
          assert.deepEqual(cited(now), cited(analysis));
          for (const { start, end } of bibliographyBlocks(now).blocks) {
            const list = after.slice(start, end);
            if (edits.length > 0) for (const { title } of cited(now)) assert.ok(list.includes(title), after);
          }
        },
      ),
      { numRuns: runs },
    );
    figure('lists of references', `${runs} documents brought up to date, twice as once`);
  }).timeout(soak ? 600_000 : 20_000);

  it('takes time that grows with the document only, whatever stands in it', () => {
    const hostile: Readonly<Record<string, (n: number) => string>> = {
      markers: n => '<!-- bibliography -->\n'.repeat(n),
      pairs: n => `[@lee2020caches]\n\n${'<!-- bibliography -->\n<!-- /bibliography -->\n'.repeat(n)}`,
      entries: n => filled(...Array.from({ length: n }, (_, at) => `[@lee2020caches] ${at % 7}`)),
      strays: n =>
        `[@nobody]\n\n${filled(...Array.from({ length: n }, (_, at) => `<https://a.example/${at}>`))}`,
      plainStrays: n => `Poe 1999 [@nobody]\n\n${filled('Poe 1999.', 'Roe 1999.').repeat(n / 10)}`,
      notes: n => Array.from({ length: n }, (_, at) => `[^${at}]: a[^${at + 1}]\n\n`).join(''),
      comments: n => '{/* bibliography '.repeat(n),
    };
    for (const [what, make] of Object.entries(hostile)) {
      for (const dialect of ['markdown', 'mdx'] as const) {
        const start = performance.now();
        update(make(10_000), { dialect });
        assert.ok(performance.now() - start < 8000, `${what} in ${dialect}`);
      }
    }
  }).timeout(100_000);
});

describe('updateBibliography of a numeric style', () => {
  const cite = (number: number, { url }: Post) => `[\\[${number}\\]](${url})`;
  const numbered = (...posts: Post[]) => filled(...numeric.bibliography(posts).map(({ text }) => text));

  it('puts the numbers in the text right, by the order of first citation', () => {
    const text = `b ${cite(1, queues)}, c ${cite(7, streams)}, a ${cite(3, caches)}, b ${cite(2, queues)}\n\n`;
    assert.equal(
      updated(text + empty, { formatter: numeric }),
      `b ${cite(1, queues)}, c ${cite(2, streams)}, a ${cite(3, caches)}, b ${cite(1, queues)}\n\n${numbered(queues, streams, caches)}`,
    );
    const at = text.indexOf('7');
    assert.deepEqual(update(text, { formatter: numeric }).edits, [
      { start: at, end: at + 1, text: '2' },
      { start: text.lastIndexOf('2'), end: text.lastIndexOf('2') + 1, text: '1' },
    ]);
  });

  it('keeps what a citation says behind the number, and other texts of links', () => {
    const { url } = caches;
    const text = `[\\[9, p. 3\\]](${url}) [9](${url}) [\\[9.1\\]](${url}) [\\[9\\] notes](${url}) [9\\]](${url}) \`[\\[9\\]](${url})\`\n`;
    assert.equal(updated(text, { formatter: numeric }), text.replace('9, p', '1, p'));
  });

  it('knows numbers that are the whole text, raised or not, from years', () => {
    const { url } = caches;
    const raised: CslFormatter = { ...numeric, citation: () => `[³](${url})` };
    const bare: CslFormatter = { ...numeric, citation: () => `[3](${url})` };
    const text = `[¹²](${url}) [12](${url}) [2021](${url}) [a¹](${url})\n`;
    assert.equal(updated(text, { formatter: raised }), text.replace('¹²', '³').replace('[12]', '[³]'));
    assert.equal(updated(text, { formatter: bare }), text.replace('¹²', '3').replace('[12]', '[3]'));
  });

  it('counts a post in a footnote where the footnote is referred to', () => {
    const text = `a[^1] b ${cite(1, queues)}\n\n[^1]: ${cite(2, caches)}\n\n`;
    assert.equal(
      updated(text + empty, { formatter: numeric }),
      `a[^1] b ${cite(2, queues)}\n\n[^1]: ${cite(1, caches)}\n\n${numbered(caches, queues)}`,
    );
  });

  it('edits nothing where it cannot number an entry', () => {
    const list = numbered(caches, queues);
    const text = `[@lee2020caches] ${cite(2, queues)} ${cite(5, caches)}\n\n${list}`;
    const { edits, faults } = update(text, { formatter: numeric, posts: [caches] });
    assert.deepEqual(edits, []);
    assert.deepEqual(
      faults.map(({ code, start, end }) => [code, text.slice(start, end)]),
      [['unknownEntry', '\\[2\\] Queues. <https://example.com/queues>']],
    );
  });
});

describe('updateBibliography in MDX', () => {
  const opening = '{/* bibliography */}';
  const closing = '{/* /bibliography */}';

  it('knows comments in braces, and writes entries that MDX reads', () => {
    const odd = makePost({ id: 'odd', title: 'Maps', url: 'https://example.com/a_{b}' });
    const text = `[@odd]\n\n${opening}\n${closing}\n`;
    const after = updated(text, { posts: [odd], dialect: 'mdx' });
    const link = '[https://example.com/a\\_\\{b\\}](https://example.com/a_{b})';
    assert.equal(after, `[@odd]\n\n${opening}\n\n*Maps*. ${link}\n\n${closing}\n`);
  });

  it('takes none from comments, code and the middle of a line', () => {
    for (const text of [
      `{/* a\n\n${opening}\n\n${closing.replace('*/}', '')}`,
      `\`\`\`\n${opening}\n${closing}\n\`\`\``,
      `\`${opening}\n${closing}\``,
      `a ${opening}\n${closing} b`,
    ]) {
      assert.deepEqual(
        update(`[@lee2020caches]\n\n${text}\n`, { dialect: 'mdx' }),
        { edits: [], faults: [] },
        text,
      );
    }
  });
});

describe('updateBibliography asking a style', () => {
  let asked = 0;
  const online: CslFormatter = {
    ...inText,
    bibliography: (posts, place) => {
      asked++;
      return posts.map(({ id, title, url }) => {
        const text = `${title} ${escapeText('of [Online]', { ...place, lineStart: false })} <${url}>`;
        return { id, text };
      });
    },
  };

  it('makes no references of brackets that stand in entries', () => {
    const text = (label: string) => `[@lee2020caches]\n\n[${label}]: https://example.org\n\n`;
    const entries = (brackets: string) => filled(`Caches of ${brackets} <https://example.com/caches>`);
    for (const [label, brackets] of [
      ['other', '[Online]'],
      ['online', '\\[Online\\]'],
      ['other', '[Online]'],
    ] as const) {
      assert.equal(updated(text(label) + empty, { formatter: online }), text(label) + entries(brackets));
    }
  });

  it('asks for entries only once while the posts stay the same', () => {
    const before = asked;
    updated(`[@poe2022streams]\n\n${empty}`, { formatter: online });
    updated(`Again [@poe2022streams]\n\n${empty}`, { formatter: online });
    assert.equal(asked, before + 1);
    updated(`[@poe2022streams; @roe2021queues]\n\n${empty}`, { formatter: online });
    updated(`[@poe2022streams]\n\n${empty}`, { formatter: online, posts: [{ ...streams }] });
    assert.equal(asked, before + 3);
  });
});

describe('citedPosts', () => {
  it('comes to notes where they are referred to, to those of notes too, and last to notes that nothing refers to', () => {
    const text =
      '[^3]: never [@doe2019talk]\n\na[^1] [@lee2020caches]\n\n[^2]: [@poe2022streams][^1]\n\n[^1]: see[^2] [@roe2021queues]\n';
    assert.deepEqual(
      citedPosts(new DocumentAnalysis(text, 'markdown'), knowing(all)).map(({ id }) => id),
      ['poe2022streams', 'roe2021queues', 'lee2020caches', 'doe2019talk'],
    );
  });
});
