import type { Parsed } from '../../src/core/sources/parsed';
import { cleanParagraphs, cleanText } from '../../src/core/text';

/** What nothing that was read may be, however odd the input: the first such thing, `undefined` where there is none. */
export function wrongIn(parsed: Parsed): string | undefined {
  const { entries, post, feeds, sources, title, ttl, problems } = parsed;
  return (
    notPlain(parsed, 'parsed') ??
    line(title, 'title') ??
    (ttl === undefined || (Number.isFinite(ttl) && ttl >= 0) ? undefined : `ttl ${ttl}`) ??
    first(entries, ({ key, record }) =>
      typeof key === 'string' && key !== '' ? wrongPost(record) : 'entry without a key',
    ) ??
    (post && wrongPost(post)) ??
    first(feeds, ({ url, title }) => address(url, 'feed') ?? line(title, 'title of a feed')) ??
    first(sources, ({ kind, location, name, group }) =>
      kind === 'feed'
        ? (address(location, 'source') ?? line(name, 'name') ?? line(group, 'group'))
        : `source ${kind}`,
    ) ??
    first(problems, ({ code, detail, line }) => {
      if (typeof code !== 'string') return 'problem without a code';
      if (line !== undefined && !(Number.isInteger(line) && line > 0)) return `line ${line}`;
      return (detail?.length ?? 0) > 1000 ? `detail of ${code} with ${detail!.length} characters` : undefined;
    })
  );
}

type Post = Parsed['entries'][number]['record'];

function wrongPost(post: Post): string | undefined {
  const { title, author, keywords, issued, accessed, url } = post;
  if (title === '') return 'empty title';
  return (
    line(title, 'title') ??
    line(post.containerTitle, 'containerTitle') ??
    line(post.language, 'language') ??
    line(post.type, 'type') ??
    line(post.id, 'id') ??
    paragraphs(post.abstract, 'abstract') ??
    paragraphs(post.note, 'note') ??
    (url === undefined ? undefined : address(url, 'url')) ??
    date(issued) ??
    date(accessed) ??
    first(keywords, word => (word === '' ? 'empty keyword' : line(word, 'keyword'))) ??
    first(author, name => {
      const parts = Object.values(name);
      return parts.length === 0 ? 'empty name' : first(parts, part => line(part || '\0', 'name'));
    })
  );
}

function line(text: unknown, what: string): string | undefined {
  if (text === undefined) return undefined;
  if (typeof text !== 'string') return `${what} is no text`;
  return text === cleanText(text) ? undefined : `${what} ${JSON.stringify(text.slice(0, 80))}`;
}

function paragraphs(text: unknown, what: string): string | undefined {
  if (text === undefined) return undefined;
  if (typeof text !== 'string') return `${what} is no text`;
  return text === cleanParagraphs(text) ? undefined : `${what} ${JSON.stringify(text.slice(0, 80))}`;
}

function address(text: string, what: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isGood = url !== undefined && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  return isGood && !/[\s\p{Cc}]/u.test(text) ? undefined : `${what} ${JSON.stringify(text.slice(0, 80))}`;
}

function date(value: Post['issued']): string | undefined {
  if (value === undefined) return undefined;
  const { year, month, day } = value;
  const isGood =
    Number.isInteger(year) &&
    (month === undefined ? day === undefined : Number.isInteger(month) && month >= 1 && month <= 12) &&
    (day === undefined || (Number.isInteger(day) && day >= 1 && day <= 31));
  return isGood ? undefined : `date ${JSON.stringify(value)}`;
}

/** Something that a worker could not send, or that has another prototype than data has. Goes no deeper than 200. */
function notPlain(value: unknown, path: string, depth = 0): string | undefined {
  if (value === null || /^(?:string|number|boolean|undefined)$/.test(typeof value)) return undefined;
  if (typeof value !== 'object') return `${path} is a ${typeof value}`;
  if (depth > 200) return `${path.slice(0, 80)} is deeper than 200`;
  const kind = Object.getPrototypeOf(value);
  const isPlain = Array.isArray(value) ? kind === Array.prototype : structuredCloneKeeps(value);
  if (!isPlain) return `${path} is no plain data`;
  return first(Object.entries(value), ([name, part]) => notPlain(part, `${path}.${name}`, depth + 1));
}

/** Classes of the core without methods are as plain as `{}`, once they were sent. */
function structuredCloneKeeps(value: object): boolean {
  const kind = Object.getPrototypeOf(value);
  return kind === null || kind === Object.prototype || Object.getOwnPropertyNames(kind).length === 1;
}

function first<T>(list: readonly T[], check: (item: T) => string | undefined): string | undefined {
  for (const item of list) {
    const wrong = check(item);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
