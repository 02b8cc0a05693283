import assert from 'node:assert/strict';
import type { SourceResult } from '../../../src/core/sources';
import { resultLine } from '../../../src/core/sources/resultLine';
import { newState } from '../../../src/core/sources/state';

describe('the line of a reading in the log', () => {
  const source = {
    kind: 'feed',
    location: 'https://ann:pass@blog.example.com/s3cret/feed?token=t0ken#x',
  } as const;
  const line = (result: Partial<SourceResult>) =>
    resultLine({ source, outcome: 'unchanged', state: { ...newState, title: 'A Blog' }, ...result });

  it('says what came and how long it took', () => {
    const record = { title: 'A', author: [], keywords: [] };
    const entries = [
      { id: 'a', record },
      { id: 'b', record },
    ];
    const reading = { entries, isComplete: false } as unknown as NonNullable<SourceResult['reading']>;
    assert.equal(
      line({ outcome: 'changed', reading, took: 420 }),
      'A Blog (blog.example.com): 2 posts in 420 ms.',
    );
    assert.equal(line({ took: 12 }), 'A Blog (blog.example.com): nothing new in 12 ms.');
    assert.equal(line({ source: { ...source, name: 'Mine' } }), 'Mine (blog.example.com): nothing new.');
  });

  it('says why nothing came', () => {
    const failure = { code: 'timedOut', source: source.location, detail: 'blog.example.com' } as const;
    assert.equal(
      line({ outcome: 'failed', state: { ...newState, failures: 1, failure }, took: 30_000 }),
      'blog.example.com: not read after 30000 ms. blog.example.com takes too long to answer. Try again later.',
    );
  });

  it('tells of an address no more than the host, of a file all', () => {
    for (const result of [line({}), line({ state: newState })])
      assert.doesNotMatch(result, /pass|s3cret|t0ken/);
    const folder = { kind: 'folder', location: '~/blog\n2' } as const;
    assert.equal(line({ source: folder, state: newState }), '~/blog 2: nothing new.');
  });
});
