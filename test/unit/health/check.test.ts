import assert from 'node:assert/strict';
import { type Dialect, DocumentAnalysis, KnownPosts } from '../../../src/core/document';
import { applyEdits } from '../../../src/core/document/textEdit';
import { type CheckOptions, check, findingText, fixText } from '../../../src/core/health';
import type { Post } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';

const consoleMe = makePost({
  id: 'castrapel2021consoleme',
  title: 'ConsoleMe: A Central Control Plane for AWS Permissions and Access',
  author: [
    { family: 'Castrapel', given: 'Curtis' },
    { family: 'Patel', given: 'Patrick' },
  ],
  issued: { year: 2021, month: 3 },
  containerTitle: 'Netflix Technology Blog',
  url: 'https://blog.example/consoleme',
});
const caches = makePost({
  id: 'lee2020caches',
  title: 'How We Keep Two Hundred Caches Warm',
  author: [{ family: 'Lee', given: 'Ann' }],
  issued: { year: 2020 },
  url: 'https://example.com/caches',
});
const note = makePost({
  id: 'note2019',
  title: 'We have been busy',
  provisional: ['title'],
  url: 'https://example.com/note',
});
const http = makePost({ id: 'old2001', title: 'Old', url: 'http://old.example/a' });

function knownPosts(posts: readonly Post[]): KnownPosts {
  const known = new KnownPosts();
  runWhole(known.setPosts(posts));
  return known;
}

const known = knownPosts([consoleMe, caches, note, http]);

const bibliography = (...keys: string[]) => ({
  entries: new Map(keys.map(id => [id, makePost({ id })])),
  isWhole: true,
});

const findings = (text: string, dialect: Dialect = 'markdown', options: CheckOptions = {}) =>
  check(new DocumentAnalysis(text, dialect), known, options);

/** Each finding as `code|what it marks`. */
const found = (text: string, dialect?: Dialect, options?: CheckOptions) =>
  findings(text, dialect, options).map(({ code, start, end }) => `${code}|${text.slice(start, end)}`);

/** The text after the first fix of the first finding. */
function fixed(text: string, dialect?: Dialect, options?: CheckOptions): string | undefined {
  const edits = findings(text, dialect, options)[0]?.fixes[0]?.edits;
  return edits && applyEdits(text, edits);
}

describe('check', () => {
  describe('keys', () => {
    it('finds those that no post has, and suggests near ones', () => {
      const text = 'As [see @castrapel2021consolme, p. 3; @lee2020caches] says.';
      assert.deepEqual(found(text), ['unknownKey|@castrapel2021consolme']);
      assert.equal(fixed(text), 'As [see @castrapel2021consoleme, p. 3; @lee2020caches] says.');
      assert.equal(fixed('[-@{lee2020cahces}]'), '[-@lee2020caches]');
      assert.equal(fixed('[@Lee2020Caches]'), '[@lee2020caches]');
      assert.deepEqual(found('[@lee2020caches] [@nobody]'), ['unknownKey|@nobody']);
      assert.deepEqual(found('[@roe2019pipelines] [@joe1999]'), ['unknownKey|@roe2019pipelines']);
      assert.equal(findings('[@lee2020caches] [@nobody]')[0]!.fixes.length, 0);
    });

    it('takes no other name or year for a slip', () => {
      const posts = ['xu_2010', 'cl', 'smith2019', 'castrapel2021consoleme'].map(id => makePost({ id }));
      const told = (text: string) =>
        check(new DocumentAnalysis(text, 'pandoc'), knownPosts(posts)).map(
          ({ detail, near, fixes }) => [detail, near, fixes[0]?.isPreferred] as const,
        );
      assert.deepEqual(
        told('[@Gu_2016; @mcol; @smith2018; @smiht2019; @castrapel2012consoleme; @casrtapel2021console]'),
        [
          ['Gu_2016', undefined, undefined],
          ['mcol', undefined, undefined],
          ['smith2018', 'smith2019', undefined],
          ['smiht2019', 'smith2019', true],
          ['castrapel2012consoleme', 'castrapel2021consoleme', undefined],
          ['casrtapel2021console', undefined, undefined],
        ],
      );
      assert.deepEqual(told('[@xu_2010] Thanks, [@mcol](https://forge.example/mcol)!'), []);
    });

    it('takes people, packages and decorators for no keys', () => {
      for (const text of [
        '@mention, thanks @lee2020cahces and (@joe)',
        '[@types/node] [@angular/core] and [npm i @scope/x]',
        'Thanks to [@joe] and [@jane].',
        '[#12 by @joe](https://x.example) [@joe](https://y.example)',
        '`[@lee2020cahces]` \\[@lee2020cahces] <!-- [@lee2020cahces] -->',
        '[mail @ lee2020] a@lee2020cahces.example',
      ]) {
        assert.deepEqual(found(text), [], text);
      }
    });

    it('finds those of a document that has no other, where they can be nothing else', () => {
      assert.deepEqual(found('So [@nope, p. 3] and [-@nil].'), ['unknownKey|@nope', 'unknownKey|-@nil']);
      assert.deepEqual(found('So [@nope].'), []);
      assert.deepEqual(found('As @nope [p. 3] and @nil [sic] and @no [1](#a) say.'), ['unknownKey|@nope']);
      assert.deepEqual(found('So [@nope].', 'pandoc'), ['unknownKey|@nope']);
      const text = '---\nbibliography: refs.bib\n---\nSo [@nope].';
      assert.deepEqual(found(text, 'markdown', { bibliography: bibliography() }), ['unknownKey|@nope']);
    });

    it('finds bare ones where Pandoc reads them, and no references to figures', () => {
      const text = 'As @lee2020caches and @nobody say, see @fig-plot, @tbl-x, @sec-y, @Eq-z and [@fig-a].';
      assert.deepEqual(found(text, 'pandoc'), ['unknownKey|@nobody']);
      assert.deepEqual(found(text), []);
    });

    it('takes the labels of numbered examples for no keys', () => {
      const text = '@lee2020caches\n\n(@good) An example.\n\nAs (@good) and (@bad) show.\n';
      assert.deepEqual(found(text, 'pandoc'), ['unknownKey|@bad']);
    });

    it('asks the bibliography that the document names', () => {
      const text = '---\nbibliography: refs.bib\n---\n[@lee2020caches; @knuth1984; @other]';
      assert.deepEqual(found(text, 'pandoc'), []);
      assert.deepEqual(found(text, 'pandoc', { bibliography: bibliography('knuth1984') }), [
        'missingInBibliography|@lee2020caches',
        'unknownKey|@other',
      ]);
      const own = text.replace('@lee2020caches; ', '');
      assert.equal(
        fixed(own.replace('@other', '@knuth1948'), 'pandoc', {
          bibliography: bibliography('knuth1984', 'other'),
        }),
        own.replace('@other', '@knuth1984'),
      );
    });
  });

  describe('labels', () => {
    it('finds references that nothing defines, where they can be no brackets of another kind', () => {
      assert.deepEqual(found('a[^1] b[^lee2020caches] [c][castrapel2021consoleme]'), [
        'undefinedLabel|[^1]',
        'undefinedLabel|[^lee2020caches]',
        'undefinedLabel|[c][castrapel2021consoleme]',
      ]);
      assert.deepEqual(found('[^a-z] [^/] [^word] [^0] [a][b] [^ 1]'), []);
      assert.deepEqual(found('a[^word] [^a-z]\n\nb[^c]\n\n[^c]: C'), ['undefinedLabel|[^word]']);
      assert.deepEqual(found('So it is.[^missing] No set: [a-z][^abc]+, a.[^abc]*'), [
        'undefinedLabel|[^missing]',
      ]);
    });

    it('defines those that have the key of a post', () => {
      assert.equal(
        fixed('a[^lee2020caches]\n'),
        'a[^lee2020caches]\n\n[^lee2020caches]: Ann Lee. "How We Keep Two Hundred Caches Warm." 2020. <https://example.com/caches>\n',
      );
      assert.equal(
        fixed('[a][lee2020caches]\n'),
        '[a][lee2020caches]\n\n[lee2020caches]: https://example.com/caches\n',
      );
    });

    it('puts a definition where nothing else takes it in', () => {
      const definition = '[lee2020caches]: https://example.com/caches';
      assert.equal(fixed('[a][lee2020caches]\n```\n'), `[a][lee2020caches]\n\n${definition}\n\n\`\`\`\n`);
      assert.equal(fixed('[a][lee2020caches]\n\n    '), `[a][lee2020caches]\n\n    \n${definition}\n`);
    });

    it('finds definitions that nothing uses, and takes them out with their lines', () => {
      assert.equal(fixed('a\n\n[b]: /b\n\nc\n'), 'a\n\nc\n');
      assert.equal(fixed('a\r\n\r\n[^b]: B\r\n\r\n    more\r\n'), 'a\r\n\r\n');
      assert.equal(fixed('[c]\n\n[b]: /b\n[c]: /c'), '[c]\n\n[c]: /c');
      assert.equal(fixed('> [b]: /b\n> c\n'), '> c\n');
      assert.equal(fixed('- [b]: /b\n- c\n'), '- \n- c\n');
      assert.deepEqual(found('[//]: # (a comment)\n[comment]: <> (b)\n[_]: #\n'), []);
      assert.deepEqual(found('[//]: # (a comment)\n\n[//]: # (b)\n\n[//]: #\n'), []);
      assert.deepEqual(
        found('![a][b] [c][] [d] [![e][f]][g]\n\n[b]: /\n[c]: /\n[d]: /\n[f]: /\n[g]: /\n'),
        [],
      );
    });

    it('finds definitions of a label that has one', () => {
      const text = '[b] [^n]\n\n[b]: /b\n[B]: /c\n\n[^n]: N\n\n[^n]: M\n';
      assert.deepEqual(found(text), ['duplicateDefinition|[B]: /c', 'duplicateDefinition|[^n]: M']);
      const [first] = findings(text);
      assert.equal(text.slice(first!.related!.start, first!.related!.end), 'b');
      assert.equal(first!.fixes[0]!.isPreferred, undefined);
      assert.equal(findings('[b]\n\n[b]: /b\n\n[b]: /b')[0]!.fixes[0]!.isPreferred, true);
    });
  });

  describe('addresses', () => {
    it('finds those that track, and those that are http without need', () => {
      assert.deepEqual(found('[a](https://example.com/caches?utm_source=x) [b](http://example.com/caches)'), [
        'trackerAddress|https://example.com/caches?utm_source=x',
        'plainHttp|http://example.com/caches',
      ]);
      assert.deepEqual(found('[a](http://old.example/a) [b](https://other.example/?utm_source=x)'), []);
      assert.deepEqual(found('[a](https://example.com/caches#:~:text=warm)'), []);
      assert.deepEqual(found('see www.example.com/caches, How We Keep Two Hundred Caches Warm'), []);
    });

    it('puts the own address of the post there, with the fragment', () => {
      const own = 'https://example.com/caches';
      assert.equal(fixed('[a](<http://www.example.com/caches/?utm_medium=b#c> "t")'), `[a](${own}#c "t")`);
      assert.equal(
        fixed('[a]\n\n[a]: http://example.com/caches#:~:text=b\n'),
        `[a]\n\n[a]: ${own}#:~:text=b\n`,
      );
      assert.equal(fixed("<a href='http://example.com/caches?fbclid=1'>b</a>"), `<a href='${own}'>b</a>`);
      assert.equal(fixed(`${caches.title} <http://example.com/caches>.`), `${caches.title} <${own}>.`);
    });

    it('sends nobody to another place in the post, nor back to http', () => {
      const at = 'https://example.com/guide#start';
      const posts = knownPosts([
        makePost({ id: 'a', title: 'Guide', url: at }),
        makePost({ id: 'b', title: 'Old', url: 'http://old.example/a' }),
      ]);
      const told = (text: string) =>
        check(new DocumentAnalysis(text, 'markdown'), posts).map(({ detail }) => detail);
      assert.deepEqual(
        told(
          `[a](${at}) [b](http://example.com/guide#end) [c](https://example.com/guide/?utm_source=x) [d](https://example.com/guide/)`,
        ),
        ['https://example.com/guide#end', 'https://example.com/guide', 'https://example.com/guide'],
      );
      assert.deepEqual(told('[a](http://old.example/a) [b](https://old.example/a)'), []);
    });

    it('finds one post under two addresses', () => {
      const text = '[a](https://example.com/caches) [b](https://www.example.com/caches/)';
      assert.deepEqual(found(text), ['twoAddresses|https://www.example.com/caches/']);
      assert.equal(fixed(text), '[a](https://example.com/caches) [b](https://example.com/caches)');
      assert.deepEqual(
        found('[a](https://www.example.com/caches/) [b](https://www.example.com/caches/#c)'),
        [],
      );
    });

    it('points from another address to the own one of the post, where that is cited', () => {
      const text =
        '[a](https://m.example.com/caches) [b](https://www.example.com/caches/) [c](https://example.com/caches)';
      const related = findings(text).map(finding => finding.related!.start);
      assert.deepEqual(related, Array(2).fill(text.lastIndexOf('https:')));
    });

    it('finds those that could be a citation, unless it is told what they are', () => {
      const text = 'See https://example.com/caches.\n';
      assert.deepEqual(found(text), ['bareAddress|https://example.com/caches']);
      assert.equal(fixed(text), 'See [How We Keep Two Hundred Caches Warm](https://example.com/caches).\n');
      assert.equal(fixed(text, 'markdown', { format: 'pandoc' }), 'See [@lee2020caches].\n');
      assert.equal(
        fixed('[^1]\n\n[^1]: <https://example.com/caches>\n', 'markdown', { format: 'footnote' }),
        '[^1]\n\n[^1]: [How We Keep Two Hundred Caches Warm](https://example.com/caches)\n',
      );
      assert.deepEqual(found('Lee, “How we keep two hundred caches warm”, <https://example.com/caches>'), []);
      assert.deepEqual(found('[^1]\n\n[^1]: See <https://example.com/caches> for more.'), []);
      assert.deepEqual(found('https://example.com/other <https://example.org>'), []);
    });

    it('cites in MDX so that it compiles', () => {
      const braces = makePost({ id: 'b', title: 'Using {braces} and <T>', url: 'https://b.example/a' });
      const text = 'See https://b.example/a.\n';
      const citing = (format: 'inlineLink' | 'footnote') =>
        applyEdits(
          text,
          check(new DocumentAnalysis(text, 'mdx'), knownPosts([braces]), { format })[0]!.fixes[0]!.edits,
        );
      for (const format of ['inlineLink', 'footnote'] as const) {
        assert.match(citing(format), /Using \\\{braces\\?\} and \\<T>/);
        assert.doesNotMatch(citing(format), /<https/);
      }
    });

    it('tells of one address one thing', () => {
      const own = 'https://example.com/caches';
      assert.deepEqual(found(`<${own}?utm_source=hn> ${own}`), [
        `trackerAddress|${own}?utm_source=hn`,
        `bareAddress|${own}`,
      ]);
      const severities = { trackerAddress: 'off', twoAddresses: 'off' } as const;
      assert.deepEqual(found(`<${own}?utm_source=hn>`, 'markdown', { severities }), [
        `bareAddress|<${own}?utm_source=hn>`,
      ]);
    });

    it('takes a link that shows its own address for an address', () => {
      const own = 'https://example.com/caches';
      assert.deepEqual(found(`[${own}](${own})`), [`bareAddress|[${own}](${own})`]);
      assert.equal(fixed(`See [${own}](${own}).`, 'mdx'), `See [${caches.title}](${own}).`);
      assert.deepEqual(found(`${caches.title}: [${own}](${own})`), []);
      assert.deepEqual(found(`[here](${own}) [https://other.example](${own})`), []);
    });
  });

  describe('texts of links', () => {
    const link = (text: string, url = consoleMe.url) => `See [${text}](${url}).`;

    it('finds a title with words that have changed', () => {
      const text = link('ConsoleMe: A Central *Control Panel* for AWS Permissions and Access');
      assert.deepEqual(found(text), [
        'contradictingText|ConsoleMe: A Central *Control Panel* for AWS Permissions and Access',
      ]);
      assert.equal(fixed(text), link(consoleMe.title));
      assert.deepEqual(found(link('How We Keep Three Hundred Caches Warm', caches.url)).length, 1);
    });

    it('finds another author of the same given name', () => {
      assert.equal(fixed(link('Ann Roe (2020)', caches.url)), link('Lee (2020)', caches.url));
      assert.deepEqual(found(link('Ann Lee (2020)', caches.url)), []);
      assert.deepEqual(found(link('Ann (2020)', caches.url)), []);
    });

    it('finds the title of another post, and one that goes over two lines', () => {
      assert.equal(fixed(link(caches.title)), link(consoleMe.title));
      assert.equal(
        fixed(link('How We Keep Three\nHundred Caches Warm', caches.url)),
        link(caches.title, caches.url),
      );
    });

    it('keeps the author and the year beside a title that has changed', () => {
      const text = link(
        'Castrapel & Patel (2021), ConsoleMe: A Central Control Panel for AWS Permissions and Access',
      );
      assert.equal(fixed(text), link(`Castrapel & Patel (2021), ${consoleMe.title}`));
      assert.equal(
        fixed(link('How We Keep Three Hundred Caches Warm (2020)', caches.url)),
        link(`${caches.title} (2020)`, caches.url),
      );
    });

    it('leaves words of the writer alone', () => {
      for (const text of [
        consoleMe.title,
        consoleMe.title.toUpperCase(),
        'ConsoleMe: A Central Control Plane for AWS',
        'A central control plane for AWS permissions',
        'the ConsoleMe post',
        'our post about a central control plane for AWS',
        'a central control panel for AWS permissions and access',
        'here',
        `Castrapel & Patel (2021), ${consoleMe.title}`,
        `${consoleMe.title} (2021)`,
        'Castrapel and Patel, 2021',
        'Castrapel et al. (2021)',
        'Netflix (2021)',
        'Summer 2019',
        'in 2019',
        '2019',
        'March, 2019',
        'ConsoleMe, first seen in May (2019)',
        '`x`',
        '![alt (2019)](i.png)',
      ]) {
        assert.deepEqual(found(link(text)), [], text);
      }
    });

    it('takes a few words, and others around those of the title, for the words of the writer', () => {
      const posts = [
        makePost({ id: 'a', title: 'Swift Configuration 1.0 released', url: 'https://swift.example/a' }),
        makePost({
          id: 'b',
          title: 'Introducing Swift Certificates and Swift ASN.1',
          url: 'https://swift.example/b',
        }),
      ];
      const text =
        '[Swift Configuration 1.0 announcement](https://swift.example/a) ' +
        '[Swift Certificates and ASN.1 libraries](https://swift.example/b)';
      assert.deepEqual(check(new DocumentAnalysis(text, 'markdown'), knownPosts(posts)), []);
    });

    it('finds another year and another author', () => {
      assert.deepEqual(found(link('Castrapel & Patel (2019)')), ['contradictingText|2019']);
      assert.equal(fixed(link('Castrapel, 2019')), link('Castrapel, 2021'));
      assert.equal(
        fixed('Castrapel ([2019](https://blog.example/consoleme))'),
        'Castrapel ([2021](https://blog.example/consoleme))',
      );
      assert.equal(fixed(link(`${consoleMe.title} (2020)`)), link(`${consoleMe.title} (2021)`));
      const behind = (year: number) => `[${caches.title}](${caches.url}) (${year}).`;
      assert.equal(fixed(behind(2019)), behind(2020));
      assert.deepEqual(found(behind(2020)), []);
      assert.deepEqual(found(`[our caches](${caches.url}) (2019)`), []);
      assert.deepEqual(found(link('Smith & Jones (2021)')), ['contradictingText|Smith & Jones']);
      assert.equal(fixed(link('Smith & Jones (2021)')), link('Castrapel & Patel (2021)'));
      assert.equal(fixed(link('Smith, 2020', caches.url)), link('Lee, 2020', caches.url));
    });
  });

  it('finds a provisional title where its post is first cited', () => {
    assert.deepEqual(found('[a](https://example.com/note) [@note2019]'), [
      'provisionalMetadata|[a](https://example.com/note)',
    ]);
  });

  it('gives each finding the severity that is set, and none of what is off', () => {
    const text = '[a](http://example.com/caches) https://blog.example/consoleme';
    const severities = { plainHttp: 'error', bareAddress: 'off' } as const;
    assert.deepEqual(
      findings(text).map(({ severity }) => severity),
      ['information', 'hint'],
    );
    assert.deepEqual(
      findings(text, 'markdown', { severities }).map(({ severity }) => severity),
      ['error'],
    );
  });

  it('says what to do about a key that no post has', () => {
    const texts = findings('[@lee2020caches] [@lee2020cahces] [@Lee2020Caches] [@nobody]').map(finding =>
      findingText(finding),
    );
    assert.deepEqual(texts, [
      'No post has the key “lee2020cahces”. Did you mean “lee2020caches”?',
      'No post has the key “Lee2020Caches”. Did you mean “lee2020caches”?',
      'No post has the key “nobody”. Correct it, or add the post to the library.',
    ]);
  });

  it('tells findings and fixes in a sentence, whatever the document holds', () => {
    const text =
      '[@lee2020cahces] [^1]\n\n[b]: /b\n[b]: /c\n\n[a](http://example.com/caches) [c](https://example.com/caches?fbclid=1) ' +
      'https://blog.example/consoleme [Smith (2019)](https://blog.example/consoleme) [n](https://example.com/note) ' +
      '[t](https://www.example.com/caches)';
    const all = findings(text);
    assert.deepEqual(new Set(all.map(({ code }) => code)).size, 10);
    for (const finding of all) {
      assert.match(findingText(finding), /^[^{}]+$/);
      const isFixed = finding.code !== 'provisionalMetadata' && finding.detail !== '1';
      assert.equal(finding.fixes.length > 0, isFixed, finding.code);
      for (const fix of finding.fixes) assert.match(fixText(fix), /^[^{}]+$/);
    }
    assert.equal(findingText({ ...all[0]!, detail: 'a\u202e\nb'.repeat(100) }).includes('\u202e'), false);
  });
});
