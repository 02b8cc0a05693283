import type { CslNode } from 'citeproc';
import { CslError } from './formatter';

/** Characters of a style's own text that take as long as an element. */
const textOfElement = 50;

/** Elements that take as long as one for names, as posts that are told alike are tried with more and more names. */
const names = 20;

/**
 * The elements that citeproc goes through for one post in a citation or a list at most: macros wherever they are called, and one branch of a
 * choice. Long texts count as more.
 * @throws CslError when a macro is missing, or calls itself
 */
export function mostWork(style: CslNode): number {
  const parts = elementsOf(style);
  const macros = new Map<string | undefined, CslNode>();
  for (const node of parts) {
    // Of a name citeproc takes the first one.
    if (node.name === 'macro' && !macros.has(node.attrs.name)) macros.set(node.attrs.name, node);
  }
  const ofLocale = mostOfLocale(parts.filter(({ name }) => name === 'locale'));
  const known = new Map<CslNode, number>();
  const calling = new Set<string>();

  function calledBy({ attrs: { macro: name } }: CslNode): number {
    if (name === undefined) return 0;
    const macro = macros.get(name);
    if (!macro) throw new CslError(`Macro “${name}” is called, but the style has none of this name.`);
    if (calling.has(name)) throw new CslError(`Macro “${name}” calls itself.`);
    calling.add(name);
    const work = workOf(macro);
    calling.delete(name);
    return work;
  }

  function workOf(node: CslNode): number {
    const before = known.get(node);
    if (before !== undefined) return before;
    const inner = elementsOf(node);
    const own =
      ownWork(node) * (node.name === 'names' ? names : 1) + (usesLocale.test(node.name) ? ofLocale : 0);
    const work = own + calledBy(node) + (node.name === 'choose' ? choice(inner) : sum(inner.map(workOf)));
    known.set(node, work);
    return work;
  }

  /** All conditions may be tried, and what one of them leads to. */
  const choice = (branches: readonly CslNode[]) =>
    sum(branches.map(ownWork)) + Math.max(0, ...branches.map(branch => sum(elementsOf(branch).map(workOf))));

  return Math.max(...parts.filter(({ name }) => !/^(?:macro|info|locale)$/.test(name)).map(workOf));
}

/** Elements that write terms or dates of a locale. */
const usesLocale = /^(?:text|number|label|names?|et-al|date|date-part)$/;

/** What the largest term or date of a style's own locales takes. */
function mostOfLocale(locales: readonly CslNode[]): number {
  const groups = locales.flatMap(elementsOf);
  const nodes = [...groups, ...groups.flatMap(elementsOf)];
  return nodes.reduce((most, node) => (node.name === 'terms' ? most : Math.max(most, size(node))), 0);
}

const size = (node: CslNode): number => ownWork(node) + sum(elementsOf(node).map(size));

function ownWork({ attrs, children }: CslNode): number {
  const texts = [...Object.values(attrs), ...children.filter(child => typeof child === 'string')];
  return 1 + sum(texts.map(({ length }) => length)) / textOfElement;
}

function elementsOf({ children }: CslNode): CslNode[] {
  return children.filter(child => typeof child !== 'string');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
