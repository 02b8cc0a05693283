import { type Cited, type CiteRequest, cite, optionsOf } from './cite';
import { type CitationFormat, renderCitation } from './render';

/**
 * Cites one more post where carets stand behind a citation in the same format: "[@a; @b]" for Pandoc, else set
 * apart by a comma.
 */
export function citeAlso(request: CiteRequest): Cited {
  const { document, post, format, selections } = request;
  if (format === 'pandoc' && selections.every(({ start }) => document[start - 1] === ']')) {
    const { text } = renderCitation(post, format, optionsOf(request));
    const added = `; ${inner(text)}`;
    return {
      edits: selections.map(({ start }) => ({ start: start - 1, end: start - 1, text: added })),
      carets: selections.map(({ start }, index) => start + (index + 1) * added.length),
    };
  }
  const { edits, carets } = cite(request);
  let [moved, longer] = [0, 0];
  const moves: number[] = [];
  const separated = edits.map(edit => {
    const start = edit.start + moved;
    moved += edit.text.length - (edit.end - edit.start);
    // A definition is no citation.
    if (!carets.some(caret => start < caret && caret <= start + edit.text.length)) return edit;
    // `cite` keeps brackets apart with a space, which the separator already does.
    const text = separator + edit.text.trimStart();
    longer += text.length - edit.text.length;
    moves.push(longer);
    return { ...edit, text };
  });
  return { edits: separated, carets: carets.map((caret, index) => caret + moves[index]!) };
}

/** Citations in the same format side by side, as `citeAlso` writes them. */
export function joinCitations(texts: readonly string[], format: CitationFormat): string {
  return format === 'pandoc' ? `[${texts.map(inner).join('; ')}]` : texts.join(separator);
}

const separator = ', ';

/** "@key" of "[@key]". */
function inner(text: string): string {
  return text.slice(1, -1);
}
