import { attribute, type HtmlElement, type HtmlNode, tokens } from './tree';

/** The part of a page that speaks of one post. */
export interface Entry {
  /** The element whose text is the title. */
  readonly title: HtmlElement;
  readonly link: HtmlElement | undefined;
  readonly nodes: readonly HtmlNode[];
}

/** Whether markup says that the element holds one post (or the page's whole list of them). */
export function isEntryElement(element: HtmlElement): boolean {
  if (element.tag === 'article') return true;
  if (element.attributes.size === 0) return false;
  if (attribute(element, 'role') === 'article') return true;
  if (element.tag === 'body' || element.tag === 'html') return false;
  const type = attribute(element, 'itemtype');
  if (type && /\/(?:BlogPosting|\w*Article|Report|LiveBlogPosting)$/i.test(type)) return true;
  if (tokens(element, 'itemprop').some(word => word === 'blogpost' || word === 'blogposts')) return true;
  return tokens(element, 'class').some(
    token => token === 'h-entry' || token === 'hentry' || token === 'h-cite',
  );
}
