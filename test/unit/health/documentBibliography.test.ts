import assert from 'node:assert/strict';
import { type Dialect, DocumentAnalysis, KnownPosts } from '../../../src/core/document';
import { type CheckOptions, check, findingText } from '../../../src/core/health';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';

const caches = makePost({
  id: 'lee2020caches',
  title: 'How We Keep Our Caches Warm',
  url: 'https://example.com/caches',
});
const spaces = makePost({ id: 'key with space', title: 'Odd' });
const braces = makePost({ id: 'a}b', title: 'Odder' });
const figure = makePost({ id: 'fig-plot', title: 'Plot' });
const known = new KnownPosts();
runWhole(known.setPosts([caches, spaces, braces, figure]));

const findings = (text: string, options: CheckOptions = {}, dialect: Dialect = 'markdown') =>
  check(new DocumentAnalysis(text, dialect), known, options);
const found = (...request: Parameters<typeof findings>) =>
  findings(...request).map(({ code, start, end }) => `${code}|${request[0].slice(start, end)}`);

const entry = (title: string, url?: string) => ({
  entries: new Map([['lee2020caches', makePost({ id: 'lee2020caches', title, ...(url && { url }) })]]),
  isWhole: true,
});

describe('the check against the own bibliography of a document', () => {
  it('tells once of a key by which it has another post', () => {
    const text = '[@lee2020caches] [@lee2020caches]';
    const other = { bibliography: entry('On Something Else', 'https://else.example/') };
    const [finding, ...more] = findings(text, other);
    assert.deepEqual([finding?.code, finding?.start, more], ['otherPostInBibliography', 1, []]);
    assert.match(findingText(finding!), /“On Something Else” by the key “lee2020caches”, .* another key\.$/);
    for (const same of [
      entry('Renamed', 'http://www.example.com/caches/'),
      entry('How we keep our caches warm: a story', 'https://doi.org/10.1/x'),
      entry('HOW WE KEEP OUR CACHES WARM'),
    ]) {
      assert.deepEqual(found(text, { bibliography: same }), []);
    }
    assert.deepEqual(found('[a](https://example.com/caches)', other), []);
  });

  it('calls no key unknown while a part of it was not read', () => {
    const text = '[@lee2020caches; @R-base]';
    const bibliography = entry('How We Keep Our Caches Warm');
    assert.deepEqual(found(text, { bibliography }), ['unknownKey|@R-base']);
    assert.deepEqual(found(text, { bibliography: { ...bibliography, untitled: new Set(['R-base']) } }), []);
    assert.deepEqual(found(text, { bibliography: { ...bibliography, isWhole: false } }), []);
  });
});

describe('the check for posts that the own bibliography of a document lacks', () => {
  const bibliography = { entries: new Map(), isWhole: true };
  const text = '[@lee2020caches] [@lee2020caches] [@{key with space}] <https://example.com/caches>';

  it('tells once of a key that it lacks, and how to add it', () => {
    const [finding, ...more] = findings(text, { bibliography });
    assert.deepEqual([finding?.code, finding?.start, finding?.post], ['missingInBibliography', 1, caches]);
    assert.deepEqual(
      more.map(({ code }) => code),
      ['unreadableKey', 'bareAddress'],
    );
    assert.match(findingText(finding!), /lacks “lee2020caches”.* byline bibliography --write\.$/);
  });

  it('takes no figure of Quarto for a post', () => {
    assert.deepEqual(found('@fig-plot', { bibliography }, 'pandoc'), []);
  });

  it('tells of none where there is no bibliography, where it has the key, or was not read whole', () => {
    const codes = (options: CheckOptions) => new Set(findings(text, options).map(({ code }) => code));
    for (const options of [
      {},
      { bibliography: entry(caches.title) },
      { bibliography: { ...bibliography, isWhole: false } },
      { bibliography: { ...bibliography, untitled: new Set(['lee2020caches']) } },
    ]) {
      assert.ok(!codes(options).has('missingInBibliography'));
    }
  });
});

describe('the check of keys', () => {
  it('tells of keys of posts that Pandoc does not read', () => {
    const text = 'a [@{key with space}] `@{key with space}` @{a}b} @{no such key}\n\n    @{key with space}\n';
    assert.deepEqual(found(text), ['unreadableKey|@{key with space}']);
    assert.deepEqual(found(text, {}, 'mdx'), []);
  });

  it('knows a bare key with a page behind it for a citation in any Markdown', () => {
    assert.deepEqual(found('As @nope [p. 3] and @nil [sic] and @no [1](#a) say.'), ['unknownKey|@nope']);
  });
});

describe('the check of lists of references', () => {
  const list = (...entries: string[]) =>
    `<!-- bibliography -->\n\n${entries.map(one => `${one}\n\n`).join('')}<!-- /bibliography -->\n`;
  const right = `[@lee2020caches]\n\n${list('Lee. *How We Keep Our Caches Warm*. <https://example.com/caches>', 'Anything.')}`;

  it('finds those that lack a post or have one too many', () => {
    assert.deepEqual(found(right), []);
    assert.deepEqual(found(right.replace('[@lee2020caches]', 'Text')), [
      'staleBibliography|<https://example.com/caches>',
    ]);
    assert.deepEqual(found(`[@lee2020caches]\n\n${list()}`), ['staleBibliography|<!-- bibliography -->']);
    assert.deepEqual(found(`---\nnocite: "@lee2020caches"\n---\n${right.slice(right.indexOf('<'))}`), []);
    assert.deepEqual(found(right.replace('[@lee2020caches]', ''), { stale: [] }), []);
  });

  it('says which marker to write, in Markdown and in MDX', () => {
    const said = (text: string, dialect: Dialect) => findings(text, {}, dialect).map(one => findingText(one));
    assert.match(
      said('<!-- bibliography -->\n\nLee.\n', 'markdown')[0]!,
      / Write <!-- \/bibliography --> on a line/,
    );
    assert.match(
      said('{/* bibliography */}\n\nLee.\n', 'mdx')[0]!,
      / Write \{\/\* \/bibliography \*\/\} on a line/,
    );
    assert.match(said('{/* /bibliography */}\n', 'mdx')[0]!, / Write \{\/\* bibliography \*\/\} on a line/);
    assert.deepEqual(found('<!-- byline-ignore -->\n\n<!-- bibliography -->\n'), []);
  });

  it('takes time that grows with the document only', () => {
    const hostile = ['@{', '@{key with space}', right];
    const time = (count: number) => {
      const start = performance.now();
      for (const piece of hostile) findings(piece.repeat(count));
      return performance.now() - start;
    };
    time(100);
    const [small, large] = [time(200), time(1600)];
    assert.ok(large < 24 * small + 500, `${small} ms for 200, ${large} ms for 1,600`);
  }).timeout(20_000);
});
