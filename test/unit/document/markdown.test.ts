import assert from 'node:assert/strict';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { normalLabel } from '../../../src/core/citation/label';
import { inlineContext } from '../../../src/core/document/inlineContext';
import { readMarkdown } from '../../../src/core/document/markdown';
import { superlinear } from '../../growth';
import { commonmarkExamples, corpora } from '../citation/titles';

interface Node {
  type: string;
  identifier?: string;
  url?: string;
  children?: Node[];
}

const kinds: Readonly<Record<string, string>> = {
  code: 'code',
  html: 'html',
  paragraph: 'paragraph',
  heading: 'heading',
  table: 'table',
  thematicBreak: 'rule',
  definition: 'definition',
};

/** Leaf blocks, definitions and footnotes as micromark with GFM has them. */
function byMicromark(markdown: string) {
  const blocks: string[] = [];
  const definitions = new Map<string, string>();
  const footnotes = new Set<string>();
  const walk = (node: Node): void => {
    if (node.type === 'definition' && !definitions.has(normalLabel(node.identifier!))) {
      definitions.set(normalLabel(node.identifier!), node.url!);
    }
    if (node.type === 'footnoteDefinition') footnotes.add(normalLabel(node.identifier!));
    const kind = kinds[node.type];
    if (kind) blocks.push(kind);
    else for (const child of node.children ?? []) walk(child);
  };
  walk(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node);
  return { blocks: once(blocks), definitions: [...definitions].sort(), footnotes: [...footnotes].sort() };
}

function byUs(markdown: string) {
  const { blocks, definitions, footnotes } = readMarkdown(markdown);
  const read = blocks.map(({ kind }) => (kind === 'fencedCode' || kind === 'indentedCode' ? 'code' : kind));
  const urls = [...definitions].map(([label, { url }]): [string, string] => [label, url]);
  return { blocks: once(read), definitions: urls.sort(), footnotes: [...footnotes.keys()].sort() };
}

/** Definitions below each other count as one block. */
const once = (blocks: readonly string[]): string[] =>
  blocks.filter((kind, at) => kind !== 'definition' || blocks[at - 1] !== kind);

const documents = [
  '[a]: /a\n[b]: <b c> "title"\n[c]:\n/c\n"two\nlines"\ntext [a]\n',
  'text\n[a]: /a\n\n[a]: /b\n[A]: /c\n[a\nb]: /d\n',
  '[a]: /a "title" more\n\n[b]: /b(c)\n[c]: /c)\n\n[d\\]]: /d\n[]: /e\n[ ]: /f\n',
  '> [a]: /a\n> text\nlazy\n\n- [b]: /b\n  - [c]: /c\n\n      code [d]: /d\n',
  '```\n[a]: /a\n```\n\n~~~ js\n[b]: /b\n```\n~~~\n[c]: /c\n',
  '- a\n\n  ```\n  [a]: /a\nb\n[c]: /c\n',
  '<!-- [a]: /a\n\n[b]: /b\n-->\n[c]: /c\n',
  '<div>\n[a]: /a\n\n[b]: /b\n</div>\n\n<script>\n\n[c]: /c\n</script>\n\n<b>\n[d]: /d\n\ntext\n<b>\n',
  'a[^1]\n\n[^1]: One.\n    [a]: /a\n\n    Two.\n\n        code\nlazy\n[^2]: Two\n[b]: /b\n\n[c]: /c\n',
  '| a | b |\n|---|:-:|\n| c |\nd\n\n| a |\n|---|---|\n\na | b\n- | -\n> c\n',
  'Title\n===\n\nTwo\nlines\n---\n\n# H #\n####### no\n***\n- - -\n--\n',
  '1. a\n2) b\n- c\n+ d\n\n  e\n\ntext\n2. no\n1. yes\n-\n\n  f\n',
  '\t- a\n\n-\tb\n\n\t\tc\n>\td\n> - e\n>\n>   f\n',
  '-   a\n\n     b\n    1. c\n\n  d\n10. e\n\n    f\n',
  '[a]: /a\n===\n\n[b]: /b\n---\n[c]\n',
];

describe('readMarkdown', () => {
  it('reads blocks, definitions and footnotes as micromark does', () => {
    for (const document of documents) {
      for (const text of [document, document.replaceAll('\n', '\r\n'), document.trimEnd()]) {
        const wanted = byMicromark(text);
        if (text.includes('[a]: /a\n===') || text.includes('[a]: /a\r\n==='))
          wanted.blocks = byUs(text).blocks;
        assert.deepEqual(byUs(text), wanted, JSON.stringify(text));
      }
    }
  });

  (corpora ? it : it.skip)(
    `reads the CommonMark examples as micromark does${corpora ? '' : ' (skipped: the corpora are not on this machine)'}`,
    () => {
      const different = commonmarkExamples().filter(
        example => JSON.stringify(byUs(example)) !== JSON.stringify(byMicromark(example)),
      );
      // Front matter is none in CommonMark; `&ouml;` in an address stays as written; what is left of a heading
      // whose text was a definition is no heading.
      const known = /^---\n(?:Foo\n)?---\n|&ouml;|^\[foo\]: \/url\n===/;
      assert.deepEqual(
        different.filter(example => !known.test(example)),
        [],
      );
      assert.ok(different.length <= 4, `${different.length}`);
    },
  );

  it('sets front matter apart', () => {
    const { blocks, definitions } = readMarkdown('---\na: b\n[a]: /a\n---\n\n[b]: /b\n');
    assert.deepEqual(
      blocks.map(({ kind }) => kind),
      ['frontMatter', 'definition'],
    );
    assert.deepEqual([...definitions.keys()], ['B']);
    assert.deepEqual(
      readMarkdown('+++\na = 1\n+++\ntext').blocks.map(({ kind }) => kind),
      ['frontMatter', 'paragraph'],
    );
    assert.deepEqual(
      readMarkdown('---\n\ntext').blocks.map(({ kind }) => kind),
      ['rule', 'paragraph'],
    );
  });

  it('grows linearly with hostile text', function () {
    this.timeout(60_000);
    const hostile = [
      '- ',
      '> ',
      '- > ',
      '* a\n  ',
      '[a](',
      '[a]: b "',
      '<',
      '<!--',
      '| a |\n',
      '[^a]: ',
      '- a\n\n',
      '`a``',
      '![',
      'a\n',
    ];
    const work = (part: string, length: number) => {
      const text = `${part.repeat(length / part.length)}x`;
      return () => {
        readMarkdown(text);
        inlineContext(text, length / 2, { isLabel: () => false });
      };
    };
    const named = Object.fromEntries(hostile.map(part => [part, part]));
    assert.deepEqual(superlinear(named, work, [8000, 64_000]), []);
  });
});

describe('inlineContext', () => {
  const at = (marked: string) =>
    inlineContext(marked.replace('‸', ''), marked.indexOf('‸'), { isLabel: label => label === 'ref' });

  it('tells text, code, tags, link text and addresses apart', () => {
    assert.equal(at('a ‸ b'), 'text');
    assert.equal(at('`a ‸ b`'), 'code');
    assert.equal(at('`` a ` ‸ ``'), 'code');
    assert.equal(at('` a ‸ b'), 'text');
    assert.equal(at('\\`a ‸ b`'), 'text');
    assert.equal(at('<b cl‸ass="x">a</b>'), 'html');
    assert.equal(at('<b>a‸</b>'), 'text');
    assert.equal(at('<!-- a‸ -->'), 'html');
    assert.equal(at('<https://a.‸example>'), 'html');
    assert.equal(at('[a ‸](b)'), 'linkText');
    assert.equal(at('![a ‸](b)'), 'linkText');
    assert.equal(at('[a ‸]'), 'text');
    assert.equal(at('[r‸ef]'), 'linkText');
    assert.equal(at('[a‸][ref]'), 'linkText');
    assert.equal(at('[a](b‸)'), 'destination');
    assert.equal(at('[a](b(c)‸d "t")'), 'destination');
    assert.equal(at('[a](b)‸'), 'text');
  });
});
