import assert from 'node:assert/strict';
import { isTitleOf } from '../../../src/core/tools/isTitleOf';
import { makePost } from '../../fakes';

const post = makePost({ id: 'x', title: 'How NAT traversal works: a field guide' });

describe('a title told from memory', () => {
  it('is known by most of the words that tell something', () => {
    for (const text of [
      'How NAT traversal works: a field guide',
      'how nat traversal really works',
      'NAT Traversal — A Field Guide for Everyone',
      'how-nat-traversal-works',
    ])
      assert.ok(isTitleOf(text, post), text);
  });

  it('is not a text that shares a word, nor one of words that are everywhere', () => {
    for (const text of ['works', 'a guide', 'how it works', 'traversal of trees and graphs', 'NAT', ''])
      assert.ok(!isTitleOf(text, post), text);
  });

  it('may be a single word if that is all of it, in any script', () => {
    assert.ok(isTitleOf('caches', makePost({ id: 'x', title: 'Caches!' })));
    assert.ok(isTitleOf('分散合意の 仕組み 入門', makePost({ id: 'x', title: '分散合意の 仕組み' })));
    assert.ok(!isTitleOf('…', makePost({ id: 'x', title: '!!!' })));
  });
});
