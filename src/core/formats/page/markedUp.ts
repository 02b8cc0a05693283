import type { SchemaNode } from '../html/schema';
import { attribute, type HtmlElement, isElement, textOf } from '../html/tree';

/** Names of properties in lower case, also those that other vocabularies have for the same. */
const properties: Readonly<Record<string, string>> = {
  headline: 'headline',
  name: 'name',
  title: 'name',
  author: 'author',
  creator: 'author',
  datepublished: 'datePublished',
  datecreated: 'dateCreated',
  issued: 'datePublished',
  date: 'dateCreated',
  created: 'dateCreated',
  publisher: 'publisher',
  description: 'description',
  abstract: 'abstract',
  keywords: 'keywords',
  articlesection: 'articleSection',
  url: 'url',
  mainentityofpage: 'mainEntityOfPage',
  inlanguage: 'inLanguage',
  ispartof: 'isPartOf',
  blogpost: 'blogPost',
  blogposts: 'blogPost',
  mainentity: 'mainEntity',
};
const addresses = new Set(['url', 'mainEntityOfPage']);
const most = 20_000;

interface Item {
  readonly types: readonly string[];
  readonly values: Map<string, unknown[]>;
}

/** The things that the page describes in microdata and RDFa Lite, as nodes like those of JSON-LD. */
export function readMarkedUp(root: HtmlElement): SchemaNode[] {
  const found: SchemaNode[] = [];
  let count = 0;
  const walk = (element: HtmlElement, item: Item | undefined): void => {
    for (const child of element.children) {
      if (!isElement(child)) continue;
      const names = item ? propertiesOf(child) : [];
      const types = typesOf(child);
      if (types === undefined || ++count > most) {
        for (const name of names) add(item!, name, statedBy(child, name));
        walk(child, item);
        continue;
      }
      const inner: Item = { types, values: new Map() };
      walk(child, inner);
      const node = toNode(inner, child);
      for (const name of names) add(item!, name, node);
      if (names.length === 0) found.push(node);
    }
  };
  walk(root, undefined);
  return found;
}

function typesOf(element: HtmlElement): string[] | undefined {
  const { attributes } = element;
  if (!attributes.has('itemscope') && !attributes.has('itemtype') && !attributes.has('typeof'))
    return undefined;
  const written = `${attribute(element, 'itemtype')} ${attribute(element, 'typeof')}`.slice(0, 500);
  return written.split(/\s+/).filter(type => type !== '');
}

function propertiesOf(element: HtmlElement): string[] {
  const { attributes } = element;
  if (!attributes.has('itemprop') && !attributes.has('property')) return [];
  const written = `${attribute(element, 'itemprop')} ${attribute(element, 'property')}`.slice(0, 500);
  const names = written
    .toLowerCase()
    .split(/\s+/)
    // Open Graph's properties are the page's, not the item's around them.
    .filter(name => !/^(?:og|article|fb|twitter):/.test(name))
    .map(name => properties[name.replace(/^.*[/:#]/, '')]);
  return [...new Set(names)].filter(name => name !== undefined);
}

function statedBy(element: HtmlElement, name: string): string {
  const { attributes } = element;
  const stated = attributes.get('content') ?? attributes.get('datetime');
  if (stated) return stated.slice(0, 10_000);
  if (addresses.has(name)) return attribute(element, 'href') || attribute(element, 'itemid');
  return textOf(element, undefined, 1000);
}

function add(item: Item, name: string, value: unknown): void {
  if (value === '') return;
  const values = item.values.get(name);
  if (!values) item.values.set(name, [value]);
  else if (values.length < 200) values.push(value);
}

const several = new Set(['author', 'keywords', 'blogPost', 'articleSection']);

function toNode({ types, values }: Item, element: HtmlElement): SchemaNode {
  const members = [...values].map(([name, all]) => [name, several.has(name) ? all : all[0]] as const);
  const id = attribute(element, 'itemid') || attribute(element, 'resource');
  return { '@type': types, ...(id ? { '@id': id } : {}), ...Object.fromEntries(members) };
}
