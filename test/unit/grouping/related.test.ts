import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCslJson } from '../../../src/core/formats/cslJson';
import { groupPosts } from '../../../src/core/grouping/grouping';
import { type AuthorsAndTopics, type Related, relating } from '../../../src/core/grouping/related';
import type { Post } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';
import { superlinear } from '../../growth';

const grouped = (posts: readonly Post[]): AuthorsAndTopics => ({
  authors: groupPosts(posts, 'author'),
  topics: groupPosts(posts, 'topic'),
  count: posts.length,
});
const relatedPosts = (...given: Parameters<typeof relating>) => runWhole(relating(...given));
const ids = (related: readonly Related[]) => related.map(({ post }) => post.id);

describe('related posts of the sample library', () => {
  const file = join(__dirname, '../../../media/sample-library.json');
  const posts = parseCslJson(readFileSync(file, 'utf8'), file).posts as Post[];

  /** Written down from the topics and dates before the function was: posts in one line in this order. */
  const expected: Readonly<Record<string, string>> = {
    abramov2020introducing: 'hicks2019server armyanova2018faster verwaest2023maglev',
    ajmani2014go: 'griesemer2022introduction',
    anderson2020nat: 'querel2023achieve',
    armyanova2018faster: 'verwaest2023maglev abramov2020introducing pacheco2012profiling mondello2025swift',
    brandall2021words: 'lane2021day',
    brenner2021remote: 'motion2021netflix rajendraninterview',
    castrapel2021consoleme: 'clark2019standardizing kammel2023confidential',
    clark2019standardizing: 'liu2025ai castrapel2021consoleme kammel2023confidential',
    griesemer2022introduction: 'valim2022future ajmani2014go',
    hicks2019server: 'abramov2020introducing',
    kammel2023confidential: 'castrapel2021consoleme clark2019standardizing',
    lane2021day: 'brandall2021words rajendraninterview',
    liu2025ai: 'querel2023achieve clark2019standardizing',
    maurer2021partitioning: '',
    mondello2025swift: 'verwaest2023maglev armyanova2018faster pacheco2012profiling',
    motion2021netflix: 'brenner2021remote rajendraninterview',
    pacheco2012profiling: 'armyanova2018faster verwaest2023maglev mondello2025swift',
    querel2023achieve: 'liu2025ai anderson2020nat',
    sheerin2018grpc: 'srinivasan2021data',
    srinivasan2021data: 'sheerin2018grpc rajendraninterview',
    tomlin2021scaling: '',
    valim2022future: 'griesemer2022introduction',
    verwaest2023maglev:
      'armyanova2018faster vries2025stabilizing abramov2020introducing mondello2025swift pacheco2012profiling',
    vries2025stabilizing: 'verwaest2023maglev',
  };
  for (const [id, related] of Object.entries(expected)) {
    it(`are those that one would name for ${id}`, () => {
      const post = posts.find(each => each.id === id)!;
      assert.equal(ids(relatedPosts(post, grouped(posts))).join(' '), related);
    });
  }
});

describe('related posts', () => {
  const ann = { family: 'Lee', given: 'Ann' };
  const bo = { family: 'Roe', given: 'Bo' };
  const post = makePost({ id: 'it', author: [ann, bo], keywords: ['Go', 'caches'], issued: { year: 2020 } });
  const byAnn = makePost({ id: 'byAnn', author: [{ family: 'LEE', given: 'ann' }] });
  const onGo = makePost({ id: 'onGo', keywords: ['go'] });
  const onBoth = makePost({ id: 'onBoth', author: [bo], keywords: ['caches'] });
  const other = makePost({ id: 'other', author: [{ literal: 'Lee' }], keywords: ['Gopher'] });
  const posts = [post, byAnn, onGo, onBoth, other];

  it('name what they share, and an author counts more than a topic', () => {
    assert.deepEqual(
      relatedPosts(post, grouped(posts)).map(({ post: { id }, ...shared }) => [id, shared]),
      [
        ['onBoth', { authors: ['Bo Roe'], topics: ['caches'] }],
        ['byAnn', { authors: ['Ann Lee'], topics: [] }],
        ['onGo', { authors: [], topics: ['Go'] }],
      ],
    );
  });

  it('are as many as wanted, the nearest in time where nothing else tells', () => {
    const weekly = [2015, 2019, 2021, 2018].map(year =>
      makePost({ id: `in${year}`, author: [ann], issued: { year } }),
    );
    const undated = makePost({ id: 'undated', author: [ann] });
    const all = grouped([post, undated, ...weekly]);
    assert.deepEqual(ids(relatedPosts(post, all, 3)), ['in2021', 'in2019', 'in2018']);
    assert.deepEqual(ids(relatedPosts(post, all)).slice(3), ['in2015', 'undated']);
  });

  it('of what very many posts have are found among those that appeared about then', () => {
    const monthly = Array.from({ length: 12_000 }, (_, at) =>
      makePost({
        id: `${at}`,
        keywords: ['Go', at % 100 === 0 ? 'caches' : 'Lua'],
        issued: { year: 1000 + Math.floor(at / 12), month: 1 + (at % 12) },
      }),
    );
    const all = grouped(monthly);
    assert.deepEqual(ids(relatedPosts(monthly[6000]!, all, 4)), ['6100', '5900', '6200', '5800']);
    assert.deepEqual(ids(relatedPosts(monthly.at(-1)!, all, 2)), ['11998', '11997']);
    const steps = [...relating(monthly[6001]!, all)];
    assert.ok(steps.length < 20, `${steps.length} steps`);
  });

  it('are none of a post without author and topic, or one that is not among them', () => {
    assert.deepEqual(relatedPosts(other, grouped(posts)), []);
    assert.deepEqual(relatedPosts({ ...post }, grouped(posts)), []);
    const bare = makePost({ id: 'bare' });
    assert.deepEqual(relatedPosts(bare, grouped([bare, makePost({ id: 'bare2' })])), []);
  });

  it('are found though a post names very many topics', () => {
    const keywords = Array.from({ length: 5000 }, (_, at) => `topic ${at}`);
    const [a, b] = ['a', 'b'].map(id => makePost({ id, keywords, author: [ann] }));
    assert.deepEqual(ids(relatedPosts(a!, grouped([a!, b!, byAnn]))), ['b', 'byAnn']);
  });

  it('are found in a time that grows with the posts, and in small steps', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        makePost({
          id: `${at}`,
          author: [ann],
          keywords: ['Go', `t${at % 7}`],
          issued: { year: 2000 + (at % 20) },
        }),
      );
    const work = (_: unknown, size: number) => {
      const all = many(size);
      const groups = grouped(all);
      return () => relatedPosts(all[7]!, groups);
    };
    assert.deepEqual(superlinear({ 'posts of one author': undefined }, work, [2000, 10_000]), []);
    const all = many(10_000);
    const steps = [...relating(all[7]!, grouped(all))];
    assert.ok(steps.length > 10, `${steps.length} steps`);
    assert.equal(runWhole(relating(all[7]!, grouped(all))).length, 5);
  });
});
