import type { Engine } from 'citeproc';
import type { Post } from '../post';
import { buildEngine } from './buildEngine';
import { citingEach } from './citingEach';
import { cslItemOf } from './cslItemOf';
import { type CslData, CslError } from './formatter';
import { readNode, readStyle } from './readStyle';
import { localeFor } from './shipped';

/** citeproc in a style, told of posts rather than of items. */
export interface PostEngine {
  readonly engine: Engine;
  /**
   * Makes these the posts that are cited, in this order, each id once.
   * @returns citeproc's ids by the posts'
   */
  cite(posts: readonly Post[]): ReadonlyMap<string, string>;
  /** Of an id of citeproc's. */
  postOf(id: string): Post | undefined;
}

/** Around the id that follows an entry of a bibliography. */
export const entryId = /\ufdd2(.*)\ufdd2/;

/** @throws CslError when the style is none; whatever citeproc throws when it can't use it */
export function createEngine({ style, locales, language, forceLanguage = false }: CslData): PostEngine {
  const items = new Map<string, { readonly post: Post; readonly item: ReturnType<typeof cslItemOf> }>();
  const system = {
    retrieveLocale(name: string) {
      const locale = locales(name) ?? locales(localeFor(name)) ?? locales('en-US');
      if (locale === undefined) throw new CslError('The locale en-US is missing.');
      return readNode(locale);
    },
    retrieveItem: (id: string) => items.get(id)!.item,
    wrapCitationEntry: (html: string, id?: string) => `<cite id="${id ?? ''}">${html}</cite>`,
    embedBibliographyEntry: (id: string) => `\ufdd2${id}\ufdd2`,
  };
  const spoken = locales(language) === undefined ? localeFor(language) : language;
  const engine = buildEngine(system, citingEach(readStyle(style)), spoken, forceLanguage);
  Object.assign(engine.opt.development_extensions, { wrap_url_and_doi: true, field_hack: false });
  // Its keys are cites, and a title may be "constructor".
  Object.setPrototypeOf(engine.registry.ambigcites, null);

  const known = new WeakMap<Post, string>();
  let count = 0;
  let ids = new Map<string, string>();
  const idOf = (post: Post) => {
    const id = known.get(post) ?? `p${count++}`;
    known.set(post, id);
    if (!items.has(id)) items.set(id, { post, item: cslItemOf(post, id) });
    return id;
  };
  return {
    engine,
    cite(posts) {
      const next = new Map<string, string>();
      for (const post of posts) if (!next.has(post.id)) next.set(post.id, idOf(post));
      const order = [...next.values()];
      const isSame = order.length === ids.size && [...ids.values()].every((id, at) => id === order[at]);
      ids = new Map(); // should it throw
      if (!isSame) engine.updateItems(order);
      ids = next;
      const cited = new Set(order);
      for (const id of items.keys()) if (!cited.has(id)) items.delete(id);
      return ids;
    },
    postOf: id => items.get(id)?.post,
  };
}
