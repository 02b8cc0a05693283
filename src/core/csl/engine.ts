import type { Engine, System } from 'citeproc';
import type { Post } from '../post';
import { allow } from './budget';
import { buildEngine } from './buildEngine';
import { citingEach } from './citingEach';
import { cslItemOf } from './cslItemOf';
import { type CslData, CslError } from './formatter';
import { readNode, readStyle } from './readStyle';
import { localeFor } from './shipped';
import { updatingItems } from './updatingItems';

/** citeproc's ids of posts by the posts', in the order in which they are cited. */
type Ids = ReadonlyMap<string, string>;

/** citeproc in a style, told of posts rather than of items. */
export interface PostEngine {
  /** Another one after `startAnew`. */
  readonly engine: Engine;
  /** The posts that it has been told of; none while it is being told. */
  readonly told: Ids | undefined;
  /**
   * Makes these the posts that are cited, in this order, each id once. Of many it takes seconds, so that it is done in
   * small steps, whoever asks: who comes in between is told after it.
   */
  telling(posts: readonly Post[]): Generator<void, Ids>;
  /** To be called once something was thrown: citeproc would go on from the middle of what it was at. */
  startAnew(): void;
}

/** Around the id that follows an entry of a bibliography. */
export const entryId = /\ufdd2(.*)\ufdd2/;

/** @throws CslError when the style is none; whatever citeproc throws when it can't use it */
export function createEngine(data: CslData): PostEngine {
  let items = new Map<string, ReturnType<typeof cslItemOf>>();
  const known = new WeakMap<Post, string>();
  let count = 0;
  const idOf = (post: Post) => {
    const id = known.get(post) ?? `p${count++}`;
    known.set(post, id);
    return id;
  };
  const create = () => citeprocIn(data, id => items.get(id)!);
  let engine: Engine | undefined = create();
  let told: Ids | undefined = new Map();
  let underWay: { readonly ids: Ids; readonly steps: Generator<void> } | undefined;
  let failed: { readonly ids: Ids; readonly error: unknown } | undefined;

  function* updating(cited: readonly Post[], ids: Ids): Generator<void> {
    told = undefined;
    const before = items;
    items = new Map(cited.map(post => [idOf(post), before.get(idOf(post)) ?? cslItemOf(post, idOf(post))]));
    engine ??= create();
    allow(engine, ids.size);
    yield* updatingItems(engine, [...ids.values()]);
    told = ids;
  }

  function startAnew(): void {
    engine = undefined;
    underWay = undefined;
    told = undefined;
  }

  return {
    get engine() {
      engine ??= create();
      return engine;
    },
    get told() {
      return told;
    },
    *telling(posts) {
      const ids = new Map<string, string>();
      const cited = posts.filter(post => !ids.has(post.id) && ids.set(post.id, idOf(post)));
      for (;;) {
        if (told && isSame(told, ids)) return told;
        // It would take as long.
        if (failed && isSame(failed.ids, ids)) throw failed.error;
        underWay ??= { ids, steps: updating(cited, ids) };
        const current = underWay;
        try {
          if (current.steps.next().done) underWay = undefined;
        } catch (error) {
          failed = { ids: current.ids, error };
          startAnew();
          throw error;
        }
        yield;
      }
    },
    startAnew,
  };
}

function isSame(told: Ids, next: Ids): boolean {
  const order = [...next.values()];
  return order.length === told.size && [...told.values()].every((id, at) => id === order[at]);
}

function citeprocIn(
  { style, locales, language, forceLanguage = false }: CslData,
  retrieveItem: System['retrieveItem'],
): Engine {
  const system = {
    retrieveLocale(name: string) {
      const locale = locales(name) ?? locales(localeFor(name)) ?? locales('en-US');
      if (locale === undefined) throw new CslError('The locale en-US is missing.');
      return readNode(locale);
    },
    retrieveItem,
    wrapCitationEntry: (html: string, id?: string) => `<cite id="${id ?? ''}">${html}</cite>`,
    embedBibliographyEntry: (id: string) => `\ufdd2${id}\ufdd2`,
  };
  const spoken = locales(language) === undefined ? localeFor(language) : language;
  const engine = buildEngine(system, citingEach(readStyle(style)), spoken, forceLanguage);
  Object.assign(engine.opt.development_extensions, { wrap_url_and_doi: true, field_hack: false });
  // Its keys are cites, and a title may be "constructor".
  Object.setPrototypeOf(engine.registry.ambigcites, null);
  return engine;
}
