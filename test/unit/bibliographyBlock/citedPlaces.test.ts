import assert from 'node:assert/strict';
import { citedPlaces } from '../../../src/core/bibliography/citedPlaces';
import { DocumentAnalysis, KnownPosts } from '../../../src/core/document';
import { runWhole } from '../../../src/core/sliced';
import { superlinear } from '../../growth';
import { post } from '../csl/posts';

const known = new KnownPosts();
runWhole(known.setPosts([post('a'), post('b'), post('c')]));

/** What is cited, each with its places as they stand there: "a: [@a]|@a". */
function cited(text: string): string[] {
  return citedPlaces(new DocumentAnalysis(text, 'markdown'), known).map(found => {
    const name = 'post' in found ? found.post.id : `@${found.key}?`;
    return `${name}: ${found.places.map(({ start, end }) => text.slice(start, end)).join('|')}`;
  });
}

describe('the places at which a document cites', function () {
  this.timeout(20_000);

  it('are listed by post, in the order of the first citations, in whatever form', () => {
    assert.deepEqual(
      cited(
        '[@b; @a] <https://blog.example/a> [B](https://blog.example/b?utm_source=x) [C][c]\n\n[c]: https://blog.example/c',
      ),
      ['b: @b|[B](https://blog.example/b?utm_source=x)', 'a: @a|<https://blog.example/a>', 'c: [C][c]'],
    );
  });

  it('of unknown keys stand among them, those of cross references do not', () => {
    assert.deepEqual(cited('@x and @a and [@x; @fig-plot]'), ['@x?: @x|@x', 'a: @a']);
  });

  it('of what a footnote cites are where the text refers to the note, those of unknown keys in it', () => {
    const note = '[^1]: [A](https://blog.example/a), [@b; @x], and once more https://blog.example/a';
    assert.deepEqual(cited(`[@c] one[^1]\n\n${note}`), ['c: @c', 'a: [^1]', 'b: [^1]', '@x?: @x']);
    assert.deepEqual(cited(note), [
      'a: [A](https://blog.example/a)|https://blog.example/a',
      'b: @b',
      '@x?: @x',
    ]);
  });

  it('of a footnote with the key of a post are its references', () => {
    assert.deepEqual(cited('one[^a] two[^a]\n\n[^a]: A. <https://blog.example/a>'), ['a: [^a]|[^a]']);
  });

  it('are none in lists of references, code and definitions', () => {
    const list = '<!-- bibliography -->\n\n<https://blog.example/a>\n\n<!-- /bibliography -->';
    assert.deepEqual(cited(`\`@a\`\n\n${list}\n\n[b]: https://blog.example/b`), []);
  });

  it('are found in time that grows as the document does', () => {
    const work = (piece: string, count: number) => {
      const text = `${piece.repeat(count)}\n\n[^1]: ${'[@a; @b] '.repeat(count)}`;
      const analysis = new DocumentAnalysis(text, 'markdown');
      assert.ok(analysis.citations.length > 0);
      return () => citedPlaces(analysis, known);
    };
    const pieces = { notes: 'x[^1] [@a]', notesAlone: '[^1]', keys: '@k [@a; @b]\n\n' };
    assert.deepEqual(superlinear(pieces, work, [500, 4000]), []);
  });
});
