import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Dialect } from '../../../src/core/document';
import { DocumentAnalysis } from '../../../src/core/document';
import { readingMarkdown } from '../../../src/core/document/markdown';
import type { TextEdit } from '../../../src/core/document/textEdit';
import { runWhole } from '../../../src/core/sliced';

/** Stretches of documents; what begins or ends a block on their edges is left open on purpose. */
const pieces = [
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '    ',
    '\t',
    '> ',
    '- ',
    '1. ',
    '2) ',
    '# ',
    '```',
    '~~~\n',
    '`',
    '$$',
    '\\',
  ],
  ...[
    '<!--',
    '-->',
    '{/*',
    '*/}',
    '<div>',
    '</div>\n',
    '<script>',
    '</script>',
    '<b>',
    '<?',
    '?>',
    '---',
    '+++',
    '===',
  ],
  ...[
    '| a | b |\n|---|---|\n',
    '| [a][x] | @k |\n',
    '|',
    '[',
    ']',
    '(',
    ')',
    '[x]',
    '[y][x]',
    '![',
    '^',
    ':::',
    '@',
    '{{<',
  ],
  ...[
    '[^n]',
    '[^n]: note [a][x]\n',
    '    more @k\n',
    '[^m]: ',
    '[x]: https://x.example\n',
    '[X]: /other "t"\n',
    '[y]:\n',
  ],
  ...[
    '@k',
    '[see @k; -@{j}]',
    '[a](https://a.example "t")',
    '<https://b.example>',
    'https://c.example/d',
    'text ',
    'import ',
  ],
  ...[
    '<a href="https://d.example">',
    '---\ntitle: a\n---\n',
    '- item\n- other\n\n  more\n',
    '> quote\nlazy\n',
    '***\n',
    '{#a}',
  ],
];

const dialects: readonly Dialect[] = ['markdown', 'mdx', 'pandoc'];
const aText = (least: number, most: number) =>
  fc
    .array(fc.constantFrom(...pieces), { minLength: least, maxLength: most, size: 'max' })
    .map(parts => parts.join(''));

/** Each edit as shares of the text as it is then, and what is put there. */
const anEdit = fc.tuple(fc.nat(1000), fc.nat(1000), fc.oneof(fc.constant(''), aText(1, 4)), fc.boolean());

type Edit = [at: number, length: number, text: string, isShort: boolean];

function placed({ length: whole }: string, [at, length, text, isShort]: Edit): TextEdit {
  const start = Math.round((at / 1000) * whole);
  const most = isShort ? length % 4 : Math.round((length / 2000) * (whole - start));
  return { start, end: Math.min(whole, start + most), text };
}

function apply(analysis: DocumentAnalysis, edit: Edit): void {
  const { start, end, text } = placed(analysis.text, edit);
  analysis.edit(start, end, text);
}

function assertAsAnew(analysis: DocumentAnalysis): void {
  const { text, dialect } = analysis;
  const anew = new DocumentAnalysis(text, dialect);
  assert.deepEqual(analysis.citations, anew.citations);
  assert.deepEqual(analysis.comments, anew.comments);
  assert.deepEqual(analysis.undefinedReferences, anew.undefinedReferences);
  assert.deepEqual(analysis.unusedDefinitions, anew.unusedDefinitions);
  assert.deepEqual(analysis.document, anew.document);
  assert.deepEqual(analysis.document, runWhole(readingMarkdown(text, dialect)));
}

describe('DocumentAnalysis', () => {
  it('is after any edits as if it were read anew', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(
        fc.constantFrom(...dialects),
        aText(0, 60),
        fc.array(anEdit, { minLength: 1, maxLength: 8 }),
        (dialect, text, edits) => {
          const analysis = new DocumentAnalysis(text, dialect);
          assert.ok(analysis.citations);
          for (const edit of edits) {
            apply(analysis, edit);
            assertAsAnew(analysis);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('is after edits that waited for one another, or came while it was read, as if it were read anew', () => {
    fc.assert(
      fc.property(
        aText(0, 30),
        fc.array(anEdit, { minLength: 1, maxLength: 6 }),
        fc.nat(40),
        (text, edits, steps) => {
          let plain = text;
          const analysis = new DocumentAnalysis(text, 'markdown');
          const reading = analysis.reading();
          for (let step = 0; step < steps; step++) reading.next();
          for (const edit of edits) {
            const { start, end, text: put } = placed(plain, edit);
            analysis.edit(start, end, put);
            plain = plain.slice(0, start) + put + plain.slice(end);
            reading.next();
          }
          runWhole(reading);
          runWhole(analysis.reading());
          assert.ok(analysis.isRead);
          assert.equal(analysis.text, plain);
          assertAsAnew(analysis);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes edits in more places than it follows one by one', () => {
    const text = 'See [@k].\n\n'.repeat(300);
    const analysis = new DocumentAnalysis(text, 'markdown');
    assert.equal(analysis.citations.length, 300);
    for (let at = 299; at >= 0; at--) analysis.edit(at * 11 + 6, at * 11 + 7, 'other');
    assert.equal(analysis.text, text.replaceAll('k', 'other'));
    assert.ok(analysis.citations.every(({ key }) => key === 'other'));
    assertAsAnew(analysis);
  });

  it('is after all edits of one character as if it were read anew', function () {
    this.timeout(60_000);
    const text =
      '---\na: b\n---\n[a][x]\n- b\n- [^n]\n\n```\n@k\n```\n> c\nd\n\n{/* e\n\nf */} @k\n\n[^n]: @k\n[x]: /u\r\n\n| g |\n|---|\n';
    for (const dialect of dialects) {
      for (let at = 0; at <= text.length; at++) {
        for (const [end, put] of [
          [at + 1, ''],
          [at, '\n'],
          [at, ' '],
          [at, '`'],
          [at, '-'],
          [at + 1, '\r'],
        ] as const) {
          const analysis = new DocumentAnalysis(text, dialect);
          assert.ok(analysis.citations);
          analysis.edit(at, Math.min(end, text.length), put);
          assertAsAnew(analysis);
        }
      }
    }
  });

  it('does not change what it gave before', () => {
    const analysis = new DocumentAnalysis('a\n\n[b](https://b.example)', 'markdown');
    const before = analysis.citations;
    const copy = structuredClone(before);
    analysis.edit(0, 0, 'more ');
    assert.notDeepEqual(analysis.citations, before);
    assert.deepEqual(before, copy);
  });

  it('reads nothing anew but the blocks that an edit touches', () => {
    for (const block of [
      'See [@k].\n\n',
      '- @k\n',
      '> @k\n\n',
      '## @k\n',
      '[^n]: @k\n',
      '```\nx\n```\n@k\n\n',
    ]) {
      const analysis = new DocumentAnalysis(block.repeat(50), 'markdown');
      const before = new Set(analysis.citations);
      const at = block.length * 25 + block.indexOf('k');
      analysis.edit(at, at + 1, 'l');
      const kept = analysis.citations.filter(citation => before.has(citation));
      assert.ok(
        kept.length >= before.size - (before.size / 50) * 2,
        `${JSON.stringify(block)}: ${kept.length}`,
      );
    }
  });

  it('resolves references anew where a definition elsewhere comes, changes and goes', () => {
    const analysis = new DocumentAnalysis('[a][x] [^n]\n\nb\n\nc\n', 'markdown');
    const shown = () => analysis.citations.map(({ kind, address }) => `${kind} ${address}`);
    assert.deepEqual(shown(), []);
    const end = analysis.text.length;
    analysis.edit(end, end, '\n[x]: /one\n\n[^n]: note\n');
    assert.deepEqual(shown(), [
      'linkReference /one',
      'footnoteReference undefined',
      'definition /one',
      'footnoteDefinition undefined',
    ]);
    analysis.edit(13, 14, '[x]: /first');
    assert.deepEqual(shown().slice(0, 3), [
      'linkReference /first',
      'footnoteReference undefined',
      'definition /first',
    ]);
    analysis.edit(12, analysis.text.length, '');
    assert.deepEqual(shown(), []);
  });

  it('tells references that nothing defines, and definitions that nothing refers to', () => {
    const text =
      '[^a] [b][c] [d][e] [^f] [^ g] \\[^h] `[^i]` ![x][j] [k](/k)\n\n[e]: /e\n[l]: /l\n[m]: /m\n\n![n][m]\n\n[^f]: f\n\n[^o]: o';
    const analysis = new DocumentAnalysis(text, 'markdown');
    assert.deepEqual(
      analysis.undefinedReferences.map(({ kind, label, labelSpan, start, end }) => [
        kind,
        label,
        text.slice(labelSpan!.start, labelSpan!.end),
        text.slice(start, end),
      ]),
      [
        ['footnoteReference', 'a', 'a', '[^a]'],
        ['linkReference', 'c', 'c', '[b][c]'],
      ],
    );
    assert.deepEqual(
      analysis.unusedDefinitions.map(({ label }) => label),
      ['l', 'o'],
    );
  });

  it('finds the innermost citation at an offset', () => {
    const text = 'a [b](https://b.example)\n\n[^n]: [c](https://c.example "@k") d\n\n[^n] @k';
    const analysis = new DocumentAnalysis(text, 'markdown');
    const kindAt = (part: string, by = 0) => analysis.citationAt(text.indexOf(part) + by)?.kind;
    assert.equal(kindAt('a'), undefined);
    assert.equal(kindAt('b.ex'), 'link');
    assert.equal(kindAt('[c]'), 'link');
    assert.equal(kindAt(' d', 1), 'footnoteDefinition');
    assert.equal(kindAt('[^n] @'), 'footnoteReference');
    assert.equal(analysis.citationAt(text.length)?.key, 'k');
  });
});
