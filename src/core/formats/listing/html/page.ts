import { cleanText, foldText } from '../../../text';
import { cleanUrl } from '../../../url';
import type { JsonLd } from '../../html/jsonLd';
import { languageTag } from '../../html/languageTag';
import { isBrand, isSiteName, siteNameIn, siteNameOfFeed } from '../../html/siteName';
import { attribute, descendants, type HtmlElement, textOf, tokens } from '../../html/tree';

/** What a page says of itself. */
export interface Page {
  /** What relative addresses resolve against. */
  readonly base?: string | undefined;
  readonly language?: string | undefined;
  readonly publication?: string | undefined;
  /** Texts of the JSON-LD scripts. */
  readonly jsonLd: readonly string[];
}

/** `titles` are those of the page's posts, which name no publication. */
export function readPage(
  root: HtmlElement,
  base: string | undefined,
  titles: readonly string[],
  readScripts: (scripts: readonly string[]) => Pick<JsonLd, 'publication' | 'url'>,
): Page {
  const jsonLd: string[] = [];
  const metas = new Map<string, string>();
  const brands: string[] = [];
  const headings: string[] = [];
  let language: string | undefined;
  let canonical: string | undefined;
  let baseHref: string | undefined;
  let title = '';
  let feed = '';
  for (const element of descendants(root)) {
    const { tag } = element;
    if (tag === 'html') language ??= languageTag(attribute(element, 'lang'));
    else if (tag === 'base') baseHref ??= attribute(element, 'href') || undefined;
    else if (tag === 'title' && element.parent?.tag !== 'svg')
      title ||= cleanText(element.children.join('').slice(0, 500));
    else if (tag === 'meta') {
      const name = (
        attribute(element, 'property') ||
        attribute(element, 'name') ||
        attribute(element, 'itemprop')
      ).toLowerCase();
      const content = cleanText(attribute(element, 'content').slice(0, 5000));
      if (name && content && !metas.has(name)) metas.set(name, content);
    } else if (tag === 'link' && tokens(element, 'rel').includes('canonical'))
      canonical ??= attribute(element, 'href');
    else if (tag === 'link' && /^application\/(?:rss|atom)\+xml$/i.test(attribute(element, 'type')))
      feed ||= cleanText(attribute(element, 'title'));
    else if (tag === 'script' && /^application\/ld\+json/i.test(attribute(element, 'type').trim()))
      jsonLd.push(element.children.join(''));
    else if (brands.length < 5 && isBrand(element)) brands.push(textOf(element, undefined, 200));
    else if (tag === 'h1' && headings.length < 3) headings.push(textOf(element, undefined, 200));
  }
  const stated = readScripts(jsonLd);
  const page = canonical && cleanUrl(canonical, base);
  const shown = page || absolute(metas.get('og:url')) || base || absolute(stated.url);
  const resolved = baseHref === undefined ? shown : (absolute(baseHref, shown) ?? shown);
  const posts = new Set(titles.map(foldText));
  const isSite = (name: string | undefined) => isSiteName(name) && !posts.has(foldText(name));
  const named = [
    stated.publication,
    metas.get('og:site_name'),
    ...brands.filter(isSite),
    metas.get('application-name'),
    metas.get('apple-mobile-web-app-title'),
  ];
  const publication =
    named.find(isSiteName) ??
    withoutLead(
      siteNameIn(title, headings.filter(isSite), isSite) ?? headings.find(isSite) ?? siteNameOfFeed(feed),
    );
  return { base: resolved, language, publication: publication || undefined, jsonLd };
}

const lead =
  /^(?:(?:the )?(?:latest|newest|recent|all|new)(?: (?:posts|articles|stories|news|writing))?|posts|articles|blog posts|archives?(?: of posts)?)\s+(?:from|of|by|at|on)\s+(?:the\s+)?(?=\p{Lu})/iu;

/** "Latest from Kestrel" says that Kestrel publishes it. */
function withoutLead(name: string | undefined): string | undefined {
  const rest = name?.replace(lead, '');
  return rest !== name && rest !== undefined && /^\p{Lu}/u.test(rest) && isSiteName(rest) ? rest : name;
}

function absolute(text: string | undefined, base?: string): string | undefined {
  return text === undefined ? undefined : cleanUrl(text, base);
}
