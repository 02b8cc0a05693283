import { type FoundDate, findDate, parseDate } from '../../date';
import { displayName, parseName } from '../../name';
import type { Name, PartialDate } from '../../post';
import { cleanText } from '../../text';
import { readNames } from '../line/names';
import type { Draft } from './draft';
import { plainMarkup } from './plainMarkup';

/** A thing as schema.org describes it, in JSON-LD or in the attributes of microdata and RDFa. */
export type SchemaNode = Readonly<Record<string, unknown>>;
/** Nodes that others refer to by their `@id`. */
export type NodesById = ReadonlyMap<string, SchemaNode>;

export const isNode = (value: unknown): value is SchemaNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names of the types, without the vocabulary's address. */
export function typesOf(node: SchemaNode): string[] {
  const type = node['@type'];
  const types = Array.isArray(type) ? type.slice(0, 20) : [type];
  return types.filter(type => typeof type === 'string').map(type => type.replace(/^.*[/:#]/, ''));
}

export function idOf(value: unknown): string | undefined {
  const id = isNode(value) ? value['@id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** A string as plain text; many pages put HTML into it. */
export function textIn(value: unknown): string | undefined {
  if (Array.isArray(value)) return textIn(value[0]);
  if (isNode(value) && '@value' in value) return textIn(value['@value']);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  return cleanText(plainMarkup(value.slice(0, 10_000))) || undefined;
}

/** The article or other work that a node describes. `undefined` when it has no title. */
export function readWork(node: SchemaNode, byId: NodesById): Draft | undefined {
  const title = textIn(node.headline) ?? textIn(node.name) ?? textIn(node.title);
  if (!title) return undefined;
  return {
    title,
    names: readAuthors(node.author ?? node.creator, byId),
    date: statedDate(textIn(node.datePublished) ?? textIn(node.dateCreated)),
    href:
      textIn(node.url) ??
      idOf(node.url) ??
      textIn(node.mainEntityOfPage) ??
      idOf(node.mainEntityOfPage) ??
      idOf(node)?.replace(/#.*$/, ''),
    abstract: textIn(node.description) ?? textIn(node.abstract),
    keywords: [...keywords(node.keywords), ...keywords(node.articleSection)],
    publication: publicationOf(node, byId),
    language: textIn(node.inLanguage) ?? textIn(isNode(node.inLanguage) ? node.inLanguage.alternateName : ''),
  };
}

/** Of a blog or periodical that the work is part of, else of who publishes it. */
function publicationOf(node: SchemaNode, byId: NodesById): string | undefined {
  const whole = Array.isArray(node.isPartOf) ? node.isPartOf.slice(0, 10) : [node.isPartOf];
  for (const part of whole) {
    const known = byId.get(idOf(part) ?? '') ?? part;
    if (
      isNode(known) &&
      typesOf(known).some(type => /^(?:Blog|Periodical|Newspaper|WebSite|Magazine)$/.test(type))
    )
      return textIn(known.name);
  }
  return nameOf(node.publisher, byId);
}

/** A date for machines, also as programs print one by mistake: "2021-05-03 10:00:00 +0000 UTC", seconds since 1970. */
export function statedDate(text: string | undefined): PartialDate | undefined {
  if (text === undefined || text.length > 100) return undefined;
  const date = parseDate(text) ?? atStart(findDate(text)) ?? dateOfEpoch(text);
  const isUnset = date && (date.year < 1000 || (date.year === 1970 && date.month === 1 && date.day === 1));
  return isUnset ? undefined : date;
}

const atStart = (found: FoundDate | undefined): PartialDate | undefined =>
  found?.start === 0 ? found.date : undefined;

function dateOfEpoch(text: string): PartialDate | undefined {
  if (!/^1\d{9}(?:\d{3})?$/.test(text)) return undefined;
  const date = new Date(Number(text) * (text.length > 10 ? 1 : 1000));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function readAuthors(value: unknown, byId: NodesById): Name[] {
  const names: Name[] = [];
  for (const author of Array.isArray(value) ? value.slice(0, 200) : [value]) {
    const node = isNode(author) ? (byId.get(idOf(author) ?? '') ?? author) : undefined;
    for (const name of namesOf(author, byId)) {
      if (
        node &&
        typesOf(node).some(type => /Organization|Corporation/.test(type)) &&
        !typesOf(node).includes('Person')
      )
        names.push({ literal: name });
      else names.push(...(readNames(name, true)?.names ?? [name]).map(parseName));
    }
  }
  return names.filter(name => displayName(name) !== '');
}

const namesOf = (value: unknown, byId: NodesById): readonly string[] =>
  isNode(value) && Array.isArray(value.name)
    ? value.name.slice(0, 50).flatMap(name => textIn(name) ?? [])
    : [nameOf(value, byId)].filter(name => name !== undefined);

export function nameOf(value: unknown, byId: NodesById): string | undefined {
  if (Array.isArray(value)) return nameOf(value[0], byId);
  if (typeof value === 'string')
    return /^https?:/.test(value) ? textIn(byId.get(value)?.name) : textIn(value);
  if (!isNode(value)) return undefined;
  const known = byId.get(idOf(value) ?? '') ?? value;
  const whole = [textIn(known.givenName), textIn(known.familyName)].filter(part => part).join(' ');
  return textIn(value.name) ?? textIn(known.name) ?? (whole || undefined);
}

function keywords(value: unknown): string[] {
  const told = Array.isArray(value) ? value.slice(0, 50) : typeof value === 'string' ? [value] : [];
  return told
    .flatMap(words => (typeof words === 'string' ? words.slice(0, 5000).split(/[,;]/) : [words]))
    .flatMap(word => textIn(word) ?? nameOf(word, new Map()) ?? []);
}
