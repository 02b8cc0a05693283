import assert from 'node:assert/strict';
import { movedSource } from '../../../src/core/sources/movedSource';
import type { Source } from '../../../src/core/sources/source';
import { newState, type SourceState } from '../../../src/core/sources/state';

describe('a source that has moved for good', () => {
  const listing: Source = {
    kind: 'listing',
    location: 'https://a.example/archive',
    feed: 'https://a.example/feed',
    name: 'A',
  };
  const moved = (moves: Readonly<Record<string, string | undefined>>): SourceState => {
    const answers = Object.entries(moves).map(([from, to]) => [
      from,
      { since: 0, ...(to !== undefined && { movedTo: to }) },
    ]);
    return { ...newState, answers: Object.fromEntries(answers) };
  };

  it('is the same at its new addresses', () => {
    const [page, feed] = ['https://b.example/archive', 'https://b.example/feed'];
    assert.deepEqual(movedSource(listing, moved({ [listing.location]: page })), {
      ...listing,
      location: page,
    });
    assert.deepEqual(movedSource(listing, moved({ [listing.feed!]: feed, [listing.location]: undefined })), {
      ...listing,
      feed,
    });
    assert.deepEqual(movedSource(listing, moved({ [listing.feed!]: feed, [listing.location]: page })), {
      ...listing,
      location: page,
      feed,
    });
  });

  it('is none where nothing moved, or only what it is not read from any more', () => {
    assert.equal(movedSource(listing, newState), undefined);
    assert.equal(movedSource(listing, moved({ 'https://a.example/old': 'https://b.example/' })), undefined);
  });

  it('brings no password, and goes to no other kind of place', () => {
    const at = (to: string) => movedSource(listing, moved({ [listing.location]: to }));
    assert.equal(at('https://me:secret@b.example/')?.location, 'https://b.example/');
    assert.equal(at('file:///etc/passwd'), undefined);
  });
});
