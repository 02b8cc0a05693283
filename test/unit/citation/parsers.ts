import { execFileSync, spawnSync } from 'node:child_process';
import { type Node as CommonMarkNode, Parser } from 'commonmark';
import MarkdownIt, { type Token } from 'markdown-it';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** What a parser made of a document: all its text, its links, and every inline or block that is neither. */
export interface Reading {
  text: string;
  links: { url: string; text: string }[];
  other: string[];
}

export type Reader = (markdown: string) => Reading;

const plainBlocks = new Set(
  [
    'document paragraph text root item list listItem tableRow tableCell table blockquote block_quote',
    'softbreak break footnoteReference footnoteDefinition definition heading',
  ].flatMap(line => line.split(' ')),
);

function collector() {
  const reading: Reading = { text: '', links: [], other: [] };
  const open: { url: string; text: string }[] = [];
  return {
    reading,
    text(value: string) {
      reading.text += value;
      for (const link of open) link.text += value;
    },
    enterLink(url: string) {
      const link = { url, text: '' };
      open.push(link);
      reading.links.push(link);
    },
    leaveLink: () => open.pop(),
    other: (type: string) => plainBlocks.has(type) || reading.other.push(type),
  };
}

export const commonmark: Reader = markdown => {
  const into = collector();
  const walker = new Parser().parse(markdown).walker();
  for (let step = walker.next(); step; step = walker.next()) {
    const node: CommonMarkNode = step.node;
    if (node.type === 'link') step.entering ? into.enterLink(node.destination ?? '') : into.leaveLink();
    else if (node.type === 'text') into.text(node.literal ?? '');
    else if (node.type === 'softbreak') into.text('\n');
    else if (step.entering) into.other(node.type);
    if (!step.entering && node.type === 'paragraph') into.text('\n');
  }
  return into.reading;
};

const markdownItParsers = [false, true].map(linkify => {
  const parser = new MarkdownIt({ html: true, linkify });
  parser.linkify.set({ fuzzyLink: false });
  return parser;
});

const readMarkdownIt =
  (parser: InstanceType<typeof MarkdownIt>): Reader =>
  markdown => {
    const into = collector();
    const plain =
      /^(paragraph|inline|text|text_special|softbreak|list_item|bullet_list|ordered_list|blockquote|table|thead|tbody|tr|th|td|heading)(_open|_close)?$/;
    const walk = (tokens: Token[]) => {
      for (const token of tokens) {
        if (token.type === 'link_open') into.enterLink(String(token.attrGet('href')));
        else if (token.type === 'link_close') into.leaveLink();
        else if (token.children) walk(token.children);
        else if (token.type === 'text' || token.type === 'text_special') into.text(token.content);
        else if (token.type === 'softbreak' || token.type === 'paragraph_close') into.text('\n');
        else if (!plain.test(token.type) && !/_close$/.test(token.type))
          into.other(token.type.replace('_open', ''));
      }
    };
    walk(parser.parse(markdown, {}));
    return into.reading;
  };

const withGfm = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

export const mdast: Reader = markdown => {
  const into = collector();
  const tree = fromMarkdown(markdown, withGfm);
  const urls = new Map<string, string>();
  type Any = {
    type: string;
    children?: Any[];
    value?: string;
    url?: string;
    identifier?: string;
    checked?: boolean;
  };
  const all = (node: Any, visit: (node: Any) => void) => {
    visit(node);
    for (const child of node.children ?? []) all(child, visit);
  };
  all(tree as Any, node => {
    if (node.type === 'definition' && !urls.has(node.identifier!)) urls.set(node.identifier!, node.url!);
  });
  const walk = (node: Any) => {
    const url =
      node.type === 'link'
        ? node.url
        : node.type === 'linkReference'
          ? urls.get(node.identifier!)
          : undefined;
    if (url !== undefined) into.enterLink(url);
    else if (node.type === 'text') into.text(node.value!);
    else into.other(node.type);
    if (typeof node.checked === 'boolean') into.other('checkbox');
    for (const child of node.children ?? []) walk(child);
    if (url !== undefined) into.leaveLink();
    if (node.type === 'paragraph') into.text('\n');
  };
  walk(tree as Any);
  return into.reading;
};

export const readers: Readonly<Record<string, Reader>> = {
  'commonmark.js': commonmark,
  'markdown-it': readMarkdownIt(markdownItParsers[0]!),
  'markdown-it with linkify': readMarkdownIt(markdownItParsers[1]!),
  'micromark with GFM': mdast,
};

/** Whether the real Pandoc is on this machine. */
export const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

/** Reads many documents with one Pandoc process; their definitions must not share labels. */
export function readWithPandoc(documents: readonly string[], from: 'markdown-smart' | 'gfm'): Reading[] {
  if (!documents.some(document => document !== '')) return documents.map(() => collector().reading);
  const input = documents.map((document, at) => `# divider${at}\n\n${document}\n\n`).join('');
  const output = execFileSync('pandoc', ['-f', from, '-t', 'json', '--wrap=none'], {
    input,
    maxBuffer: 1 << 30,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  type Node = { t: string; c: unknown };
  const readings = documents.map(() => collector());
  let into = collector();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    if (Array.isArray(value) || typeof value !== 'object' || value === null) return;
    const { t, c } = value as Node;
    const parts = c as unknown[];
    if (t === 'Str') into.text(c as string);
    else if (t === 'Space') into.text(' ');
    else if (t === 'SoftBreak') into.text('\n');
    else if (t === 'Link') {
      into.enterLink((parts[2] as string[])[0]!);
      walk(parts[1]);
      into.leaveLink();
    } else if (t === 'Cite') {
      const ids = (parts[0] as { citationId: string }[]).map(({ citationId }) => citationId);
      into.other(`Cite:${ids.join(',')}`);
      for (const cite of parts[0] as { citationPrefix: unknown; citationSuffix: unknown }[]) {
        walk(cite.citationPrefix);
        into.text(' @ ');
        walk(cite.citationSuffix);
      }
    } else if (t === 'Para' || t === 'Plain') {
      walk(c);
      into.text('\n');
    } else if (['BulletList', 'BlockQuote', 'Note'].includes(t)) walk(c);
    else if (t === 'Table') walk(parts.slice(3));
    else if (t === 'Header') walk(parts[2]);
    else if (t?.startsWith('Align') || t?.startsWith('ColWidth')) return;
    else if (t === undefined) Object.values(value).forEach(walk);
    else {
      into.other(t);
      walk(c);
    }
  };
  for (const block of (JSON.parse(output) as { blocks: Node[] }).blocks) {
    const id =
      block.t === 'Header' ? /^divider(\d+)$/.exec(((block.c as unknown[])[1] as string[])[0] ?? '') : null;
    if (id) into = readings[Number(id[1])]!;
    else walk(block);
  }
  return readings.map(({ reading }) => reading);
}
