import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseCslJson } from '../../../src/core/formats/cslJson';
import { addRecords } from '../../../src/core/library/library';
import { readLibrary } from '../../../src/core/library/libraryFile';
import { withoutSample } from '../../../src/core/library/withoutSample';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';

describe('taking the sample posts out again', () => {
  const text = readFileSync(`${__dirname}/../../../media/sample-library.json`, 'utf8');
  const sample = parseCslJson(text, 'sample').posts;
  const own = [
    makePost({ id: 'ajmani2014go', title: 'A post of mine under that key' }),
    makePost({ id: 'mine', title: 'Another one', url: 'https://example.com/mine' }),
  ];
  const { posts } = addRecords(own, sample);

  it('leaves what was there before, whatever keys the sample got', () => {
    assert.equal(posts.length, own.length + sample.length);
    assert.deepEqual(runWhole(withoutSample(posts, sample)), own);
  });

  it('knows them as a library file gives them back', () => {
    assert.deepEqual(
      runWhole(withoutSample(readLibrary(new TextEncoder().encode(text), 'posts.json').posts, sample)),
      [],
    );
  });

  it('leaves those that were changed since, or that a source tells', () => {
    const [changed, told, retopiced] = posts.slice(own.length);
    const mine = [
      { ...changed!, title: `${changed!.title}!` },
      { ...told!, sources: ['https://example.com/feed'] },
    ];
    const all = [...mine, { ...retopiced!, keywords: ['mine'] }, ...posts.slice(own.length + 3)];
    assert.deepEqual(runWhole(withoutSample(all, sample)), mine);
  });

  it('takes a step for each post', () => {
    let steps = 0;
    for (const _ of withoutSample(posts, sample)) steps++;
    assert.equal(steps, posts.length);
  });
});
