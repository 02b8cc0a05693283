import { cleanText } from '../../../text';

export interface Link {
  readonly text: string;
  /** As written: it may be relative. */
  readonly url: string;
  /** Where `text` stands in the line's text. */
  readonly start: number;
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
  const urls: string[] = [];
  const keep = (text: string, url: string) => {
    if (!url) return text;
    urls.push(url);
    return `${opening}${urls.length - 1}${middle}${cleanText(text.replace(marks, ''))}${closing}`;
  };
  const marked = source
    .replace(marks, '')
    .replace(wiki, '$1')
    .replace(image, '$1')
    .replace(link, (_, label: string, angled: string | undefined, url: string) => keep(label, angled ?? url))
    .replace(reference, (whole, label: string, id: string) => {
      const url = definitions.get((id || label).toLowerCase());
      return url === undefined ? whole : keep(label, url);
    })
    .replace(autolink, (_, url: string) => keep(url, url));
  return withoutMarks(cleanText(plain(marked)), urls);
}

/** Characters of no text that keep the place of a link, while the markup around it is taken away. */
const [opening, middle, closing] = ['\ue000', '\ue001', '\ue002'];
const marks = /[\ue000-\ue002]/gu;
const place = /\ue000(\d+)\ue001([^\ue000-\ue002]*)\ue002/gu;

function withoutMarks(marked: string, urls: readonly string[]): Inline {
  const links: Link[] = [];
  let text = '';
  let end = 0;
  for (const match of marked.matchAll(place)) {
    text += marked.slice(end, match.index);
    links.push({ text: match[2]!, url: urls[Number(match[1])]!, start: text.length });
    text += match[2]!;
    end = match.index + match[0].length;
  }
  return { text: cleanText((text + marked.slice(end)).replace(marks, '')), links };
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
