import assert from 'node:assert/strict';
import { matchFacts, parseFacts, withFacts } from '../../src/core/fillIn';
import { makePost } from '../fakes';

describe('filling in facts', () => {
  it('reads titles, addresses and dates from pasted lines', () => {
    const text = [
      'https://example.com/scaling-caches-1a2b3c4d5e6f?utm_source=x',
      '- [Scaling Queues](https://example.com/queues)',
      'How We Test\t2021-03-01\thttps://example.com/test',
      'Only a Title',
      '',
      '   ',
    ].join('\n');
    assert.deepEqual(parseFacts(text), [
      { url: 'https://example.com/scaling-caches-1a2b3c4d5e6f' },
      { title: 'Scaling Queues', url: 'https://example.com/queues' },
      { title: 'How We Test', url: 'https://example.com/test', issued: { year: 2021, month: 3, day: 1 } },
      { title: 'Only a Title' },
    ]);
  });

  it('joins each line with the post it is about, whatever the order', () => {
    const caches = makePost({
      id: 'caches',
      title: 'This post tells',
      abstract: 'How caches are scaled across regions.',
    });
    const queues = makePost({ id: 'queues', title: 'Our team', abstract: 'Moving work into queues.' });
    const facts = parseFacts(
      'https://example.com/moving-work-to-queues\nScaling Caches Across Regions\nGardening',
    );
    const pairs = matchFacts([caches, queues], facts).map(({ post, facts }) => [
      post.id,
      facts.title ?? facts.url,
    ]);
    assert.deepEqual(
      new Map(pairs as [string, string][]),
      new Map([
        ['caches', 'Scaling Caches Across Regions'],
        ['queues', 'https://example.com/moving-work-to-queues'],
      ]),
    );
  });

  it('takes a title as no longer made up, and keeps what is not told', () => {
    const post = makePost({ id: 'a', provisional: ['title'], url: 'https://example.com/a' });
    assert.deepEqual(
      withFacts(post, { title: 'Real' }),
      makePost({ id: 'a', title: 'Real', url: 'https://example.com/a' }),
    );
    assert.deepEqual(withFacts(post, { issued: { year: 2020 } }).provisional, ['title']);
  });
});
