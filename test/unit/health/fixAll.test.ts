import assert from 'node:assert/strict';
import { DocumentAnalysis, KnownPosts } from '../../../src/core/document';
import { applyEdits } from '../../../src/core/document/textEdit';
import { type CheckOptions, check, ignoring } from '../../../src/core/health';
import { fixAll, makingFixes } from '../../../src/core/health/fixAll';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';
import { inText } from '../bibliographyBlock/fakeFormatter';

const known = new KnownPosts();
runWhole(
  known.setPosts([
    makePost({ id: 'lee2020caches', title: 'On caches', url: 'https://example.com/caches' }),
    makePost({ id: 'roe2021queues', title: 'On queues', url: 'https://example.com/queues' }),
  ]),
);

function fixed(text: string, options: CheckOptions = {}): string {
  return applyEdits(text, fixAll(check(new DocumentAnalysis(text, 'markdown'), known, options)));
}

describe('all fixes at once', () => {
  it('are the best ones, each where it belongs, and leave nothing to fix', () => {
    const text =
      'a [a](http://example.com/caches) [b](https://example.com/queues?utm_source=x) [@roe2021queue]\n';
    const once = fixed(text);
    assert.equal(
      once,
      'a [a](https://example.com/caches) [b](https://example.com/queues) [@roe2021queues]\n',
    );
    assert.equal(fixed(once), once);
  });

  it('are made one in each step, and then are there at once', () => {
    let asked = 0;
    const citation: typeof inText.citation = (...request) => {
      asked++;
      return inText.citation(...request);
    };
    const text = 'https://example.com/caches\n\nhttps://example.com/queues\n';
    const options = { format: 'csl', csl: { ...inText, citation } } as const;
    const findings = check(new DocumentAnalysis(text, 'markdown'), known, options);
    const after: number[] = [];
    for (const _ of makingFixes(findings)) after.push(asked);
    assert.deepEqual(after, [1, 2]);
    assert.match(applyEdits(text, fixAll(findings)), /^\(\[On caches\].*\n\n\(\[On queues\]/);
    assert.equal(asked, 2);
  });

  it('add a definition once that several of them need', () => {
    const text = 'https://example.com/caches\n\nhttps://example.com/queues\n\nhttps://example.com/caches\n';
    const once = fixed(text, { format: 'footnote' });
    assert.equal(once.match(/^\[\^lee2020caches\]: /gm)?.length, 1);
    assert.equal(once.match(/^\[\^roe2021queues\]: /gm)?.length, 1);
    assert.match(once, /^\[\^lee2020caches\]\n\n\[\^roe2021queues\]\n\n\[\^lee2020caches\]\n/);
    assert.equal(fixed(once, { format: 'footnote' }), once);
  });
});

describe('the comment that ignores a finding', () => {
  it('does so in paragraphs, lists, quotes and their last lines', () => {
    for (const text of [
      'a [a](http://example.com/caches)',
      '- a\n- [a](http://example.com/caches)\n- b\n',
      '1. a\n   - b\n\n     [a](http://example.com/caches)\n',
      '> - [a](http://example.com/caches)\r\n',
    ]) {
      const analysis = new DocumentAnalysis(text, 'markdown');
      const [finding] = check(analysis, known);
      const edit = ignoring(analysis, finding!.start, finding!.code);
      const after = applyEdits(text, [edit!]);
      assert.deepEqual(check(new DocumentAnalysis(after, 'markdown'), known), [], after);
    }
  });
});
