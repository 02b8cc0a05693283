import CSL from 'citeproc';
import { citationRuns } from './citationRuns';
import { createEngine, entryId } from './engine';
import { type CslData, CslError, type CslFormatter } from './formatter';
import { readHtml } from './readHtml';
import { writeMarkdown } from './writeMarkdown';

/**
 * A formatter of a style. What it is asked may throw too, as a style's faults show in use.
 * @throws CslError when the style is none, or citeproc can't use it
 */
export function createFormatter(data: CslData): CslFormatter {
  const posts = attempt(() => createEngine(data));
  const { engine } = posts;
  const isNumeric = engine.opt.update_mode === CSL.NUMERIC;
  return {
    kind: engine.opt.xclass === 'note' ? 'note' : isNumeric ? 'numeric' : 'inText',
    citation: (cites, cited, place) => attempt(() => writeMarkdown(citationRuns(posts, cites, cited), place)),
    bibliography: (cited, place) =>
      attempt(() => {
        posts.cite(cited);
        const [, entries] = engine.makeBibliography() || [undefined, []];
        return entries.map(html => ({
          id: posts.postOf(entryId.exec(html)![1]!).id,
          text: writeMarkdown(readHtml(html.replace(entryId, '')), { lineStart: true, ...place }),
        }));
      }),
  };
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
