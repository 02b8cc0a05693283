import assert from 'node:assert/strict';
import {
  type CitationFormat,
  type CiteRequest,
  changeCluster,
  cite,
  clusterAt,
} from '../../../src/core/citation';
import type { CslFormatter } from '../../../src/core/csl';
import { DocumentAnalysis, KnownPosts } from '../../../src/core/document';
import { applyEdits } from '../../../src/core/document/textEdit';
import { check } from '../../../src/core/health';
import { fixAll } from '../../../src/core/health/fixAll';
import type { Post } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';

const url = 'https://blog.example.org/props';
const post: Post = {
  id: 'lee2020props',
  title: 'Why {props} beat <slots> in v<2',
  author: [{ family: 'Lee', given: 'Ann' }],
  issued: { year: 2020 },
  url,
  keywords: [],
};
const linkText = 'Why \\{props\\} beat \\<slots> in v\\<2';

function cited(marked: string, format: CitationFormat, more: Partial<CiteRequest> = {}): string {
  const [start = 0, end = start + 1] = [...marked.matchAll(/‸/g)].map(({ index }) => index);
  const document = marked.replaceAll('‸', '');
  const selections = [{ start, end: end - 1 }];
  const { edits } = cite({ document, dialect: 'mdx', post, format, selections, ...more });
  return applyEdits(document, edits);
}

function posts(...all: Post[]): KnownPosts {
  const known = new KnownPosts();
  runWhole(known.setPosts(all));
  return known;
}

describe('A citation in MDX', () => {
  it('holds no expression and no element, in any format', () => {
    assert.equal(cited('a ‸.\n', 'inlineLink'), `a [${linkText}](${url}).\n`);
    assert.equal(cited('a ‸.\n', 'referenceLink'), `a [${linkText}][${post.id}].\n\n[${post.id}]: ${url}\n`);
    assert.equal(
      cited('a ‸.\n', 'footnote'),
      `a [^${post.id}].\n\n[^${post.id}]: Ann Lee. "${linkText}." 2020. [https://blog.example.org/props](${url})\n`,
    );
    const csl: CslFormatter = {
      kind: 'inText',
      citation: ([first]) => `([{Lee}](${first!.post.url}))`,
      bibliography: () => [],
      preparing: () => assert.fail(),
      writingBibliography: () => assert.fail(),
    };
    assert.equal(cited('a ‸.\n', 'csl', { csl }), `a ([\\{Lee\\}](${url})).\n`);
  });

  it('leaves selected text as it is, expressions and elements included', () => {
    assert.equal(
      cited('a ‸{props.name} in <Code>x</Code>‸.\n', 'inlineLink'),
      `a [{props.name} in <Code>x</Code>](${url}).\n`,
    );
  });

  it('keeps the angle brackets of a definition, and breaks no line of a sentence that begins as code does', () => {
    const odd = { ...post, url: 'https://blog.example.org/a(b' };
    assert.match(
      cited('a ‸.\n', 'referenceLink', { post: odd }),
      /\]: <https:\/\/blog\.example\.org\/a\(b>\n$/,
    );
    const { url: _, ...unaddressed } = post;
    const wording = { linkText: '{title}', note: '{title}' };
    const title = 'import maps';
    assert.equal(cited('‸', 'inlineLink', { post: { ...unaddressed, title }, wording }), '&#105;mport maps');
  });

  it('has no escapes that only Pandoc needs', () => {
    const title = 'On http://x.example/ and www.x.example';
    assert.equal(cited('‸', 'inlineLink', { post: { ...post, title } }), `[${title}](${url})`);
  });

  it('is written behind code that it would break', () => {
    assert.equal(
      cited("import A from './a';‸\n\ntext\n", 'inlineLink'),
      `import A from './a';\n\n[${linkText}](${url})\n\ntext\n`,
    );
  });

  it('stays MDX when its format changes', () => {
    const analysis = new DocumentAnalysis(`a [{own}](${url}) b\n`, 'mdx');
    const cluster = clusterAt(analysis, 4, posts(post))!;
    const edits = changeCluster({ analysis, cluster, format: 'footnote' });
    const edited = applyEdits(analysis.text, edits);
    assert.match(edited, /^a \[\^lee2020props\] b\n/);
    assert.ok(edited.includes(linkText));
    const other = changeCluster({ analysis, cluster, details: { suffix: 'on {this}' } });
    assert.equal(applyEdits(analysis.text, other), `a [{own}](${url}), on \\{this\\} b\n`);
  });

  it('is what a fix makes of a bare address', () => {
    const analysis = new DocumentAnalysis(`a ${url} b\n`, 'mdx');
    const edits = fixAll(check(analysis, posts(post)));
    assert.equal(applyEdits(analysis.text, edits), `a [${linkText}](${url}) b\n`);
  });
});
