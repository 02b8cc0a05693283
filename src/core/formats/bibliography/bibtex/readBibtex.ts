import { type BibliographyReading, longestEntry, mostEntries, ReadingEntries } from '../reading';
import { type BibtexFields, bibtexItem } from './bibtexItem';
import type { Block } from './block';
import { type Bounds, Heir, inheritedFields } from './inherit';
import { Macros } from './macros';
import { fieldsOf, splitBibtex } from './splitBibtex';

/** Commands that are no entries. */
const notEntries = new Set(['string', 'preamble', 'comment', 'xdata']);

/**
 * Reads a BibTeX or BibLaTeX file, in steps of one entry. One that cannot be read is a Problem, and loses only itself.
 *
 * A reader of our own, as measured (1,051 real files and 14 hostile ones): @retorquere/bibtex-parser (33 packages) ran
 * out of memory on 25 doubling macros and took over 10 s for 100,000 times "@", and citation-js gives up a whole file
 * for one broken entry; this one reads all 1,051 with each of their entries, and grows with the length of the file.
 *
 * @param before what was read of the file before: entries that say the same are the same objects.
 */
export function* readingBibtex(
  text: string,
  source: string,
  before?: BibliographyReading,
): Generator<void, BibliographyReading> {
  const { blocks, cappedAt } = yield* splitBibtex(text);
  const last = blocks.at(-1);
  const macros = new Macros(last?.end ?? 0);
  const definitions = blocks.filter(({ type }) => type === 'string');
  for (const block of definitions) macros.define(fieldsOf(text, block));
  const heirs = new Heirs(text, blocks, macros);
  const reading = new ReadingEntries(source);
  const context = definitions.map(({ start, end }) => text.slice(start, end)).join('\n');
  if (before?.context === context) yield* reading.remembering(before);
  for (const block of blocks) {
    yield;
    if (block.isBroken || (isEntry(block) && block.end - block.start > longestEntry)) {
      reading.unreadable(shown(block), block.line);
    } else if (isEntry(block)) {
      if (!block.isHeir && reading.again(text.slice(block.start, block.end), block)) continue;
      reading.add(bibtexItem(block.type, block.key, heirs.fieldsOf(block)), shown(block), block);
    }
  }
  if (macros.isExhausted) reading.unreadable('@string', 1);
  if (heirs.isExhausted) reading.unreadable('crossref', 1);
  if (cappedAt !== undefined) reading.capped(blocks.length, cappedAt);
  return reading.done({
    text,
    end: text.length,
    cut: last?.isBroken && cappedAt === undefined ? last.start : undefined,
    context,
  });
}

const shown = ({ type, key = '' }: Block) => `@${type}{${key}`;

const isEntry = ({ type }: Block) => !notEntries.has(type);

/** Reads the fields of blocks, and keeps those that others inherit. */
class Heirs implements Bounds {
  readonly #heirs = new Map<Block, Heir>();
  readonly #byKey = new Map<string, Block>();
  /** Those of an entry are looked for, and then theirs: most entries have one. */
  #looksLeft: number;
  /** Whether something was not taken over as it would have been too much. */
  isExhausted = false;

  constructor(
    readonly text: string,
    blocks: readonly Block[],
    readonly macros: Macros,
  ) {
    this.#looksLeft = 2 * mostEntries(text);
    if (!blocks.some(({ isHeir }) => isHeir)) return;
    for (const block of blocks) {
      const key = block.key?.toLowerCase();
      const canBeParent = !block.isBroken && (isEntry(block) || block.type === 'xdata');
      if (canBeParent && key !== undefined && !this.#byKey.has(key)) this.#byKey.set(key, block);
    }
  }

  fieldsOf(block: Block): BibtexFields {
    const heir = this.#heirs.get(block);
    if (!block.isHeir) return heir?.fields ?? this.#valuesOf(block);
    return inheritedFields(heir ?? this.#heir(block), this);
  }

  allow(length: number): boolean {
    return this.#counted(this.macros.allow(length));
  }

  allowParents(): boolean {
    return this.#counted(this.#looksLeft-- > 0);
  }

  #counted(isAllowed: boolean): boolean {
    if (!isAllowed) this.isExhausted = true;
    return isAllowed;
  }

  readonly #find = (key: string): Heir | undefined => {
    const block = this.#byKey.get(key.toLowerCase());
    if (block === undefined) return undefined;
    const known = this.#heirs.get(block);
    if (known) return known;
    const heir = this.#heir(block);
    this.#heirs.set(block, heir);
    return heir;
  };

  #heir(block: Block): Heir {
    return new Heir(block.type, this.#valuesOf(block), this.#find);
  }

  /** The first one of two fields with one name counts, as for BibTeX. */
  #valuesOf(block: Block): BibtexFields {
    const values = new Map<string, string>();
    for (const { name, parts } of fieldsOf(this.text, block)) {
      if (!values.has(name)) values.set(name, this.macros.text(parts));
    }
    return values;
  }
}
