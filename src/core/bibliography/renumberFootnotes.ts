import { normalLabel } from '../citation/label';
import { type Dialect, DocumentAnalysis, type DocumentCitation } from '../document';
import type { TextEdit } from '../document/textEdit';
import { byFootnote } from './byFootnote';

/**
 * Numbers the footnotes of a document 1, 2, 3 … in the order in which a reader meets them: first those of the text,
 * then those of the notes. Only labels change, and only those that are numbers. Numbers of references that have no
 * definition are left out, so that none comes to mean another note.
 */
export function renumberFootnotes(text: string, dialect: Dialect): readonly TextEdit[] {
  const analysis = new DocumentAnalysis(text, dialect);
  const definitions = analysis.citations.filter(({ kind }) => kind === 'footnoteDefinition');
  const references = analysis.citations.filter(({ kind }) => kind === 'footnoteReference');
  const labels = order(definitions, references).filter(isNumber);
  const taken = new Set(analysis.undefinedReferences.map(({ label }) => label));
  let number = 0;
  const next = (): string => {
    do number++;
    while (taken.has(String(number)));
    return String(number);
  };
  const numbers = new Map(labels.map(label => [label, next()]));
  return [...definitions, ...references]
    .flatMap(({ label = '', labelSpan }) => {
      const made = numbers.get(normalLabel(label)) ?? label;
      return made === label ? [] : [{ start: labelSpan!.start, end: labelSpan!.end, text: made }];
    })
    .sort((a, b) => a.start - b.start);
}

const isNumber = (label: string): boolean => /^\d+$/.test(label);

const nameOf = ({ label = '' }: DocumentCitation): string => normalLabel(label);

/** The normalised labels of all footnotes, each once; those that nothing refers to come last, by the numbers they have. */
function order(definitions: readonly DocumentCitation[], references: readonly DocumentCitation[]): string[] {
  const found = byFootnote(definitions, references);
  const labels = new Set(found.get(undefined)?.map(nameOf));
  const first = new Map<string, DocumentCitation>();
  for (const definition of [...definitions].reverse()) first.set(nameOf(definition), definition);
  // A set that grows while it is walked through comes to what was added, too.
  for (const label of labels) {
    const note = first.get(label);
    for (const inner of (note && found.get(note)) ?? []) labels.add(nameOf(inner));
  }
  const rest = [...first.keys()].filter(label => !labels.has(label));
  return [...labels, ...rest.sort((a, b) => numberOf(a) - numberOf(b))];
}

const numberOf = (label: string): number => (isNumber(label) ? Number(label) : Number.MAX_VALUE);
