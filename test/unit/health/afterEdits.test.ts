import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DocumentAnalysis, KnownPosts } from '../../../src/core/document';
import { check } from '../../../src/core/health';
import type { Post } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';
import { locking, names } from './posts';

const pieces = [
  ...[
    '\n\n',
    ' ',
    'Words. ',
    '> ',
    '- ',
    '```\n',
    '<!-- byline-ignore -->\n\n',
    '<!-- byline-ignore-file -->',
  ],
  ...['[@kleppmann2016locking]', '[@kleppman2016locking, p. 3]', '@evans2022dns', '(@evans2022dns) '],
  ...[`[${names.title}](${locking.url})`, `[Evans (2021)](${names.url})`, `<${names.url}?utm_source=a>`],
  ...['[a][b]', '[^n]', '[^m]', '[b]: http://locks.example/how\n', `[^n]: <${locking.url}>\n`],
];
const aText = (most: number) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: most, size: 'max' }).map(parts => parts.join(''));
const changed = makePost({ ...locking, title: 'Another title of it' });
const libraries: readonly (readonly Post[])[] = [[], [locking], [locking, names], [changed, names]];

function knownOf(posts: readonly Post[], known = new KnownPosts()): KnownPosts {
  runWhole(known.setPosts(posts));
  return known;
}

const found = (analysis: DocumentAnalysis, known: KnownPosts) =>
  check(analysis, known).map(({ fixes, ...told }) => told);

describe('findings after edits', () => {
  it('are those of the text and the posts as they are then', function () {
    this.timeout(20_000);
    const step = fc.tuple(fc.nat(1000), fc.nat(30), aText(3), fc.nat(libraries.length - 1));
    fc.assert(
      fc.property(aText(15), fc.array(step, { minLength: 1, maxLength: 4 }), (text, steps) => {
        const analysis = new DocumentAnalysis(text, 'markdown');
        const known = new KnownPosts();
        for (const [at, length, put, library] of steps) {
          const start = Math.round((at / 1000) * analysis.text.length);
          analysis.edit(start, Math.min(analysis.text.length, start + length), put);
          const posts = libraries[library]!;
          const anew = found(new DocumentAnalysis(analysis.text, 'markdown'), knownOf(posts));
          assert.deepEqual(found(analysis, knownOf(posts, known)), anew);
        }
      }),
      { numRuns: 60 },
    );
  });
});
