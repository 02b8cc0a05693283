import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toCslItem } from '../../../src/core/formats/cslItem';
import type { Post } from '../../../src/core/post';
import { withLiteral } from './citeproc';

export interface PandocFormatted {
  /** The text of each paragraph. */
  readonly citations: readonly string[];
  /** The text of each entry by its id, in order. */
  readonly entries: ReadonlyMap<string, string>;
}

/** What the real Pandoc makes of citations, each of which is a paragraph, with a style and these posts. */
export function formatWithPandoc(
  xml: string,
  posts: readonly Post[],
  citations: readonly string[],
): PandocFormatted {
  const folder = mkdtempSync(join(tmpdir(), 'byline-csl-'));
  try {
    const [style, items] = [join(folder, 'style.csl'), join(folder, 'items.json')];
    writeFileSync(style, xml);
    writeFileSync(items, JSON.stringify(posts.map(post => toCslItem(withLiteral(post)))));
    const options = ['--citeproc', `--csl=${style}`, `--bibliography=${items}`, '--metadata=lang:en-US'];
    const json = execFileSync('pandoc', ['--from=markdown-smart', '--to=json', ...options], {
      input: citations.join('\n\n'),
      encoding: 'utf8',
    });
    return read(JSON.parse(json).blocks);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Pandoc's document model, https://hackage.haskell.org/package/pandoc-types. */
interface Node {
  readonly t: string;
  readonly c?: unknown;
}

function read(blocks: readonly Node[]): PandocFormatted {
  const references = blocks.find(({ t }) => t === 'Div');
  const [, entries] = (references?.c ?? [[], []]) as [unknown, Node[]];
  return {
    citations: blocks.filter(({ t }) => t === 'Para').map(({ c }) => clean(textOf(c))),
    entries: new Map(
      entries.map(({ c }) => {
        const [[id], inner] = c as [[string], unknown];
        return [id.replace(/^ref-/, ''), clean(textOf(inner))];
      }),
    ),
  };
}

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('');
  const { t = '', c } = (value ?? {}) as Node;
  if (t === 'Str') return String(c);
  if (t === 'Space' || t === 'SoftBreak') return ' ';
  if (!Array.isArray(c)) return '';
  if (t === 'Cite' || t === 'Link' || t === 'Span' || t === 'Div') return textOf(c[1]);
  if (t !== 'Quoted') return textOf(c);
  const [kind, inner] = c as [Node, unknown];
  return kind.t === 'DoubleQuote' ? `“${textOf(inner)}”` : `‘${textOf(inner)}’`;
}
