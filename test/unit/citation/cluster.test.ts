import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  appendToCluster,
  type CitationDetails,
  type CitationFormat,
  type Cluster,
  changeCluster,
  citationFormats,
  cite,
  clusterAt,
  detailsOf,
} from '../../../src/core/citation';
import { DocumentAnalysis, KnownPosts } from '../../../src/core/document';
import { applyEdits, type TextEdit } from '../../../src/core/document/textEdit';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';
import { soak } from '../../figure';

const a = makePost({ id: 'a', title: 'A', url: 'https://example.com/a' });
const b = makePost({ id: 'b', title: 'B', url: 'https://example.com/b' });
const c = makePost({ id: 'c', title: 'C', url: 'https://example.com/c' });
const known = new KnownPosts();
runWhole(known.setPosts([a, b, c]));
const page = { label: 'page', value: '3' } as const;

/** The text without its mark, and the citation that the mark is in. */
function at(marked: string): { analysis: DocumentAnalysis; cluster: Cluster | undefined } {
  const offset = marked.indexOf('‸');
  const analysis = new DocumentAnalysis(marked.replace('‸', ''), 'markdown');
  return { analysis, cluster: clusterAt(analysis, offset, known) };
}
const found = (marked: string) => {
  const { cluster } = at(marked);
  return (
    cluster &&
    [cluster.format, ...cluster.cites.map(cite => cite.post?.id ?? `?${cite.citation.key}`)].join(' ')
  );
};
const details = (marked: string): CitationDetails | undefined => {
  const { cluster } = at(marked);
  return cluster?.cites[cluster.index]?.details;
};
const appended = (marked: string, post = c, more?: CitationDetails): string => {
  const { analysis, cluster } = at(marked);
  const { edits } = appendToCluster({ analysis, cluster: cluster!, post, ...(more && { details: more }) });
  return applyEdits(analysis.text, edits);
};
const changed = (marked: string, change: { format?: CitationFormat; details?: CitationDetails }): string => {
  const { analysis, cluster } = at(marked);
  return applyEdits(analysis.text, changeCluster({ analysis, cluster: cluster!, ...change }));
};

describe('The citation at a place', () => {
  it('is what the place is inside of, with what stands beside it', () => {
    assert.equal(found('x [see @‸a, p. 3; @b] y'), 'pandoc a b');
    assert.equal(found('x [see‸ @a, p. 3; @b] y'), 'pandoc a b');
    assert.equal(found('x @‸a says'), 'pandoc a');
    assert.equal(found('x @‸a [@b] says'), 'pandoc a b');
    assert.equal(found('x [@zz; @‸a] y'), 'pandoc ?zz a');
    assert.equal(
      found('x [A‸](https://example.com/a), [B](https://example.com/b). [C](https://example.com/c)'),
      'inlineLink a b',
    );
    assert.equal(found('x [A](https://example.com/a) and [B‸](https://example.com/b)'), 'inlineLink a b');
    assert.equal(found('x [A‸](https://example.com/a#:~:text=q) y'), 'inlineLink a');
    assert.equal(found('x [A‸][1] y\n\n[1]: https://example.com/a\n'), 'referenceLink a');
    assert.equal(found('x[^‸a]\n\n[^a]: Text.\n'), 'footnote a');
    assert.equal(found('x[^‸1]\n\n[^1]: See <https://example.com/b>.\n'), 'footnote b');
  });

  it('is none beside a citation, and none that is no known post', () => {
    assert.equal(found('x ‸[@a] y'), undefined);
    assert.equal(found('x [@a]‸ y'), undefined);
    assert.equal(found('x [A](https://example.com/a)‸ y'), undefined);
    assert.equal(found('x [Z‸](https://example.com/z) y'), undefined);
    assert.equal(found('x[^‸1]\n\n[^1]: See <https://example.com/z>.\n'), undefined);
    assert.equal(found('`[@‸a]`'), undefined);
    assert.equal(found('plain ‸text'), undefined);
  });

  it('tells the details that it has', () => {
    assert.deepEqual(details('[see @‸a, p. 3, for more; @b]'), {
      prefix: 'see',
      suffix: 'for more',
      locator: page,
    });
    assert.deepEqual(details('[@a; compare @‸b, {sec. A.1}, 4 times]'), {
      prefix: 'compare',
      suffix: '4 times',
      locator: { label: 'section', value: 'A.1' },
    });
    assert.deepEqual(details('[@‸a, sec. “How it works”]'), {
      locator: { label: 'section', value: 'How it works' },
    });
    assert.deepEqual(details('[@‸a{}, 4 times]'), { suffix: '4 times' });
    assert.deepEqual(details('[@‸a, 33-35]'), { locator: { label: 'page', value: '33-35' } });
    assert.deepEqual(details('[x\\; y @‸a, \\*z\\*; @b]'), { prefix: 'x; y', suffix: '*z*' });
    assert.deepEqual(details('see [A‸](https://example.com/a), p. 3, for more'), { locator: page });
    assert.deepEqual(details('[A‸](https://example.com/a#:~:text=one%20two,three)'), {
      locator: { label: 'quote', value: 'one two … three' },
    });
    assert.deepEqual(details('x[^‸a]\n\n[^a]: Text.\n'), {});
  });

  it('tells what is said behind a key without brackets, and says something else instead', () => {
    assert.deepEqual(details('x @‸a [p. 3] says'), { locator: page });
    assert.deepEqual(details('x @‸a [b](c) says'), {});
    assert.equal(changed('x @‸a [p. 3] says', { details: { suffix: 'too' } }), 'x @a [too] says');
    assert.equal(changed('x @‸a [p. 3] says', { details: {} }), 'x @a says');
    assert.equal(appended('x @‸a [p. 3] says'), 'x @a [p. 3; @c] says');
    assert.equal(changed('x @a [@‸b, p. 3]', { details: { suffix: 'too' } }), 'x @a [@b, too]');
  });

  it('tells the words around a link that may be its prefix and suffix', () => {
    const words = (marked: string) => {
      const { cluster } = at(marked);
      return detailsOf(cluster!.cites[cluster!.index]!);
    };
    assert.deepEqual(words('x (see [A‸](https://example.com/a), p. 3, for more) y'), {
      prefix: 'see',
      suffix: 'for more',
      locator: page,
    });
    assert.deepEqual(words('x (as *we* saw [A‸](https://example.com/a)) y'), {});
    assert.deepEqual(words('As said, cf. [A‸](https://example.com/a), which explains it.'), {
      prefix: 'cf.',
    });
    assert.deepEqual(words('x in [A‸](https://example.com/a) and more'), {});
    assert.equal(
      changed('(see [A‸](https://example.com/a), for more)', { details: { prefix: 'cf.', locator: page } }),
      '(cf. [A](https://example.com/a), p. 3)',
    );
    assert.equal(
      changed('See (see [A‸](https://example.com/a), for more)', { format: 'pandoc' }),
      'See (see [@a], for more)',
    );
  });

  it('tells what the note of a footnote says, if Byline has written it', () => {
    const some: readonly CitationDetails[] = [
      {},
      { prefix: 'See' },
      { suffix: 'for more' },
      { locator: page },
      { prefix: 'See also', locator: { label: 'section', value: 'How it works' }, suffix: '(in part)' },
      { locator: { label: 'quote', value: 'some words' }, suffix: 'as said.' },
    ];
    for (const one of some) {
      const selections = [{ start: 1, end: 1 }];
      const { edits } = cite({ document: 'x.\n', post: a, format: 'footnote', selections, details: one });
      const text = applyEdits('x.\n', edits);
      const marked = text.replace('[^', '[^‸');
      assert.deepEqual(details(marked), one, text);
      const other = { ...one, locator: { label: 'page', value: '7' } } as const;
      assert.match(changed(marked, { details: other }), /p\. 7/);
    }
  });

  it('leaves the note that somebody else has written', () => {
    const note = '[^1]: I doubt it; see <https://example.com/b>.\n';
    assert.match(
      changed(`x[^‸1]\n\n${note}`, { format: 'inlineLink' }),
      /^x\[B\]\(.*\)\n\n\[\^1\]: I doubt it; /,
    );
  });
});

describe('Appending to a citation', () => {
  it('adds to it in its format', () => {
    assert.equal(appended('x [see @‸a, p. 3; @b] y'), 'x [see @a, p. 3; @b; @c] y');
    assert.equal(appended('x @‸a says'), 'x @a [@c] says');
    assert.equal(appended('x @‸a [@b] says'), 'x @a [@b; @c] says');
    assert.equal(
      appended('[A‸](https://example.com/a), p. 3 and so on'),
      '[A](https://example.com/a), p. 3, [C](https://example.com/c) and so on',
    );
    assert.equal(
      appended('[A‸][a] x\n\n[a]: https://example.com/a\n'),
      '[A][a], [C][c] x\n\n[a]: https://example.com/a\n[c]: https://example.com/c\n',
    );
    assert.match(
      appended('x[^‸a] y\n\n[^a]: Text.\n'),
      /^x\[\^a\], \[\^c\] y\n\n\[\^a\]: Text\.\n\[\^c\]: .*\n$/,
    );
    assert.equal(appended('[@‸a]', c, { prefix: 'see', locator: page }), '[@a; see @c, p. 3]');
  });

  it('changes nothing where the post is cited there already', () => {
    for (const marked of [
      '[@‸a; @c, p. 3]',
      '@‸a [@c]',
      '[A‸](https://example.com/a), [C](https://example.com/c)',
    ])
      assert.equal(appended(marked), marked.replace('‸', ''));
    assert.equal(appended('[@‸a; @c, p. 3]', c, { locator: page }), '[@a; @c, p. 3]');
    assert.equal(appended('[@‸a; @c]', c, { locator: page }), '[@a; @c; @c, p. 3]');
  });
});

describe('Changing a citation', () => {
  it('gives it other details', () => {
    assert.equal(changed('[see @‸a, p. 3; @b]', { details: { locator: page } }), '[@a, p. 3; @b]');
    assert.equal(
      changed('[*see* @‸a; @b]', { details: { prefix: '*see*', locator: page } }),
      '[*see* @a, p. 3; @b]',
    );
    assert.equal(changed('@‸a says', { details: { locator: page } }), '@a [p. 3] says');
    const link = '[A‸](https://example.com/a)';
    const plain = link.replace('‸', '');
    assert.equal(
      changed(link, { details: { prefix: 'see', suffix: 'too', locator: page } }),
      `see ${plain}, p. 3, too`,
    );
    assert.equal(changed(`${link}, p. 3.`, { details: {} }), `${plain}.`);
    assert.equal(
      changed(`${link}.`, { details: { locator: { label: 'quote', value: 'q' } } }),
      '[A](https://example.com/a#:~:text=q).',
    );
    assert.equal(
      changed('[A‸](<https://example.com/a#:~:text=q>).', { details: { locator: page } }),
      '[A](https://example.com/a), p. 3.',
    );
    assert.match(
      changed('x[^‸a] y\n\n[^a]: A <https://example.com/a>.\n', { details: { locator: page } }),
      /^x\[\^a-p3\] y\n\n\[\^a-p3\]: .*<https:\/\/example\.com\/a>, p\. 3\n$/,
    );
  });

  it('gives it another format, and takes away the definitions that it leaves behind', () => {
    assert.equal(
      changed('[see @‸a; @b]', { format: 'inlineLink' }),
      'see [A](https://example.com/a), [B](https://example.com/b)',
    );
    assert.equal(
      changed('*[My `A`‸](https://example.com/a)*\n', { format: 'referenceLink' }),
      '*[My `A`][a]*\n\n[a]: https://example.com/a\n',
    );
    assert.equal(
      changed('[My A‸][x] y\n\n[x]: https://example.com/a\n[y]: /y\n', { format: 'inlineLink' }),
      '[My A](https://example.com/a) y\n\n[y]: /y\n',
    );
    assert.equal(changed('x[^‸a] y\n\n[^a]: A.\n', { format: 'pandoc' }), 'x[@a] y\n');
    assert.equal(changed('x[^‸a] y[^a]\n\n[^a]: A.\n', { format: 'pandoc' }), 'x[@a] y[^a]\n\n[^a]: A.\n');
    assert.equal(changed('[@zz; @‸a]', { format: 'inlineLink' }), '[@zz; @a]');
  });

  it('changes nothing where it is so already', () => {
    const { analysis, cluster } = at('[see @‸a, p. 3]');
    assert.deepEqual(changeCluster({ analysis, cluster: cluster! }), []);
    assert.deepEqual(
      changeCluster({
        analysis,
        cluster: cluster!,
        format: 'pandoc',
        details: { prefix: 'see', locator: page },
      }),
      [],
    );
  });
});

describe('Every edit of a citation', () => {
  const someDetails = fc.record(
    {
      prefix: fc.constantFrom('see', 'compare *this*;', 'e.g. [x]'),
      suffix: fc.constantFrom('too', '(in part)', '3 times', '; more', 'a & b'),
      locator: fc.constantFrom(
        page,
        { label: 'section', value: 'How; it [works]' } as const,
        { label: 'quote', value: 'one-two, three & four' } as const,
      ),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<CitationDetails>;
  const format = fc.constantFrom(...citationFormats.filter(one => one !== 'csl'));
  const frame = fc.constantFrom(
    'x ‸ y.\n',
    '‸',
    '- a ‸\n- b\n',
    '> q ‸.\n',
    '| h |\n|---|\n| ‸ |\n',
    'x ‸.\r\n\r\nz\r\n',
    'x ‸.\n\n[a]: /else\n\n[^n]: N\n',
  );

  function written(inFrame: string, as: CitationFormat, first: CitationDetails) {
    const start = inFrame.indexOf('‸');
    const text = inFrame.replace('‸', '');
    const { edits, carets } = cite({
      document: text,
      post: a,
      format: as,
      selections: [{ start, end: start }],
      details: first,
    });
    return { text: applyEdits(text, edits), caret: carets[0]! };
  }
  const isOrdered = (edits: readonly TextEdit[]) =>
    edits.every((edit, index) => edit.start <= edit.end && edit.start >= (edits[index - 1]?.end ?? 0));

  it('appends once, however often it is asked to', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(frame, format, someDetails, (inFrame, as, first) => {
        const { text, caret } = written(inFrame, as, first);
        const analysis = new DocumentAnalysis(text, 'markdown');
        const own = analysis.citations.find(
          ({ kind, start }) => start < caret && /^(?:link|key|footnoteRef)/.test(kind),
        )!;
        const cluster = clusterAt(analysis, own.start + 1, known)!;
        assert.ok(cluster, text);
        const { edits } = appendToCluster({ analysis, cluster, post: b });
        assert.ok(isOrdered(edits) && edits.length > 0);
        const once = applyEdits(text, edits);
        const again = new DocumentAnalysis(once, 'markdown');
        const grown = clusterAt(again, own.start + 1, known)!;
        // What a suffix says behind a link is the sentence's, so that the next link may stand apart.
        if (grown.cites.length < 2) assert.ok(first.suffix && as !== 'pandoc', once);
        else assert.deepEqual(appendToCluster({ analysis: again, cluster: grown, post: b }).edits, [], once);
      }),
      { seed: 3, numRuns: soak ? 500 : 150 },
    );
  });

  it('gives details and formats once, however often it is asked to, and leaves other text as it is', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(
        frame,
        format,
        someDetails,
        someDetails,
        fc.option(format),
        (inFrame, as, first, second, to) => {
          const { text, caret } = written(inFrame, as, first);
          const analysis = new DocumentAnalysis(text, 'markdown');
          const own = analysis.citations.find(
            ({ kind, start }) => start < caret && /^(?:link|key|footnoteRef)/.test(kind),
          )!;
          const cluster = clusterAt(analysis, own.start + 1, known)!;
          const change = to ? { format: to } : { details: second };
          const edits = changeCluster({ analysis, cluster, ...change });
          assert.ok(isOrdered(edits));
          const once = applyEdits(text, edits);
          const again = new DocumentAnalysis(once, 'markdown');
          const target = again.citations.find(({ start }) => clusterAt(again, start + 1, known))!;
          assert.ok(target, once);
          const after = clusterAt(again, target.start + 1, known)!;
          assert.equal(after.format, to ?? as, once);
          assert.deepEqual(changeCluster({ analysis: again, cluster: after, ...change }), [], once);
          const [, words = ''] = /^(.*?)‸/s.exec(inFrame)!;
          assert.ok(once.startsWith(words));
        },
      ),
      { seed: 5, numRuns: soak ? 1000 : 250 },
    );
  });
});
