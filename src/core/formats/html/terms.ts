import { headingLevel } from './chrome';
import type { Entry } from './entry';
import { isPostLink } from './links';
import { roleOf } from './roles';
import { descendants, type HtmlElement, isElement, textOf } from './tree';

/** The title in the description of a term that is but a number: "TR-12", "arXiv:2101.00001". */
export function titleOfTerm({ title, nodes }: Entry): HtmlElement | undefined {
  const description = nodes.find(node => isElement(node) && node.tag === 'dd');
  if (!description || !isElement(description)) return undefined;
  const isNumber = /^[^\s]*\d[^\s]*$/u.test(textOf(title, undefined, 40)) && termOf(title) !== undefined;
  if (!isNumber) return undefined;
  for (const element of descendants(description)) {
    const isTitle = headingLevel(element) !== undefined || roleOf(element) === 'title';
    if (isTitle || /^(?:strong|b|cite)$/.test(element.tag)) return element;
  }
  return undefined;
}

const known = new WeakMap<HtmlElement, ReadonlyMap<HtmlElement, HtmlElement>>();

/** For each description of a list the term right above it; worked out once for each list, for lists are long. */
function termsOf(list: HtmlElement): ReadonlyMap<HtmlElement, HtmlElement> {
  const found = known.get(list);
  if (found) return found;
  const terms = new Map<HtmlElement, HtmlElement>();
  let before: HtmlElement | undefined;
  for (const child of list.children.filter(isElement)) {
    if (child.tag === 'dd' && before?.tag === 'dt') terms.set(child, before);
    before = child;
  }
  known.set(list, terms);
  return terms;
}

/** The term that an element stands in, or that the description around it belongs to. */
function termOf(element: HtmlElement): HtmlElement | undefined {
  let item: HtmlElement | undefined = element;
  for (let depth = 0; item && item.tag !== 'dt' && item.tag !== 'dd' && depth < 6; depth++)
    item = item.parent;
  if (item?.tag === 'dt') return item;
  if (item?.tag !== 'dd' || !item.parent) return undefined;
  return termsOf(item.parent).get(item);
}

/** The link of the term above the description that the title stands in. */
export function linkOfTerm(title: HtmlElement): HtmlElement | undefined {
  const term = termOf(title);
  return (
    term && [...descendants(term)].slice(0, 20).find(element => element.tag === 'a' && isPostLink(element))
  );
}
