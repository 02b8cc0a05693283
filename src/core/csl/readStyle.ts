import type { CslNode } from 'citeproc';
import { CslError } from './formatter';
import { parseXml } from './parseXml';

/** In characters: five times the longest of the public styles. */
const longest = 1_000_000;
/** Elements after each macro stands where it is called; the longest of the 2,700 public styles have a third. */
const mostElements = 200_000;

/**
 * A style as citeproc takes it, made anew, as citeproc changes it.
 * @throws CslError when it is no style that could be used
 */
export function readStyle(style: string | object): CslNode {
  const root = readNode(style);
  if (root.name === 'locale') fail('This is a CSL locale, not a style.');
  if (root.name !== 'style') fail(`This is no CSL style: it begins with <${root.name}>.`);
  if (!child(root, 'citation')) {
    const parent = parentOf(root);
    if (parent) fail(`This style only names another one. Use that instead: ${parent}.`);
    fail('This style has no <citation>, so it cannot cite.');
  }
  if (!child(child(root, 'citation')!, 'layout')) fail('The <citation> of this style has no <layout>.');
  if (countElements(root) > mostElements) fail('The macros of this style call each other too often.');
  return root;
}

/** A style or a locale in either form. */
export function readNode(data: string | object): CslNode {
  if (typeof data !== 'string') return copyNode(data);
  if (data.length > longest) fail('This file is too large for a CSL style.');
  return /^\ufeff?\s*\{/.test(data) ? copyNode(parseJson(data)) : parseXml(data);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return fail('This is neither XML nor JSON.');
  }
}

function copyNode(value: unknown): CslNode {
  const { name, attrs, children } = (value ?? {}) as Partial<Record<keyof CslNode, unknown>>;
  if (typeof name !== 'string') return fail('This JSON is no CSL style.');
  return {
    name,
    attrs: Object.fromEntries(
      Object.entries(attrs ?? {}).map(([attribute, text]) => [attribute, String(text)]),
    ),
    children: (Array.isArray(children) ? children : []).map(inner =>
      typeof inner === 'string' ? inner : copyNode(inner),
    ),
  };
}

function child(node: CslNode, name: string): CslNode | undefined {
  return elements(node).find(inner => inner.name === name);
}

function elements(node: CslNode): CslNode[] {
  return node.children.filter((inner): inner is CslNode => typeof inner !== 'string');
}

/** The name of the style that a dependent style is another name of. */
function parentOf(style: CslNode): string | undefined {
  const links = elements(child(style, 'info') ?? style).filter(({ name }) => name === 'link');
  const { href } = links.find(({ attrs }) => attrs.rel === 'independent-parent')?.attrs ?? {};
  return href?.replace(/^.*\//, '');
}

/** What citeproc would build: macros may call macros, each of which is put where it is called. */
function countElements(style: CslNode): number {
  const macros = new Map(elements(style).map(node => [node.attrs.name, node]));
  const counts = new Map<CslNode, number>();
  const calling: string[] = [];
  const count = (node: CslNode): number => {
    const known = counts.get(node);
    if (known !== undefined) return known;
    let sum = 1;
    for (const inner of elements(node)) sum += count(inner);
    const called = node.attrs.macro;
    const macro = called === undefined ? undefined : macros.get(called);
    if (called !== undefined && !macro)
      fail(`Macro “${called}” is called, but the style has none of this name.`);
    if (called !== undefined && macro) {
      if (calling.includes(called)) fail(`Macro “${called}” calls itself.`);
      calling.push(called);
      sum += count(macro);
      calling.pop();
    }
    counts.set(node, sum);
    return sum;
  };
  return elements(style)
    .filter(({ name }) => name !== 'macro')
    .reduce((sum, node) => sum + count(node), 0);
}

function fail(message: string): never {
  throw new CslError(message);
}
