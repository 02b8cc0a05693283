import type { Place } from '../citation/escapeText';
import type { Post } from '../post';
import { allow } from './budget';
import { withoutForm } from './citationRuns';
import { entryId, type PostEngine } from './engine';
import type { CslEntry } from './formatter';
import { readHtml } from './readHtml';
import { writeMarkdown } from './writeMarkdown';

/** The entries of a bibliography as Markdown, in small steps. */
export function* writingBibliography(
  posts: PostEngine,
  cited: readonly Post[],
  place: Place | undefined,
): Generator<void, CslEntry[]> {
  const inLine = { lineStart: true, ...place };
  const ids = yield* posts.telling(cited);
  if (posts.engine.bibliography.tokens.length === 0) return [];
  const idOf = new Map([...ids].map(([id, citeprocsId]) => [citeprocsId, id]));
  const told: CslEntry[] = [];
  for (const entries of makingBibliography(posts, cited)) {
    for (const html of entries) {
      const id = idOf.get(entryId.exec(html)?.[1] ?? '');
      if (id !== undefined)
        told.push({ id, text: writeMarkdown(readHtml(html.replace(entryId, '')), inLine) });
    }
    yield;
  }
  // A style may print nothing of what a post has.
  const printed = new Set(told.map(({ id }) => id));
  const others = new Map(cited.filter(({ id }) => !printed.has(id)).map(post => [post.id, post]));
  return [
    ...told,
    ...[...others.values()].map(post => ({
      id: post.id,
      text: writeMarkdown(withoutForm({ post }), inLine),
    })),
  ];
}

/** citeproc's `makeBibliography` in small steps: the HTML of an entry in each, or of none. */
function* makingBibliography(posts: PostEngine, cited: readonly Post[]): Generator<readonly string[]> {
  const { engine } = posts;
  let { told } = posts;
  const { parallel } = engine.opt;
  const isWhole = parallel.enable || engine.bibliography.opt.track_container_items !== undefined;
  const sorted = engine.registry.getSortedIds();
  /** A style may write dashes for the names of the entry before. */
  let before: unknown = false;
  for (const portion of isWhole ? [sorted] : sorted.map(id => [id])) {
    // Who has asked of others in between has made it forget these.
    if (posts.told !== told) for (const _ of posts.telling(cited)) yield [];
    ({ told } = posts);
    const { registry, tmp } = posts.engine;
    const { getSortedIds } = registry;
    registry.getSortedIds = () => {
      tmp.last_rendered_name = before;
      return portion;
    };
    allow(posts.engine, portion.length);
    const made = posts.engine.makeBibliography();
    registry.getSortedIds = getSortedIds;
    before = tmp.last_rendered_name;
    yield made ? made[1] : [];
  }
}
