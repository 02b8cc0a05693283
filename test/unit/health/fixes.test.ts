import assert from 'node:assert/strict';
import fc from 'fast-check';
import { citationFormats } from '../../../src/core/citation';
import { type Dialect, DocumentAnalysis, KnownPosts } from '../../../src/core/document';
import { applyEdits } from '../../../src/core/document/textEdit';
import { check, type Finding } from '../../../src/core/health';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';

const title = 'How We Keep Two Hundred *Caches* Warm | and [Safe]';
const known = new KnownPosts();
runWhole(
  known.setPosts([
    makePost({
      id: 'lee2020caches',
      title,
      author: [{ family: 'Lee' }],
      issued: { year: 2020 },
      url: 'https://e.example/c',
    }),
    makePost({ id: 'odd key', title: 'Odd', url: 'https://e.example/odd?a=1|2' }),
    makePost({ id: 'roe', title: 'Roe', provisional: ['title'], url: 'https://e.example/roe' }),
  ]),
);

const pieces = [
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '> ',
    '- ',
    '1. ',
    '    ',
    '# ',
    '```\n',
    '`',
    '| a | b |\n|---|---|\n| ',
    ' | ',
    '\\',
    '*',
    '<div>\n',
  ],
  ...[
    '<!-- byline-ignore -->',
    '<!-- byline-ignore plainHttp -->\n',
    '<!-- byline-ignore-file bareAddress -->',
    'text ',
    'text. ',
  ],
  ...[
    '[@lee2020cahces]',
    '[see @{lee2020caches}; -@lee2020cache]',
    '@roe',
    '[^1]',
    '[^lee2020caches]',
    '[a][lee2020caches]',
    '[b]',
  ],
  ...[
    '[^1]: note\n',
    '[b]: http://e.example/c\n',
    '[B]: /x\n',
    '\n\n[c]: https://e.example/c?utm_source=x "t"\n',
    '[^lee2020caches]: N\n\n    M\n',
  ],
  ...[
    'https://e.example/c',
    'http://www.e.example/c/#s',
    '<https://e.example/odd?a=1|2&fbclid=3>',
    '<a href="http://e.example/c">',
  ],
  ...[
    '[How We Keep Three Hundred Caches Warm and Safe](https://e.example/c)',
    '[Smith (2019)](https://e.example/c "t")',
    '[x](<http://e.example/roe>)',
  ],
];

const aDocument = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 25, size: 'max' })
  .map(parts => parts.join(''));
const dialects: readonly Dialect[] = ['markdown', 'mdx', 'pandoc'];

const of = (findings: readonly Finding[], { code, detail, part }: Finding) =>
  findings.filter(other => other.code === code && other.detail === detail && other.part === part).length;

describe('the fixes of findings', () => {
  it('leave nothing of what they fix, and touch no more than they say', function () {
    this.timeout(60_000);
    const fixed = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom(...dialects),
        fc.constantFrom(...citationFormats),
        aDocument,
        (dialect, format, text) => {
          const findings = check(new DocumentAnalysis(text, dialect), known, { format });
          for (const finding of findings) {
            for (const { edits } of finding.fixes) {
              let end = 0;
              for (const edit of edits) {
                assert.ok(edit.start >= end && edit.end >= edit.start && edit.end <= text.length);
                assert.notEqual(text.slice(edit.start, edit.end), edit.text);
                end = edit.end;
              }
              const after = check(new DocumentAnalysis(applyEdits(text, edits), dialect), known, { format });
              assert.ok(
                of(after, finding) < of(findings, finding),
                `${finding.code} ${finding.detail}: ${JSON.stringify(edits)}`,
              );
              fixed.add(finding.code);
            }
          }
        },
      ),
      { numRuns: 1000 },
    );
    assert.ok(fixed.size > 5, [...fixed].join());
  });

  it('come to an end', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(fc.constantFrom(...dialects), aDocument, (dialect, document) => {
        let text = document;
        for (let round = 0; ; round++) {
          const fix = check(new DocumentAnalysis(text, dialect), known).flatMap(({ fixes }) => fixes)[0];
          if (!fix) return;
          assert.ok(round < 200, document);
          text = applyEdits(text, fix.edits);
        }
      }),
      { numRuns: 200 },
    );
  });
});
