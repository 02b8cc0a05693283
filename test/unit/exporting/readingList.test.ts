import assert from 'node:assert/strict';
import { exporting } from '../../../src/core/exporting';
import { groupPosts } from '../../../src/core/grouping/grouping';
import type { Post } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';
import { cleanText } from '../../../src/core/text';
import { makePost } from '../../fakes';
import { hasPandoc, type Reading, readers, readWithPandoc } from '../citation/parsers';
import { corpora, corpusTitles, naughtyTitles, ordinaryTitles } from '../citation/titles';

const listOf = (posts: readonly Post[], title = 'Posts', sections?: { label: string; posts: Post[] }[]) =>
  runWhole(exporting({ posts, format: 'markdown', title, ...(sections && { sections }) })).text;

const url = 'https://example.com/a?b=1&c=2';
const lee = { family: 'Lee', given: 'Ann' };
const roe = { family: 'Roe', given: 'Bo' };

/** A text in every place of a list that a text can have. */
function listWith(text: string): string {
  const posts = [
    makePost({ id: 'a', title: text, url, author: [lee], issued: { year: 2022 } }),
    makePost({ id: 'b', title: text, issued: { year: 2020 } }),
    makePost({ id: 'c', title: 'Third', author: [{ literal: text }], containerTitle: text, url }),
  ];
  return listOf(posts, text, [
    { label: text, posts },
    { label: 'Other', posts: posts.slice(0, 1) },
  ]);
}

/** A harmless text that ends as the other, since full stops go by that. */
const standFor = (text: string) => `Standing in${/[.?!…。？！]["”»]*$/u.exec(text)?.[0] ?? ''}`;

function fault(text: string, reading: Reading, harmless: Reading): string | undefined {
  const put = (said: string) => said.replaceAll(standFor(text), () => text);
  // Whether a publication is emphasised goes by its name, and so does what is broken up so as not to be linked.
  const kinds = ({ other }: Reading) => other.filter(kind => !/^em/i.test(kind)).join(' ');
  const links = harmless.links.map(link => ({ ...link, text: put(link.text) }));
  if (reading.text !== put(harmless.text))
    return `${JSON.stringify(text)} as ${JSON.stringify(reading.text)}, not ${JSON.stringify(put(harmless.text))}`;
  if (JSON.stringify(reading.links) !== JSON.stringify(links))
    return `${JSON.stringify(text)} with links ${JSON.stringify(reading.links)}`;
  return kinds(reading) === kinds(harmless)
    ? undefined
    : `${JSON.stringify(text)} with ${kinds(reading)}, not ${kinds(harmless)}`;
}

describe('a reading list', function () {
  this.timeout(120_000);

  it('has the posts newest first, each a link with what is known of it', () => {
    const posts = [
      makePost({ id: 'a', title: 'Why?', url: 'https://example.com/why', containerTitle: 'Blog Inc.' }),
      makePost({ id: 'b', title: 'C*', url, author: [lee, roe], issued: { year: 2021, month: 3, day: 2 } }),
      makePost({
        id: 'c',
        title: 'No address',
        author: [lee],
        containerTitle: 'Blog',
        issued: { year: 2022 },
      }),
      makePost({ id: 'd', title: 'Only a title' }),
    ];
    assert.equal(
      listOf(posts, 'Caches'),
      `# Caches

- "No address." Ann Lee. *Blog*, 2022.
- [C*](https://example.com/a?b=1&c=2). Ann Lee and Bo Roe. March 2, 2021.
- "Only a title."
- [Why?](https://example.com/why) *Blog Inc.*
`,
    );
    assert.equal(listOf(posts, 'Caches'), listOf([...posts].reverse(), 'Caches'));
  });

  it('has a heading for each group that has posts', () => {
    const posts = [
      makePost({ id: 'a', title: 'A', keywords: ['c #', 'go'] }),
      makePost({ id: 'b', title: 'B', keywords: ['go'] }),
    ];
    const sections = [...groupPosts(posts, 'topic'), { label: 'none', posts: [] }].map(
      ({ label, posts }) => ({
        label,
        posts: [...posts],
      }),
    );
    assert.equal(
      listOf(posts, 'Posts', sections),
      '# Posts\n\n## go\n\n- "A."\n- "B."\n\n## c \\#\n\n- "A."\n',
    );
  });

  const texts = [...new Set([...ordinaryTitles, ...naughtyTitles].map(cleanText).filter(Boolean))];
  for (const [name, read] of Object.entries(readers)) {
    it(`says in ${name} exactly what the posts say`, () => {
      const faults = texts.flatMap(
        text => fault(text, read(listWith(text)), read(listWith(standFor(text)))) ?? [],
      );
      assert.deepEqual(faults, []);
    });
  }

  for (const from of ['markdown-smart', 'gfm'] as const) {
    const title = `says in Pandoc's ${from} exactly what the posts say`;
    (hasPandoc ? it : it.skip)(hasPandoc ? title : `${title} (no Pandoc here)`, () => {
      const harmless = texts.map(text => listWith(standFor(text)));
      const read = readWithPandoc([...texts.map(listWith), ...harmless], from);
      const faults = texts.flatMap((text, at) => fault(text, read[at]!, read[texts.length + at]!) ?? []);
      assert.deepEqual(faults, []);
    });
  }

  const title = 'says exactly what naughty strings and the examples of CommonMark say';
  (corpora ? it : it.skip)(corpora ? title : `${title} (they are not here)`, () => {
    const read = readers['commonmark.js']!;
    const faults = corpusTitles().flatMap(
      text => fault(text, read(listWith(text)), read(listWith(standFor(text)))) ?? [],
    );
    assert.deepEqual(faults, []);
  });
});
