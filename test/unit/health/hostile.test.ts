import assert from 'node:assert/strict';
import { DocumentAnalysis, KnownPosts } from '../../../src/core/document';
import { check, checking } from '../../../src/core/health';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';
import { superlinear } from '../../growth';

const known = new KnownPosts();
runWhole(
  known.setPosts(
    Array.from({ length: 300 }, (_, at) =>
      makePost({
        id: `lee2020caches${at}`,
        title: 'How We Keep Two Hundred Caches Warm',
        url: `https://e.example/${at || ''}`,
      }),
    ),
  ),
);

const parts = [
  '[@lee2020cachs] ',
  '[@a; ',
  '@lee2020caches1 ',
  '[^1] ',
  '[^lee2020caches1] ',
  '[a][lee2020caches1] ',
  '[^a]: b\n\n',
  '[a]: b\n',
  '[//]: # (a)\n\n',
  'https://e.example/1 ',
  '<http://e.example/1?fbclid=1> ',
  '[How We Keep Three Hundred Caches Warm](https://e.example/1) ',
  '[Smith (2019)](https://e.example/1) ',
  `[${'A '.repeat(100)}(2019](https://e.example/1) `,
  `[${'aa'.repeat(50)}, 2019](https://e.example/1) `,
  `[a](https://e.example/1) (${'A '.repeat(60)}2019) by A `,
  `${'A. & '.repeat(20)}(2019) [How We Keep Two Hundred Caches Warm: A: b](https://e.example/1), 2019. `,
  `\n- ${'A, '.repeat(20)}“A”, 2019, https://e.example/1`,
  '<!-- byline-ignore -->',
  '<!-- byline-ignore -->\n\n',
  '(@a) ',
  '\n(@a) ',
  '> - [^1]\n',
];

describe('check of hostile documents', () => {
  it('takes time that grows with their length only', () => {
    const work = (part: string, length: number) => {
      const text = `${part.repeat(length / part.length)}x\n\n[@lee2020caches1] [^n]\n\n[^n]: N\n`;
      return () => check(new DocumentAnalysis(text, 'pandoc'), known);
    };
    const named = Object.fromEntries(parts.map(part => [part, part]));
    assert.deepEqual(superlinear(named, work, [4000, 32_000]), []);
  }).timeout(120_000);

  it('compares keys that no post has with all posts in small steps', () => {
    const count = (keys: string) => {
      const steps = checking(new DocumentAnalysis(keys, 'pandoc'), many);
      let number = 0;
      while (!steps.next().done) number++;
      return number;
    };
    const many = new KnownPosts();
    const ids = Array.from({ length: 5000 }, (_, at) => `lovelace1843engines${at}`);
    runWhole(many.setPosts(ids.map(id => makePost({ id }))));
    assert.ok(count('@babbage1837machines @babbage1838machines') - count('') >= 20);
  });
});
