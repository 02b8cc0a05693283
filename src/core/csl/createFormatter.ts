import CSL from 'citeproc';
import type { Post } from '../post';
import { runWhole } from '../sliced';
import { citationRuns } from './citationRuns';
import { createEngine, type PostEngine } from './engine';
import { type CslData, CslError, type CslFormatter } from './formatter';
import { writeMarkdown } from './writeMarkdown';
import { writingBibliography } from './writingBibliography';

/** So few posts are told to citeproc in little time. */
const fewPosts = 20;

/**
 * A formatter of a style. What it is asked may throw too, as a style's faults show in use.
 * @throws CslError when the style is none, or citeproc can't use it
 */
export function createFormatter(data: CslData): CslFormatter {
  const few = attempt(() => createEngine(data));
  // Who asks of a few posts does not make the other one forget the many of a long document.
  let many: PostEngine | undefined;
  const engineFor = (posts: readonly Post[]) => {
    if (posts.length <= fewPosts) return few;
    many ??= createEngine(data);
    return many;
  };
  const { opt } = few.engine;
  const isNumeric = opt.update_mode === CSL.NUMERIC;

  const inSteps = function* <T>(cited: readonly Post[], act: (posts: PostEngine) => Generator<void, T>) {
    const posts = engineFor(cited);
    try {
      return yield* act(posts);
    } catch (error) {
      posts.startAnew();
      throw asCslError(error);
    }
  };
  const writingEntries: CslFormatter['writingBibliography'] = (cited, place) =>
    inSteps(cited, posts => writingBibliography(posts, cited, place));
  return {
    kind: opt.xclass === 'note' ? 'note' : isNumeric ? 'numeric' : 'inText',
    citation(cites, cited, place) {
      const posts = engineFor(cited);
      return attempt(() => writeMarkdown(citationRuns(posts, cites, cited), place), posts.startAnew);
    },
    *preparing(cited) {
      yield* inSteps(cited, posts => posts.telling(cited));
    },
    bibliography: (cited, place) => runWhole(writingEntries(cited, place)),
    writingBibliography: writingEntries,
  };
}

function attempt<T>(act: () => T, failed?: () => void): T {
  try {
    return act();
  } catch (error) {
    failed?.();
    throw asCslError(error);
  }
}

/** citeproc throws texts. */
function asCslError(error: unknown): CslError {
  if (error instanceof CslError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new CslError(`citeproc cannot use this style: ${reason.replace(/^.*?error: /i, '')}`);
}
