import assert from 'node:assert/strict';
import {
  appendToCluster,
  type CitationDetails,
  changeCluster,
  cite,
  citeSeveral,
  clusterAt,
} from '../../../src/core/citation';
import type { CslCite } from '../../../src/core/csl';
import { DocumentAnalysis, KnownPosts } from '../../../src/core/document';
import { applyEdits } from '../../../src/core/document/textEdit';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';
import { soak } from '../../figure';
import { formatterOf } from '../csl/styles';

const posts = ['Adams', 'Brown', 'Clark'].map((family, at) =>
  makePost({
    id: family.toLowerCase(),
    title: `About ${family}`,
    author: [{ family, given: 'Ann' }],
    issued: { year: 2019 + at },
    url: `https://example.com/${family}`,
  }),
);
const [a, b, c] = posts as [(typeof posts)[0], (typeof posts)[0], (typeof posts)[0]];
const known = new KnownPosts();
runWhole(known.setPosts(posts));

const someDetails: readonly (CitationDetails | undefined)[] = [
  undefined,
  { prefix: 'see' },
  { suffix: 'for more' },
  { locator: { label: 'page', value: '12–14' } },
  { prefix: 'see also', locator: { label: 'section', value: '3' }, suffix: 'in part' },
  { locator: { label: 'quote', value: 'a quote' } },
];

for (const name of ['apa', 'chicago-author-date', 'ieee']) {
  describe(`A citation in the style ${name}`, () => {
    const csl = formatterOf(name);
    const at = (text: string, cited = [a, b]) => {
      const analysis = new DocumentAnalysis(text, 'markdown');
      const link = analysis.citations.find(({ kind }) => kind === 'link')!;
      const cluster = clusterAt(analysis, link.start + 2, known, { csl, cited })!;
      return { analysis, cluster };
    };

    it('is recognised with its posts and what is said of them', function () {
      this.timeout(60_000);
      let told = 0;
      // Without brackets around it what is said before and behind it may be the sentence.
      const some = name === 'ieee' ? someDetails.filter(one => !one?.prefix && !one?.suffix) : someDetails;
      for (const first of some) {
        for (const second of some) {
          const items: CslCite[] = [
            { post: a, ...(first && { details: first }) },
            { post: b, ...(second && { details: second }) },
          ];
          for (const cites of [items, items.slice(0, 1)]) {
            const written = csl.citation(cites, [a, b]);
            const { cluster } = at(`One (1). So ${written} it is.\n`);
            assert.ok(cluster, written);
            if (cluster.format !== 'csl') continue;
            assert.deepEqual([cluster.start, cluster.end], [12, 12 + written.length]);
            assert.deepEqual(
              cluster.cites.map(({ post }) => post?.id),
              cites.map(({ post }) => post.id),
            );
            assert.equal(
              csl.citation(
                cluster.cites.map(({ post, details }) => ({ post: post!, details })),
                [a, b],
              ),
              written,
            );
            told++;
          }
        }
      }
      assert.equal(told, 2 * some.length ** 2);
    });

    it('is appended to, once', () => {
      const document = 'So it is.\n';
      const { edits } = cite({ document, post: a, format: 'csl', selections: [{ start: 2, end: 2 }], csl });
      const once = applyEdits(document, edits);
      const first = at(once, [a]);
      const text = applyEdits(once, appendToCluster({ ...first, post: b, csl, cited: [a] }).edits);
      assert.equal(text, `So${csl.citation([{ post: a }, { post: b }], [a, b])} it is.\n`);
      const second = at(text, [a, b]);
      assert.deepEqual(appendToCluster({ ...second, post: b, csl, cited: [a, b] }).edits, []);
      const third = appendToCluster({ ...second, post: c, csl, cited: [a, b] });
      const cites = [a, b, c].map(post => ({ post }));
      assert.equal(applyEdits(text, third.edits), `So${csl.citation(cites, [a, b, c])} it is.\n`);
      assert.equal(
        applyEdits(text, third.edits).slice(0, third.carets[0]),
        `So${csl.citation(cites, [a, b, c])}`,
      );
    });

    it('is given details, once, and another format', () => {
      const details = { prefix: 'see', suffix: 'in part' };
      const text = `So ${csl.citation([{ post: a }, { post: b }], [a, b])} it is.\n`;
      const found = at(text);
      const changed = applyEdits(text, changeCluster({ ...found, details, csl, cited: [a, b] }));
      assert.equal(changed, `So ${csl.citation([{ post: a, details }, { post: b }], [a, b])} it is.\n`);
      assert.deepEqual(changeCluster({ ...at(changed), details, csl, cited: [a, b] }), []);
      assert.equal(
        applyEdits(text, changeCluster({ ...found, format: 'pandoc', csl, cited: [a, b] })),
        'So [@adams; @brown] it is.\n',
      );
    });

    it('is none where a link is to no known post, nor is one written in its text', () => {
      const text = 'a [own words](https://example.com/other) b';
      assert.equal(at(text).cluster, undefined);
      const place = { start: 8, end: 8 };
      const { edits } = cite({ document: text, post: a, format: 'csl', csl, selections: [place] });
      assert.equal(applyEdits(text, edits), 'a [own wAbout Adamsords](https://example.com/other) b');
    });

    it('is none where a link says something else', () => {
      assert.equal(at(`So [my words](${a.url}) it is.\n`).cluster.format, 'inlineLink');
    });
  });
}

describe('A note in a style', () => {
  const csl = formatterOf('chicago-note-bibliography');

  const at = (text: string) => {
    const analysis = new DocumentAnalysis(text, 'markdown');
    const cluster = clusterAt(analysis, text.indexOf('[^') + 2, known, { csl })!;
    return { analysis, cluster, csl, cited: [a] };
  };
  const noteOf = (...cites: CslCite[]) => csl.citation(cites, [a, b, c], { lineStart: true });
  const selections = [{ start: 2, end: 2 }];
  const written = (cites: readonly CslCite[]) =>
    citeSeveral({ document: 'So.\n', cites, format: 'csl', selections, csl }).reduce(
      (text, { edits }) => applyEdits(text, edits),
      'So.\n',
    );

  it('takes in another post when it is appended to, and is given details', () => {
    const text = written([{ post: a }]);
    assert.equal(at(text).cluster.format, 'csl');
    const both = `So[^adams-etal].\n\n[^adams-etal]: ${noteOf({ post: a }, { post: b })}\n`;
    assert.equal(applyEdits(text, appendToCluster({ ...at(text), post: b }).edits), both);
    assert.equal(
      applyEdits(both, appendToCluster({ ...at(both), post: c }).edits),
      `So[^adams-etal].\n\n[^adams-etal]: ${noteOf({ post: a }, { post: b }, { post: c })}\n`,
    );
    assert.match(
      applyEdits(both, changeCluster({ ...at(both), format: 'footnote' })),
      /^So\[\^adams\], \[\^brown\]\.\n\n\[\^adams\]: .*\n\[\^brown\]: .*\n$/,
    );
    const details = { prefix: 'See' };
    const changed = applyEdits(text, changeCluster({ ...at(text), details }));
    assert.equal(changed, `So[^adams-note].\n\n[^adams-note]: ${noteOf({ post: a, details })}\n`);
  });

  it('is read back with what is said of its posts', () => {
    for (const [number, first] of someDetails.entries()) {
      for (const second of soak ? [undefined, ...someDetails] : [undefined, someDetails.at(number - 2)]) {
        const cite = (post: typeof a, details: CitationDetails | undefined): CslCite => ({
          post,
          ...(details && { details }),
        });
        const text = written([cite(a, first), ...(second ? [cite(b, second)] : [])]);
        const { cites } = at(text).cluster;
        const told = cites.map(({ details: { prefix, ...details } }) => ({
          ...details,
          ...(prefix && { prefix: prefix.toLowerCase() }),
        }));
        assert.deepEqual(told, [first ?? {}, ...(second ? [second] : [])], text);
      }
    }
  });
});
