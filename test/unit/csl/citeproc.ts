import CSL, { type CitationItem, type CslNode, type Engine } from 'citeproc';
import { citingEach } from '../../../src/core/csl/citingEach';
import { toCslItem } from '../../../src/core/formats/cslItem';
import type { Post } from '../../../src/core/post';
import { localeOf } from './styles';

/** citeproc itself, without anything of Byline's but the items, which have no markup, and that no cites are put together. */
export function citeprocOf(style: CslNode, posts: readonly Post[], language = 'en-US'): Engine {
  const items = new Map(posts.map(post => [post.id, hideTags(toCslItem(withLiteral(post)))]));
  const system = {
    retrieveLocale: (name: string) => structuredClone(localeOf(name) ?? localeOf('en-US')!),
    retrieveItem: (id: string) => items.get(id) as Record<string, unknown>,
    wrapCitationEntry: (html: string) => html,
  };
  const engine = new CSL.Engine(system, citingEach(structuredClone(style)), language, true);
  // Without it some styles capitalise addresses.
  Object.assign(engine.opt.development_extensions, { wrap_url_and_doi: true });
  // It fails on a title such as "constructor".
  Object.setPrototypeOf(engine.registry.ambigcites, null);
  engine.updateItems(posts.map(({ id }) => id));
  return engine;
}

export const itemOf = ({ id }: Post): CitationItem => ({ id, position: 0 });

/** Instead of a "<" that could begin markup; sorts as Byline's own stand-in does. */
export const hiddenTag = '\ufdd0';

export function hideTags<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/<(?=[a-z/])/gi, hiddenTag) as T;
  if (Array.isArray(value)) return value.map(hideTags) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hideTags(inner)])) as T;
}

/** CSL has no person with a given name alone; and a team beside persons is taken for one, see `cslItemOf`. */
export function withLiteral(post: Post): Post {
  const hasPerson = post.author.some(({ family }) => family);
  const author = post.author.map(name => {
    const literal = name.literal ?? name.given!;
    return name.family ? name : hasPerson ? { family: literal } : { literal };
  });
  return { ...post, author };
}
