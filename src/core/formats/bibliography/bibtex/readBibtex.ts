import { type BibliographyReading, longestEntry, ReadingEntries } from '../reading';
import { bibtexItem } from './bibtexItem';
import type { Block } from './block';
import { type Heir, inheritedFields, isHeir } from './inherit';
import { Macros } from './macros';
import { splitBibtex } from './splitBibtex';

/** Commands that are no entries. */
const notEntries = new Set(['string', 'preamble', 'comment', 'xdata']);

/**
 * Reads a BibTeX or BibLaTeX file, in steps of one entry. One that cannot be read is a Problem, and loses only itself.
 * @param before what was read of the file before: entries that say the same are the same objects.
 */
export function* readingBibtex(
  text: string,
  source: string,
  before?: BibliographyReading,
): Generator<void, BibliographyReading> {
  const blocks = yield* splitBibtex(text);
  const macros = new Macros(text.length);
  const definitions = blocks.filter(({ type }) => type === 'string');
  for (const block of definitions) macros.define(block);
  const heirs = new Map<Block, Heir>();
  const byKey = new Map<string, Heir>();
  for (const block of blocks) {
    if (block.isBroken || (notEntries.has(block.type) && block.type !== 'xdata')) continue;
    const heir = { type: block.type, fields: valuesOf(block, macros) };
    heirs.set(block, heir);
    const key = block.key?.toLowerCase();
    if (key !== undefined && !byKey.has(key)) byKey.set(key, heir);
    yield;
  }
  const reading = new ReadingEntries(source);
  const context = definitions.map(({ start, end }) => text.slice(start, end)).join('\n');
  if (before?.context === context) yield* reading.remembering(before);
  for (const block of blocks) {
    yield;
    if (block.isBroken) reading.unreadable(shown(block), block.line);
    const heir = block.isBroken || notEntries.has(block.type) ? undefined : heirs.get(block);
    if (heir === undefined) continue;
    if (block.end - block.start > longestEntry) {
      reading.unreadable(shown(block), block.line);
      continue;
    }
    if (!isHeir(heir) && reading.again(text.slice(block.start, block.end), block)) continue;
    const fields = inheritedFields(heir, key => byKey.get(key.toLowerCase()), macros.allow);
    reading.add(bibtexItem(block.type, block.key, fields), shown(block), block);
  }
  if (macros.isExhausted) reading.unreadable('@string', 1);
  const last = blocks.at(-1);
  return reading.done({
    text,
    end: text.length,
    cut: last?.isBroken ? last.start : undefined,
    context,
  });
}

const shown = ({ type, key = '' }: Block) => `@${type}{${key}`;

/** The first one of two fields with one name counts, as for BibTeX. */
function valuesOf({ fields }: Block, macros: Macros): Map<string, string> {
  const values = new Map<string, string>();
  for (const { name, parts } of fields) if (!values.has(name)) values.set(name, macros.text(parts));
  return values;
}
