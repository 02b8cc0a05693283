import { normalLabel } from '../citation/label';
import { type Footnote, readingBlocks } from '../document/blocks';
import { citationsIn, type Span } from '../document/citationsIn';
import type { Dialect } from '../document/dialect';
import type { TextEdit } from '../document/textEdit';
import { runWhole } from '../sliced';
import { byFootnote } from './byFootnote';
import { danglingNumbers } from './danglingNumbers';

/** Where a footnote's label stands, without its brackets. */
interface Labelled extends Span {
  readonly label: string;
}

/**
 * Numbers the footnotes of a document 1, 2, 3 … in the order in which a reader meets them: first those of the text,
 * then those of the notes. Only labels change, and only those that are numbers, unless `named` asks for all. Numbers
 * of references that have no definition are left out, so that none comes to mean another note.
 */
export function renumberFootnotes(
  text: string,
  dialect: Dialect,
  { named = false }: { readonly named?: boolean } = {},
): readonly TextEdit[] {
  const { footnotes } = runWhole(readingBlocks(text, dialect));
  if (footnotes.length === 0) return [];
  const references = citationsIn(text, dialect)
    .filter(({ kind }) => kind === 'footnoteReference')
    .map(({ label = '', start }) => labelAt(label, start));
  const labels = order(footnotes, references).filter(label => named || isNumber(label));
  const taken = danglingNumbers(text, dialect);
  return edits(
    [...references, ...footnotes.map(({ label, start }) => labelAt(label, start))],
    numbered(labels, taken),
  );
}

const isNumber = (label: string): boolean => /^\d+$/.test(label);

/** Behind the bracket and caret at `start`. */
const labelAt = (label: string, start: number): Labelled => ({
  label,
  start: start + 2,
  end: start + 2 + label.length,
});

/** The normalised labels of all footnotes, each once; those that nothing refers to come last, by the numbers they have. */
function order(footnotes: readonly Footnote[], all: readonly Labelled[]): string[] {
  const references = byFootnote(footnotes, all);
  const labelsIn = (note: Footnote | undefined) =>
    references.get(note)?.map(({ label }) => normalLabel(label)) ?? [];
  const labels = new Set(labelsIn(undefined));
  const first = new Map<string, Footnote>();
  for (const footnote of [...footnotes].reverse()) first.set(normalLabel(footnote.label), footnote);
  // A set that grows while it is walked through comes to what was added, too.
  for (const label of labels) {
    const note = first.get(label);
    if (note) for (const inner of labelsIn(note)) labels.add(inner);
  }
  const rest = [...new Set(footnotes.map(({ label }) => normalLabel(label)))].filter(
    label => !labels.has(label),
  );
  return [...labels, ...rest.sort((a, b) => numberOf(a) - numberOf(b))];
}

const numberOf = (label: string): number => (isNumber(label) ? Number(label) : Number.MAX_VALUE);

function numbered(labels: readonly string[], taken: ReadonlySet<string>): Map<string, string> {
  let number = 0;
  const next = (): string => (taken.has(String(++number)) ? next() : String(number));
  return new Map(labels.map(label => [label, next()]));
}

function edits(places: readonly Labelled[], numbers: ReadonlyMap<string, string>): TextEdit[] {
  return places
    .flatMap(({ label, start, end }) => {
      const text = numbers.get(normalLabel(label)) ?? label;
      return text === label ? [] : [{ start, end, text }];
    })
    .sort((a, b) => a.start - b.start);
}
