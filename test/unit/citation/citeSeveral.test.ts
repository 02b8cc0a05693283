import assert from 'node:assert/strict';
import {
  appendSeveral,
  type CitationFormat,
  type Cited,
  citeSeveral,
  clusterAt,
  writtenText,
} from '../../../src/core/citation';
import type { CslCite, CslFormatter } from '../../../src/core/csl';
import { DocumentAnalysis, KnownPosts } from '../../../src/core/document';
import { applyEdits } from '../../../src/core/document/textEdit';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';
import { formatterOf as newFormatterOf } from '../csl/styles';

const a = makePost({ id: 'a', title: 'A', url: 'https://example.com/a', author: [{ family: 'Li' }] });
const b = makePost({ id: 'b', title: 'B', url: 'https://example.com/b', author: [{ family: 'Roe' }] });
const c = makePost({ id: 'c', title: 'C', url: 'https://example.com/c', author: [{ family: 'Doe' }] });
const known = new KnownPosts();
runWhole(known.setPosts([a, b, c]));
const both: CslCite[] = [{ post: a }, { post: b, details: { locator: { label: 'page', value: '3' } } }];

const formatters = new Map<string, CslFormatter>();
function formatterOf(style: string): CslFormatter {
  const formatter = formatters.get(style) ?? newFormatterOf(style);
  formatters.set(style, formatter);
  return formatter;
}

const done = (text: string, steps: readonly Cited[]) =>
  steps.reduce((before, { edits }) => applyEdits(before, edits), text);

/** Cites at the marks of a text; a text between two marks is selected. */
function citing(marked: string, format: CitationFormat, cites: readonly CslCite[], style?: string) {
  const document = marked.replaceAll('‸', '');
  const marks = [...marked.matchAll(/‸/g)].map(({ index }, at) => index - at);
  const selections =
    marks.length === 2 && marks[0] !== marks[1]
      ? [{ start: marks[0]!, end: marks[1]! }]
      : marks.slice(0, 1).map(start => ({ start, end: start }));
  const steps = citeSeveral({
    document,
    format,
    cites,
    selections,
    ...(style && { csl: formatterOf(style) }),
  });
  return { text: done(document, steps), steps, written: writtenText(document, steps, selections[0]) };
}

describe('citing several posts', () => {
  it('puts them side by side in one citation, with what is said of each', () => {
    assert.equal(citing('See ‸.', 'pandoc', both).text, 'See [@a; @b, p. 3].');
    assert.equal(
      citing('See ‸.', 'inlineLink', both).text,
      'See [A](https://example.com/a), [B](https://example.com/b), p. 3.',
    );
  });

  it('leaves to a style how it joins them', () => {
    const { text, steps } = citing('See ‸.', 'csl', both, 'apa');
    assert.equal(steps.length, 1);
    assert.match(text, /^See \(\[Li, n\.d\.\]\(.*\/a\); \[Roe, n\.d\..*\]\(.*\/b\).*\)\.$/);
    assert.match(citing('See ‸.', 'csl', both, 'ieee').text, /^See .*1.*2.*\.$/);
  });

  it('writes one note for all where the style writes notes', () => {
    const { text } = citing('See.‸\n', 'csl', both, 'chicago-note-bibliography');
    assert.match(text, /^See\.\[\^a-etal\]\n\n\[\^a-etal\]: .*\/a\).*; .*3\]\(.*\/b\).*\n$/);
  });

  it('cites all of them in code, where no style is asked', () => {
    const { text } = citing('```\n‸\n```\n', 'csl', both, 'apa');
    assert.ok(text.includes('/a') && text.includes('/b'), text);
  });

  it('cites all of them beside a definition that comes between', () => {
    const document = 'x \n\n```\ncode ';
    const selections = [2, 13].map(at => ({ start: at, end: at }));
    const steps = citeSeveral({ document, format: 'footnote', cites: both, selections });
    const text = steps.reduce((before, { edits }) => applyEdits(before, edits), document);
    assert.match(
      text,
      /^x \[\^a\], \[\^b-p3\]\n\n\[\^a\]: .*\n\n?\[\^b-p3\]: .*\n\n```\ncode \[A\]\(.*\), \[B\]\(.*\)/,
    );
  });

  it('shows what is written at the first place, and each definition whole', () => {
    const document = 'one two';
    const selections = [3, 7].map(at => ({ start: at, end: at }));
    const steps = citeSeveral({ document, format: 'footnote', cites: both, selections });
    const { citation, definitions } = writtenText(document, steps, selections[0]);
    assert.equal(citation, '[^a], [^b-p3]');
    assert.deepEqual(
      definitions.map(line => line.slice(0, 6)),
      ['[^a]: ', '[^b-p3'],
    );
  });

  it('cites none where there is none', () => {
    assert.deepEqual(citing('See ‸.', 'pandoc', []).steps, []);
  });
});

describe('what citing is going to write', () => {
  it('is the citation, and apart from it what comes elsewhere', () => {
    assert.deepEqual(citing('See ‸.', 'pandoc', both).written, {
      citation: '[@a; @b, p. 3]',
      definitions: [],
    });
    assert.deepEqual(citing('See ‸.\n\nMore.\n', 'referenceLink', both).written, {
      citation: '[A][a], [B][b], p. 3',
      definitions: ['[a]: https://example.com/a', '[b]: https://example.com/b'],
    });
  });

  it('is told apart where both are written at the end of the document', () => {
    const { written } = citing('See ‸', 'referenceLink', [{ post: a }]);
    assert.deepEqual(written, { citation: '[A][a]', definitions: ['[a]: https://example.com/a'] });
  });

  it('leaves out a definition that is there, even before the cursor', () => {
    const { written } = citing('[a]: https://example.com/a\n\nSee ‸.', 'referenceLink', both);
    assert.deepEqual(written, {
      citation: '[A][a], [B][b], p. 3',
      definitions: ['[b]: https://example.com/b'],
    });
  });

  it('has the words that are selected', () => {
    const { written } = citing('See ‸this post‸.', 'inlineLink', [{ post: a }]);
    assert.equal(written.citation, '[this post](https://example.com/a)');
  });
});

describe('adding several posts to a citation', () => {
  const adding = (marked: string, cites: readonly CslCite[], style?: string) => {
    const analysis = new DocumentAnalysis(marked.replace('‸', ''), 'markdown');
    const csl = style && formatterOf(style);
    const cluster = clusterAt(analysis, marked.indexOf('‸'), known, csl ? { csl, cited: [c] } : undefined)!;
    const steps = appendSeveral({ analysis, cluster, cites, known, ...(csl && { csl, cited: [c] }) });
    return { text: done(analysis.text, steps), written: writtenText(analysis.text, steps, cluster) };
  };

  it('adds them in order', () => {
    const { text, written } = adding('See [@‸c] and so on.', both);
    assert.equal(text, 'See [@c; @a; @b, p. 3] and so on.');
    assert.equal(written.citation, '[@c; @a; @b, p. 3]');
  });

  it('adds links behind links, with their definitions', () => {
    const { text, written } = adding('See [C‸][c].\n\n[c]: https://example.com/c\n', both);
    assert.equal(
      text,
      'See [C][c], [A][a], [B][b], p. 3.\n\n[c]: https://example.com/c\n[a]: https://example.com/a\n[b]: https://example.com/b\n',
    );
    assert.equal(written.citation, '[C][c], [A][a], [B][b], p. 3');
  });

  it('adds a post once', () => {
    assert.equal(adding('See [@‸a].', [{ post: a }, { post: c }, { post: c }]).text, 'See [@a; @c].');
  });

  it('knows what a wording of the user has written', () => {
    const wording = { linkText: '{title}', note: 'Re {title}: {url}.' };
    const details = { locator: { label: 'section', value: 'Why' } } as const;
    const cites = [
      { post: b, details },
      { post: b, details },
    ];
    const analysis = new DocumentAnalysis('a[^a]\n\n[^a]: Re A: <https://example.com/a>.\n', 'markdown');
    const cluster = clusterAt(analysis, 3, known, undefined, wording)!;
    const text = done(analysis.text, appendSeveral({ analysis, cluster, cites, known, wording }));
    assert.match(text, /^a\[\^a\], \[\^b-section\]\n/);
  });

  it('has the style write anew what it has written', () => {
    const { text } = citing('See ‸.', 'csl', [{ post: c }], 'apa');
    const marked = text.replace('Doe', 'D‸oe');
    assert.equal(
      adding(marked, both, 'apa').text,
      citing('See ‸.', 'csl', [{ post: c }, ...both], 'apa').text,
    );
    const link = 'See [D‸oe](https://example.com/c).';
    assert.equal(adding(link, both, 'apa').text, adding(link, both).text);
  });
});
