import assert from 'node:assert/strict';
import { Random } from '../../../bench/random';
import { updateBibliography } from '../../../src/core/bibliography';
import type { CslFormatter } from '../../../src/core/csl';
import { KnownPosts } from '../../../src/core/document';
import { applyEdits } from '../../../src/core/document/textEdit';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';
import { figure, soak } from '../../figure';
import { formatterOf } from '../csl/styles';
import { inText, numeric } from './fakeFormatter';

const families = ['Lee', 'Roe', 'Poe', 'Lee'];
const titles = ['Queues', 'Caches', 'On Queues', 'Queues and Caches', 'Why 2 \\[2\\] Queues?', '2020'];
/** By turns with an address and without, some of them told alike, one whose title is part of another's. */
const posts = Array.from({ length: 9 }, (_, at) => {
  const title = titles[at % titles.length]!;
  return makePost({
    id: `p${at}`,
    title: at < titles.length ? title : `${title} ${at}`,
    author: at === 8 ? [] : [{ family: families[at % families.length]!, given: 'Ann' }],
    ...(at !== 7 && { issued: { year: 2020 + (at % 2) } }),
    ...(at % 3 !== 1 && { url: `https://example.com/p${at}` }),
  });
});
const known = new KnownPosts();
runWhole(known.setPosts(posts));

const styles: readonly (readonly [name: string, formatter: CslFormatter])[] = [
  ['fake, numeric', numeric],
  ['fake, in text', inText],
  ...['apa', 'ieee', 'chicago-author-date', 'chicago-note-bibliography'].map(
    name => [name, formatterOf(name)] as const,
  ),
];

/** What people write of a post, in the text and in a list, with or without the numbers and addresses of a style. */
function document(random: Random, formatters: readonly CslFormatter[]): string {
  const number = () => random.integer(6);
  const post = () => random.pick(posts);
  const label = () => random.pick([`\\[${number()}\\] `, `[${number()}] `, `${number()}. `, '', '- ']);
  // A numeric style updates nothing where it cannot number what is cited.
  const hasUnknown = random.chance(0.3);
  const unknown = [
    () => `[@unknown${number()}]`,
    () => `[\\[${number()}\\]](https://example.com/unknown${number()})`,
  ];
  const cited: readonly (() => string)[] = [
    () => `[@${post().id}]`,
    ...(hasUnknown ? unknown : []),
    () => `\\[${number()}\\]`,
    () => `[\\[${number()}\\]](${post().url ?? 'https://example.com/unknown'})`,
    () =>
      `(${post().author[0]?.family ?? post().title}, ${2020 + random.integer(2)}${random.pick(['', 'a', 'b'])})`,
    () => `[${post().title}](${post().url ?? 'https://example.com/none'})`,
    () => random.pick(formatters).citation([{ post: post() }], random.pick([[], posts, posts.slice(3)])),
  ];
  const listed: readonly (() => string)[] = [
    () => `${label()}${post().title}. ‹…›`,
    () => `${label()}${post().title}.`,
    () => `${label()}Unknown. <https://example.com/unknown${number()}>`,
    () => `${label()}Poe (2021). ${post().title}. ${random.pick(['', '<https://example.com/p3>'])}`,
    () => `${label()}*${post().title}*.\n  More of it (2020)`,
    () => random.pick(random.pick(formatters).bibliography(posts.slice(random.integer(5)))).text,
    () => 'Just words.',
  ];
  const some = (of: readonly (() => string)[], most: number) =>
    Array.from({ length: random.integer(most) }, () => random.pick(of)());
  const eol = random.pick(['\n', '\r\n']);
  const block = ['<!-- bibliography -->', ...some(listed, 6), '<!-- /bibliography -->'];
  const text = some(cited, 7).map(citation => `Words ${citation} go on.`);
  const matter = random.chance(0.2) ? [`---\nnocite: '@${post().id}'\n---`] : [];
  return [...matter, ...text, ...block, ...some(cited, 2)].join('\n\n').replaceAll('\n', eol);
}

describe('A list of references', function () {
  this.timeout(soak ? 1_800_000 : 60_000);

  it('is the same after it was updated once and twice, whatever somebody has written into it', () => {
    const counts = new Map<string, number>();
    const faulty: string[] = [];
    for (const [name, formatter] of styles) {
      const random = new Random(7);
      const isFake = name.startsWith('fake');
      const rounds = (isFake ? 400 : 5) * (soak ? (isFake ? 60 : 6) : 1);
      let changed = 0;
      for (let round = 0; round < rounds; round++) {
        const text = document(random, isFake ? [numeric, inText] : [formatter]);
        const update = (before: string) => {
          const { edits } = updateBibliography(before, 'markdown', known, formatter);
          return applyEdits(before, edits);
        };
        const once = update(text);
        const twice = update(once);
        if (once !== text) changed++;
        if (twice !== once) faulty.push(`${name}:\n${text}\n=== once\n${once}\n=== twice\n${twice}`);
      }
      counts.set(name, changed);
    }
    assert.equal(faulty.length, 0, `${faulty.length}\n${faulty.slice(0, 3).join('\n\n########\n')}`);
    for (const [name, changed] of counts) assert.ok(changed > 0, name);
    figure('lists updated twice', [...counts].map(([name, count]) => `${name} ${count}`).join(', '));
  });

  const list = (...entries: string[]) =>
    `\n\n<!-- bibliography -->\n\n${entries.map(one => `${one}\n\n`).join('')}<!-- /bibliography -->\n`;

  it('takes an entry for its own whose address is made of a DOI, beside keys that no post has', () => {
    const shops = makePost({
      id: 'huff1963',
      title: 'Shops',
      issued: { year: 1963 },
      extra: { DOI: '10/b69ptc' },
    });
    const library = new KnownPosts();
    runWhole(library.setPosts([shops]));
    const stranger = 'Roe, A. (1999). Streams. <https://doi.org/10/other>';
    for (const [name, formatter] of styles.slice(2)) {
      const kept = formatter.kind === 'numeric' ? [] : [stranger];
      const update = (before: string) =>
        applyEdits(before, updateBibliography(before, 'markdown', library, formatter).edits);
      const once = update(`[@huff1963] [@nobody]${list(...kept)}`);
      assert.equal(once.match(/Shops/g)?.length, 1, name);
      assert.equal(update(once), once, name);
      for (const entry of kept) assert.ok(once.includes(entry), name);
    }
  });

  const updated = (text: string) => updateBibliography(text, 'markdown', known, numeric);

  it('takes an entry for that of the post whose whole title it has', () => {
    const { edits } = updated(`\\[1\\]${list('\\[1\\] Caches 7.')}`);
    assert.deepEqual(edits, []);
  });

  it('numbers what is cited by its address or key, or listed by nocite, as without numbers that link to nothing', () => {
    const text = `\\[2\\] [2020](https://example.com/p5) [@p1]${list()}`;
    const once = applyEdits(text, updated(text).edits);
    assert.match(once, /^\\\[2\\\] .*\\\[1\\\] 2020\.[^\n]*\n\n\\\[2\\\] Caches\.\n/s);
    const matter = `---\nnocite: '@p4'\n---\n\n\\[1\\]${list('\\[1\\] Caches.')}`;
    const listed = applyEdits(matter, updated(matter).edits);
    assert.match(listed, /\\\[1\\\] Caches\.\n\n\\\[2\\\] Why 2/);
  });

  it('is left alone where a number of no entry would be that of another', () => {
    const text = `\\[2\\] [2020](https://example.com/p5) \\[1\\]${list('\\[1\\] Caches.')}`;
    const { edits, faults } = updated(text);
    assert.deepEqual(edits, []);
    assert.deepEqual(
      faults.map(({ code, start }) => [code, start]),
      [['unknownNumber', 0]],
    );
  });
});
