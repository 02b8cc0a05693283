import type { CslNode } from 'citeproc';
import { CslError } from './formatter';
import { mostWork } from './mostWork';
import { parseXml } from './parseXml';

/** In characters: five times the longest of the public styles. */
const longest = 1_000_000;
/** See `mostWork`: twice the most of the 2,700 public styles. */
const tooMuchWork = 12_000;

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
  if (mostWork(root) > tooMuchWork) fail('The macros of this style call each other too often.');
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

function fail(message: string): never {
  throw new CslError(message);
}
