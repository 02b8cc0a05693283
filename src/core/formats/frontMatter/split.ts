import { cleanText } from '../../text';
import { endOfValue } from '../json';

export type FrontMatterFormat = 'yaml' | 'toml' | 'json' | 'lines' | 'exports';

export interface SplitPost {
  /** `undefined` when there is none; `lines`: keys and values without marks around them; `exports`: an object of MDX. */
  readonly format?: FrontMatterFormat;
  readonly matter: string;
  readonly body: string;
  /** The language that the front matter is written in, where that is none that only holds data. */
  readonly code?: string;
  /** The mark that ends it is missing. */
  readonly isOpen?: boolean;
}

const opening = /^(?:---|\+\+\+|;;;)[ \t]*(?:([A-Za-z]+)[ \t]*)?(?:#[^\r\n]*)?(?:\r?\n|$)/;
const keyLine = /^[A-Za-z][\w -]{0,40}:(?:\s|$)/;
const exportedObject = /^export const (?:meta|metadata|frontmatter)\s{0,4}=\s{0,4}\{([^{}]*)\};?/m;
const firstKey = /^"?[A-Za-z][\w -]{0,40}"?\s{0,4}[:=](?:\s|$)/;

/**
 * Parts a post's front matter from its text: `---` YAML (`...` ends it as well), `+++` TOML, `{` or `;;;` JSON,
 * `---json` and the like, Pandoc's `%` lines, Nikola's comment of `.. key: value` lines, and bare `key: value` lines with a title among
 * them as Pelican and MultiMarkdown have them, `export const meta = {…}` of MDX. Code (`---js`) is told and not read.
 */
export function splitFrontMatter(text: string): SplitPost {
  const post = text.replace(/^\ufeff?\s*?(?=\S)/, '');
  const mark = opening.exec(post);
  if (mark) return marked(post, mark[0], (mark[1] ?? '').toLowerCase());
  if (post.startsWith('{')) return object(post);
  if (/^<!--\s*\.\. /.test(post)) {
    const end = post.indexOf('-->');
    if (end >= 0) {
      return {
        format: 'lines',
        matter: post.slice(4, end).replace(/^[ \t]*\.\. /gm, ''),
        body: post.slice(end + 3),
      };
    }
  }
  const block = titleBlock.exec(post);
  if (block) return { format: 'lines', matter: linesOf(block), body: post.slice(block[0].length) };
  const exported = exportedObject.exec(post.slice(0, 10_000));
  if (exported) {
    return { format: 'exports', matter: exported[1]!, body: post.slice(exported.index + exported[0].length) };
  }
  return bare(post);
}

/** https://pandoc.org/MANUAL.html#extension-pandoc_title_block: what follows is indented where it takes several lines. */
const titleBlock =
  /^%(?!%)[ \t]*(\S[^\n]*(?:\n[ \t]+\S[^\n]*){0,9})?(?:\n%([^\n]*(?:\n[ \t]+\S[^\n]*){0,99}))?(?:\n%([^\n]*))?\r?(?:\n|$)/;

function linesOf([, title, authors, date]: RegExpExecArray): string {
  const names = (authors ?? '').split(/[;\n]/).map(name => name.trim());
  return [
    ['title', JSON.stringify(cleanText(title ?? ''))],
    ['author', JSON.stringify(names.filter(Boolean))],
    ['date', JSON.stringify(cleanText(date ?? ''))],
  ]
    .map(field => field.join(': '))
    .join('\n');
}

function marked(post: string, mark: string, language: string): SplitPost {
  const inner = post.slice(mark.length);
  const fence = post.slice(0, 3);
  const end = (
    fence === '---' ? /^(?:---|\.\.\.)[ \t]*$/m : fence === '+++' ? /^\+\+\+[ \t]*$/m : /^;;;[ \t]*$/m
  ).exec(inner.replaceAll('\r', ' '));
  const matter = end ? inner.slice(0, end.index) : inner;
  // Only a rule across the page, unless keys follow it.
  if (!end && !firstKey.test(matter.trimStart())) return { matter: '', body: post };
  const body = end ? inner.slice(end.index + end[0].length) : '';
  const ending = end ? {} : { isOpen: true };
  const format = formats.get(language || fence);
  return format ? { format, matter, body, ...ending } : { matter, body, code: language, ...ending };
}

const formats: ReadonlyMap<string, FrontMatterFormat> = new Map([
  ['---', 'yaml'],
  ['+++', 'toml'],
  [';;;', 'json'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['toml', 'toml'],
  ['json', 'json'],
]);

/** JSON that the text begins with, as Hugo has it. */
function object(post: string): SplitPost {
  const bytes = new TextEncoder().encode(post);
  const end = endOfValue(bytes, 0);
  const matter = new TextDecoder().decode(bytes.subarray(0, end));
  // "{% … %}" and "{{ … }}" of templates are none.
  if (!/^\{\s*(?:"|\})/.test(matter)) return { matter: '', body: post };
  return { format: 'json', matter, body: post.slice(matter.length) };
}

/** Lines of keys and values up to a blank line, or up to `---`, which Hexo allows. */
function bare(post: string): SplitPost {
  if (!keyLine.test(post)) return { matter: '', body: post };
  const end = /\r?\n(?:[ \t]*\r?\n|---[ \t]*(?:\r?\n|$))/.exec(post);
  const matter = post.slice(0, end?.index);
  // "Note: this" is no front matter, and with a rule below it is a heading.
  const named = end?.[0].includes('---') ? /^(?:title|date|tags|categories|layout):/im : /^title:/im;
  const isMatter =
    named.test(matter) && matter.split('\n').every(line => keyLine.test(line) || /^(?:\s|- )/.test(line));
  return isMatter
    ? { format: 'lines', matter, body: end ? post.slice(end.index + end[0].length) : '' }
    : { matter: '', body: post };
}
