import assert from 'node:assert/strict';
import { engineering } from '../../../bench/engineering';
import { generatePosts } from '../../../bench/generator';
import { makeQueries } from '../../../bench/queries';
import type { Post } from '../../../src/core/post';
import { buildSearch, createSearch, loadSearch, Search } from '../../../src/core/search';
import { reading } from '../../../src/core/search/reading';
import { words } from '../../../src/core/search/words';
import { runSliced } from '../../../src/core/sliced';

const posts = generatePosts(engineering, 600, 5);
const queries = makeQueries(posts, 4, 6).map(query => query.text);

function answers(search: Search): unknown {
  return queries.map(query => {
    const { hits, total } = search.search(query, { limit: 20 });
    return { total, hits: hits.map(({ post, score, matches }) => [post.id, score, matches]) };
  });
}

describe('a changed search', () => {
  const changed = posts.map(
    (post, at): Post => (at % 7 === 0 ? { ...post, title: `${post.title} Revisited` } : post),
  );

  it('answers like one built of the posts it has now', () => {
    const search = createSearch(posts.slice(0, 500));
    for (const post of changed.slice(0, 500)) if (!posts.includes(post)) search.add(post);
    for (const { id } of posts.slice(100, 200)) assert.equal(search.remove(id), true);
    for (const post of changed.slice(500)) search.add(post);
    assert.deepEqual(
      answers(search),
      answers(createSearch([...changed.slice(0, 100), ...changed.slice(200)])),
    );
  });

  it('forgets words that only removed posts had', () => {
    const [first, ...rest] = posts.map(post => ({ ...post, title: `${post.title} zebras` }));
    const search = createSearch([{ ...first!, title: 'Zebra' }, ...rest]);
    search.remove(first!.id);
    const scores = (of: Search) => of.search('zebra data').hits.map(hit => hit.score);
    assert.deepEqual(scores(search), scores(createSearch(rest)));
  });

  it('says false when the post to remove is not there', () => {
    assert.equal(createSearch(posts).remove('nobody'), false);
  });

  it('gives the same answers after compacting, with nothing wasted', async () => {
    const search = createSearch(posts);
    for (const { id } of posts.slice(0, 300)) search.remove(id);
    assert.equal(search.waste, 0.5);
    const before = answers(search);
    await search.compact();
    assert.equal(search.waste, 0);
    assert.deepEqual(answers(search), before);
  });

  it('keeps what comes while it compacts', async () => {
    const search = createSearch(posts.slice(1));
    search.remove(posts[1]!.id);
    let added = false;
    const pause = async () => {
      if (!added) search.add(posts[0]!);
      added = true;
    };
    await search.compact({ pause, slice: 0 });
    assert.deepEqual(answers(search), answers(createSearch(posts.filter((_, at) => at !== 1))));
  });
});

describe('a loaded search', () => {
  const bytes = createSearch(posts).serialize();
  const load = (of: readonly Post[], from = bytes) => loadSearch(from, of);

  it('answers like the one that was written', () => {
    assert.deepEqual(answers(load(posts)!), answers(createSearch(posts)));
  });

  it('fits the posts given, whatever became of those it was written with', () => {
    const now = posts.slice(50).reverse();
    now[3] = { ...now[3]!, author: [{ literal: 'Somebody Else' }] };
    now.push({ ...posts[0]!, id: 'new' });
    const search = load(now)!;
    assert.deepEqual(answers(search), answers(createSearch(now)));
    assert.equal(search.search('somebody else').hits[0]?.post.id, now[3].id);
  });

  it('fits posts that came, went, changed or moved here and there', () => {
    const came = (at: number): Post => ({ ...posts[at]!, id: `came${at}`, title: `Arrived ${at}` });
    const now = posts.flatMap((post, at) => {
      if (at % 37 === 0) return [];
      if (at % 41 === 0) return [{ ...post, title: `${post.title} Again` }];
      return at % 43 === 0 ? [came(at), came(at + 1), post] : at % 47 === 0 ? [came(at), post] : [post];
    });
    [now[20], now[300]] = [now[300]!, now[20]!];
    assert.deepEqual(answers(load(now)!), answers(createSearch(now)));
  });

  it('notices every changed character, however long the text and whatever its script', () => {
    const long = (text: string) => posts.slice(0, 20).map(post => ({ ...post, abstract: text.repeat(2000) }));
    for (const [text, changed] of [
      ['latency of queues ', 'latency of quests '],
      ['微服务的延迟 ', '微服务的延长 '],
    ] as const) {
      const before = createSearch(long(text)).serialize();
      const now = long(text);
      const at = 1111 * text.length;
      const { abstract } = now[7]!;
      now[7] = { ...now[7]!, abstract: abstract.slice(0, at) + changed + abstract.slice(at + text.length) };
      const found = load(now, before)!.search(words(changed).at(-1)!).hits;
      assert.deepEqual(
        found.map(hit => hit.post.id),
        [now[7]!.id],
      );
    }
  });

  it('can be written again, without what was removed', () => {
    const search = createSearch(posts);
    for (const { id } of posts.slice(0, 300)) search.remove(id);
    const smaller = search.serialize();
    assert.ok(smaller.length < 0.75 * bytes.length);
    assert.deepEqual(answers(load(posts.slice(300), smaller)!), answers(createSearch(posts.slice(300))));
  });

  it('is undefined when the bytes are cut, changed or something else', () => {
    const flipped = bytes.slice();
    flipped[bytes.length >> 1]! ^= 1;
    for (const bad of [
      new Uint8Array(),
      bytes.slice(0, -1),
      bytes.slice(0, 3),
      flipped,
      new Uint8Array(500),
    ]) {
      assert.equal(load(posts, bad), undefined);
    }
  });

  it('takes no changed byte for good, and throws at none', () => {
    const few = posts.slice(0, 10);
    const whole = createSearch(few).serialize();
    const checksumLength = whole.length - 8;
    for (let at = 0; at < whole.length; at++) {
      for (const bits of [1, 2, 0x80]) {
        const bad = whole.slice();
        bad[at]! ^= bits;
        const loaded = load(few, bad);
        if (at < checksumLength || at >= checksumLength + 4) assert.equal(loaded, undefined, `byte ${at}`);
      }
    }
    for (let length = 0; length < whole.length; length++) {
      assert.equal(load(few, whole.slice(0, length)), undefined, `${length} bytes`);
    }
  });

  it('knows each of several posts with one id by the last of them', () => {
    const first = { ...posts[0]!, title: 'Early zebras' };
    const last = { ...posts[0]!, title: 'Late zebras' };
    for (const written of [first, last]) {
      const { hits } = load([first, last], createSearch([written]).serialize())!.search('zebras');
      assert.deepEqual(
        hits.map(hit => hit.post),
        [last],
      );
    }
  });

  it('can lose long words of characters outside the basic plane', () => {
    const fulani = { ...posts[0]!, title: `a${'𞤀'.repeat(40)}` };
    const search = load([fulani], createSearch([fulani]).serialize())!;
    assert.equal(search.search(fulani.title).hits.length, 1);
    search.remove(fulani.id);
    const emptied = load([], search.serialize())!;
    assert.equal(emptied.search('a').total, 0);
  });

  it('decodes lists only when a query needs them', () => {
    const steps = reading(bytes, posts);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const frozen = step.value!.postings.frozen!;
    assert.equal(frozen.decoded, 0);
    const loaded = new Search(step.value!);
    loaded.search('data');
    assert.ok(frozen.decoded > 0 && frozen.decoded <= loaded.work.entries, `${frozen.decoded}`);
  });

  it('loads in small steps, a few posts or words each', () => {
    const count = (of: Iterable<void>) => [...of].length;
    assert.ok(count(reading(bytes, posts)) > posts.length / 16);
    const changed = posts.map((post, at) => (at % 50 === 0 ? { ...post, title: 'New' } : post));
    assert.ok(count(reading(bytes, changed)) > posts.length / 8);
  });

  it('can be of no posts', () => {
    const none = createSearch([]).serialize();
    assert.deepEqual(load([], none)!.search('data').hits, []);
    assert.equal(load(posts, none)!.search(posts[0]!.title).hits[0]?.post.title, posts[0]!.title);
    const search = load([], none)!;
    for (const post of [posts[0]!, posts[0]!]) search.add(post);
    assert.equal(search.search(posts[0]!.title).total, 1);
  });
});

describe('building in slices', () => {
  it('gives the same search as building at once', async () => {
    assert.deepEqual(answers(await buildSearch(posts)), answers(createSearch(posts)));
  });

  it('can pause after every single post', async () => {
    let pauses = 0;
    const pause = async () => {
      pauses++;
    };
    await buildSearch(posts, { pause, slice: 0 });
    assert.equal(pauses, posts.length);
  });

  it('stops when told to', async () => {
    const stop = new AbortController();
    const pause = async () => stop.abort(new Error('enough'));
    await assert.rejects(buildSearch(posts, { pause, slice: 0, signal: stop.signal }), /enough/);
  });

  it('pauses only when the slice is used up', async () => {
    let pauses = 0;
    function* steps() {
      for (let i = 0; i < 100; i++) yield;
    }
    await runSliced(steps(), { slice: 60_000, pause: async () => void pauses++ });
    assert.equal(pauses, 0);
  });
});
