import type { CslCite } from '../csl/formatter';
import { applyEdits } from '../document/textEdit';
import { type Cited, type CiteRequest, cite } from './cite';
import { citeAlso } from './citeAlso';

/** Posts to cite side by side, as one citation. */
export interface CiteSeveralRequest extends Omit<CiteRequest, 'post' | 'details' | 'others'> {
  readonly cites: readonly CslCite[];
}

/**
 * Cites posts side by side at every selection, in steps: each is of the text that the one before leaves. A citation
 * style gets them together.
 */
export function citeSeveral({ cites, ...request }: CiteSeveralRequest): readonly Cited[] {
  const [first, ...others] = cites;
  if (!first) return [];
  if (request.format === 'csl' && request.csl) return [cite({ ...request, ...first, others })];
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
