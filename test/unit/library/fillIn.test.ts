import assert from 'node:assert/strict';
import { matchFacts, parseFacts, withFacts, withMissingFacts } from '../../../src/core/library/fillIn';
import { makePost } from '../../fakes';

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

  it('keeps the brackets, quotes and bars of titles and addresses', () => {
    const lines = {
      'Scaling Caches (Part 2)': { title: 'Scaling Caches (Part 2)' },
      '[Foo (bar)](https://example.com/foo)': { title: 'Foo (bar)', url: 'https://example.com/foo' },
      'Why "Go"': { title: 'Why "Go"' },
      'UI | UX design': { title: 'UI | UX design' },
      'UI | UX design | March 3, 2021': { title: 'UI | UX design', issued: { year: 2021, month: 3, day: 3 } },
      '[1] Foo': { title: '[1] Foo' },
      'https://example.com/a_(b)': { url: 'https://example.com/a_(b)' },
      '(see https://example.com/a).': { title: '(see', url: 'https://example.com/a' },
      '3. Third Time (https://example.com/3)': { title: 'Third Time', url: 'https://example.com/3' },
    };
    for (const [line, facts] of Object.entries(lines)) {
      assert.deepEqual(parseFacts(line), [facts], line);
    }
  });

  it('leaves what a post says alone where only missing facts are wanted', () => {
    const post = makePost({ id: 'a', title: 'Caches', issued: { year: 2020 } });
    const facts = { title: 'CACHES', issued: { year: 2021 }, url: 'https://example.com/a' };
    assert.deepEqual(withMissingFacts(post, facts), { ...post, url: 'https://example.com/a' });
    assert.equal(withMissingFacts({ ...post, provisional: ['title'] }, facts).title, 'CACHES');
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
