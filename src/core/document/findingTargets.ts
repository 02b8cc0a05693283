import { citedTarget } from './citationIndex';
import { type DocumentCitation, findingCitations } from './citationsIn';
import { dialectOf } from './dialect';
import { isNotebook, readingNotebook } from './notebook';

interface Read {
  readonly citations: readonly DocumentCitation[];
}

/**
 * What a file cites, for a `CitationIndex`, in small steps.
 * @param content its text; of one that is open what is read of it already, of a notebook of each Markdown cell
 */
export function* findingTargets(
  content: string | readonly Read[],
  path: string,
): Generator<void, ReadonlySet<string>> {
  const targets = new Set<string>();
  for (const { citations } of typeof content === 'string' ? yield* reading(content, path) : content) {
    for (const citation of citations) {
      const target = citedTarget(citation);
      if (target !== undefined) targets.add(target);
      yield;
    }
  }
  return targets;
}

function* reading(text: string, path: string): Generator<void, readonly Read[]> {
  if (!isNotebook(path)) return [{ citations: yield* findingCitations(text, dialectOf(path)) }];
  const cells: Read[] = [];
  for (const cell of yield* readingNotebook(text)) {
    if (cell.type === 'markdown') cells.push({ citations: yield* findingCitations(cell.text, 'markdown') });
  }
  return cells;
}
