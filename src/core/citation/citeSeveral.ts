import type { CslCite, CslFormatter } from '../csl/formatter';
import { applyEdits } from '../document/textEdit';
import { type Cited, type CiteRequest, cite } from './cite';
import { citeAlso } from './citeAlso';

/** Posts to cite side by side, as one citation. */
export interface CiteSeveralRequest extends Omit<CiteRequest, 'post' | 'details'> {
  readonly cites: readonly CslCite[];
}

/**
 * Cites posts side by side at every selection, in steps: each is of the text that the one before leaves. A citation
 * style gets them together, unless it writes notes.
 */
export function citeSeveral({ cites, ...request }: CiteSeveralRequest): readonly Cited[] {
  const [first, ...others] = cites;
  if (!first) return [];
  const together = request.format === 'csl' && others.length > 0 && asOne(request.csl, cites);
  if (together) {
    const cited = cite({ ...request, ...first, csl: together.formatter });
    // Where Markdown isn't read no formatter is asked.
    if (together.isAsked()) return [cited];
  }
  const steps = [cite({ ...request, ...first })];
  let { document } = request;
  for (const other of others) {
    const { edits, carets } = steps.at(-1)!;
    document = applyEdits(document, edits);
    const selections = carets.map(caret => ({ start: caret, end: caret }));
    steps.push(citeAlso({ ...request, ...other, document, selections }));
  }
  return steps;
}

/** A formatter that cites all of them where it is asked for the first one. */
function asOne(csl: CslFormatter | undefined, cites: readonly CslCite[]) {
  if (!csl || csl.kind === 'note') return undefined;
  let isAsked = false;
  const formatter: CslFormatter = {
    kind: csl.kind,
    bibliography: csl.bibliography,
    citation: (_, cited, place) => {
      isAsked = true;
      return csl.citation(cites, cited, place);
    },
  };
  return { formatter, isAsked: () => isAsked };
}
