import CSL from 'citeproc';
import type { Place } from '../citation/escapeText';
import type { Post } from '../post';
import { citationRuns, withoutForm } from './citationRuns';
import { createEngine, entryId, type PostEngine } from './engine';
import { type CslData, type CslEntry, CslError, type CslFormatter } from './formatter';
import { readHtml } from './readHtml';
import { writeMarkdown } from './writeMarkdown';

/**
 * A formatter of a style. What it is asked may throw too, as a style's faults show in use.
 * @throws CslError when the style is none, or citeproc can't use it
 */
export function createFormatter(data: CslData): CslFormatter {
  const posts = attempt(() => createEngine(data));
  const { opt } = posts.engine;
  const isNumeric = opt.update_mode === CSL.NUMERIC;
  return {
    kind: opt.xclass === 'note' ? 'note' : isNumeric ? 'numeric' : 'inText',
    citation: (cites, cited, place) => attempt(() => writeMarkdown(citationRuns(posts, cites, cited), place)),
    bibliography: (cited, place) => attempt(() => bibliography(posts, cited, place)),
  };
}

function bibliography(posts: PostEngine, cited: readonly Post[], place: Place | undefined): CslEntry[] {
  posts.cite(cited);
  const [, entries] = posts.engine.makeBibliography() || [undefined];
  if (!entries) return [];
  const inLine = { lineStart: true, ...place };
  const told = entries.flatMap((html): CslEntry[] => {
    const post = posts.postOf(entryId.exec(html)?.[1] ?? '');
    return post ? [{ id: post.id, text: writeMarkdown(readHtml(html.replace(entryId, '')), inLine) }] : [];
  });
  // A style may print nothing of what a post has.
  const ids = new Set(told.map(({ id }) => id));
  const others = [...new Map(cited.map(post => [post.id, post])).values()].filter(({ id }) => !ids.has(id));
  return [
    ...told,
    ...others.map(post => ({ id: post.id, text: writeMarkdown(withoutForm({ post }), inLine) })),
  ];
}

/** citeproc throws texts. */
function attempt<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof CslError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new CslError(`citeproc cannot use this style: ${reason.replace(/^.*?error: /i, '')}`);
  }
}
