import { cleanText } from '../../text';
import { plainMarkup } from '../html/plainMarkup';
import { isBrand } from '../html/siteName';
import { attribute, descendants, type HtmlElement, linesOf, tokens } from '../html/tree';

/** What a page says of itself outside its text. */
export interface Head {
  /** Contents of `<meta>` by `property` and `name`, in lower case and with "." for the ":" of Dublin Core; in the page's order. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly title: string;
  readonly language?: string | undefined;
  readonly canonical?: string | undefined;
  readonly base?: string | undefined;
  /** Texts of the JSON-LD scripts. */
  readonly scripts: readonly string[];
  /** `<link rel=alternate>` and `<a>` that may lead to feeds. */
  readonly links: readonly HtmlElement[];
  /** Texts where a site's name stands in its header. */
  readonly brands: readonly string[];
}

/** Contents kept of one name; a paper has many authors. */
const mostContents = 200;
const mostNames = 2000;
const mostLinks = 5000;

export function readHead(root: HtmlElement): Head {
  const metas = new Map<string, string[]>();
  const scripts: string[] = [];
  const links: HtmlElement[] = [];
  const brands: string[] = [];
  let title = '';
  let language: string | undefined;
  let canonical: string | undefined;
  let base: string | undefined;
  for (const element of descendants(root)) {
    const { tag } = element;
    if (tag === 'html')
      language ??= attribute(element, 'lang') || attribute(element, 'xml:lang') || undefined;
    else if (tag === 'base') base ??= attribute(element, 'href') || undefined;
    else if (tag === 'title' && element.parent?.tag !== 'svg')
      title ||= cleanText(plainMarkup(element.children.join('').slice(0, 2000)));
    else if (tag === 'meta') addMeta(metas, element);
    else if (tag === 'link' && tokens(element, 'rel').includes('canonical'))
      canonical ??= attribute(element, 'href') || undefined;
    else if (tag === 'script' && /^application\/ld\+json/i.test(attribute(element, 'type').trim()))
      scripts.push(element.children.join(''));
    if ((tag === 'link' || tag === 'a') && links.length < mostLinks) links.push(element);
    if (brands.length < 5 && (isBrand(element) || isHomeLink(element)))
      brands.push(linesOf([element], undefined, 200)[0] ?? '');
  }
  return { metas, title, language, canonical, base, scripts, links, brands };
}

function addMeta(metas: Map<string, string[]>, element: HtmlElement): void {
  const content = cleanText(attribute(element, 'content').slice(0, 10_000));
  if (content === '') return;
  const names = [
    attribute(element, 'property'),
    attribute(element, 'name'),
    attribute(element, 'http-equiv').toLowerCase() === 'content-language' ? 'content-language' : '',
  ];
  for (const written of new Set(names.flatMap(name => name.slice(0, 200).toLowerCase().split(/\s+/)))) {
    const name = written.replace(/^(dc|dcterms):/, '$1.').replace(/^og:article:/, 'article:');
    if (name === '') continue;
    const contents = metas.get(name);
    if (contents === undefined) {
      if (metas.size < mostNames) metas.set(name, [content]);
    } else if (contents.length < mostContents) contents.push(content);
  }
}

/** A heading's link to the site's home, or one that says so, shows the site's name. */
function isHomeLink(element: HtmlElement): boolean {
  if (element.tag !== 'a') return false;
  if (tokens(element, 'rel').includes('home')) return true;
  const isHeader = /^(?:h[1-3]|header|hgroup)$/.test(element.parent?.tag ?? '');
  return (
    isHeader && /^(?:https?:\/\/[^/]{1,200})?\/?$/i.test(attribute(element, 'href').slice(0, 300).trim())
  );
}
