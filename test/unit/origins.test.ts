import assert from 'node:assert/strict';
import { originsOf } from '../../src/core/sources/merging/origins';
import { makePost } from '../fakes';

describe('where a post comes from', () => {
  const ann = { family: 'Lee', given: 'Ann' };
  const post = makePost({
    id: 'a',
    title: 'Caches',
    author: [ann],
    issued: { year: 2021, month: 3 },
    containerTitle: 'Harbor',
    keywords: ['Go'],
    inferred: ['Go'],
  });
  const feed = { title: 'Caches', author: [], keywords: [], issued: { year: 2021, month: 3 } };
  const page = { title: 'Caches | Harbor', author: [ann], keywords: [], containerTitle: 'Harbor' };

  it('is each source with what the post says as it does', () => {
    assert.deepEqual(originsOf(post, [[feed], [page]]), {
      told: [
        ['title', 'issued'],
        ['author', 'containerTitle'],
      ],
      byHand: [],
    });
  });

  it('is by hand what no source says; topics that were worked out are nobody’s', () => {
    const edited = { ...post, title: 'Caches, revised', url: 'https://harbor.example/caches' };
    assert.deepEqual(originsOf(edited, [[feed], [page]]), {
      told: [['issued'], ['author', 'containerTitle']],
      byHand: ['title', 'url'],
    });
  });

  it('is any entry of a source that has the post twice', () => {
    assert.deepEqual(originsOf(post, [[feed, page]]).told, [['title', 'author', 'issued', 'containerTitle']]);
  });

  it('is nothing of a source whose word is lost', () => {
    assert.deepEqual(originsOf(post, [[]]).told, [[]]);
  });
});
