import { cleanText } from '../../../text';

export interface Link {
  readonly text: string;
  /** As written: it may be relative. */
  readonly url: string;
}

export interface Inline {
  /** Plain text without markup. */
  readonly text: string;
  readonly links: readonly Link[];
}

const image = /!\[([^[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\s*\)/gu;
/** `[[page]]` and `[[page|shown]]`. */
const wiki = /\[\[(?:[^[\]|]*\|)?([^[\]|]+)\]\]/gu;
const link =
  /\[((?:[^[\]]|\[[^[\]]*\])*)\]\(\s*(?:<([^<>]*)>|((?:[^()<>\s]|\([^()\s]*\))*))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/gu;
const reference = /\[([^[\]]+)\](?:\[([^[\]]*)\])/gu;
const autolink = /<(https?:\/\/[^<>\s]+)>/gu;
const tag =
  /<\/?(?:a|b|i|em|strong|span|div|p|br|hr|time|small|sub|sup|img|details|summary|center|h[1-6])(?:\s[^<>]*)?\/?>|<!--[^<>]*-->/giu;
const emphasis = [
  /(\*{1,3})(?=\S)([^*]*[^*\s])\1/gu,
  /(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_]*[^_\s])\1(?![\p{L}\p{N}_])/gu,
  /(~~)(?=\S)([^~]*[^~\s])\1/gu,
];
const code = /`([^`]+)`/gu;
const escaped = /\\([!-/:-@[-`{-~])/gu;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  middot: '·',
  bull: '•',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  '#39': "'",
  '#8217': '’',
};

/** One line's text and links, with Markdown's inline markup taken away. */
export function readInline(source: string, definitions: ReadonlyMap<string, string>): Inline {
  const links: Link[] = [];
  const keep = (text: string, url: string) => {
    const shown = cleanText(plain(text));
    if (url) links.push({ text: shown, url });
    return text;
  };
  const text = source
    .replace(wiki, '$1')
    .replace(image, '$1')
    .replace(link, (_, label: string, angled: string | undefined, url: string) => keep(label, angled ?? url))
    .replace(reference, (whole, label: string, id: string) => {
      const url = definitions.get((id || label).toLowerCase());
      return url === undefined ? whole : keep(label, url);
    })
    .replace(autolink, (_, url: string) => keep(url, url));
  return { text: cleanText(plain(text)), links };
}

/** `[id]: address`, the definition of a reference link. */
export function readDefinition(line: string): [id: string, url: string] | undefined {
  const match = /^ {0,3}\[([^[\]^]+)\]:\s*<?([^\s<>]+)>?(?:\s+["'(].*)?$/u.exec(line);
  return match ? [match[1]!.toLowerCase(), match[2]!] : undefined;
}

function plain(text: string): string {
  let rest = text.replace(tag, ' ').replace(code, '$1');
  for (const mark of emphasis) rest = rest.replace(mark, '$2');
  return rest
    .replace(escaped, '$1')
    .replace(/&([a-z]+|#\d{2,4});/gu, (whole, name: string) => entities[name] ?? whole);
}
