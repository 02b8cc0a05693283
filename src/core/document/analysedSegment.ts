import { normalLabel } from '../citation/label';
import type { Footnote, Segment } from './blocks';
import type { DocumentCitation, Span } from './citationsIn';
import { type Definition, splitDefinitions } from './definitions';
import type { Dialect } from './dialect';
import type { DocumentBlock } from './markdown';
import { moveBlock, moveCitation, moveDefinition, moveFootnote, moveSpan, Placed } from './placed';
import { endOfComment, readCitations } from './readCitations';

/**
 * What labels lead to: for `[` and a normalised label the address of the first such definition, for `^` and one,
 * which is a footnote's, nothing in particular.
 */
export type Targets = ReadonlyMap<string, string>;

/** A segment of a document, and what it cites as long as the labels that it asked for lead to the same. */
export class AnalysedSegment {
  start: number;
  readonly length: number;
  /** The labels that it defines, as in `Targets`. */
  readonly defines: readonly (readonly [label: string, target: string])[];
  /** A comment of MDX that began before goes on here, and one that began before or here goes on after. */
  entersComment = false;
  leavesComment = false;
  readonly #blocks: Placed<DocumentBlock>;
  readonly #definitions: Placed<Definition>;
  readonly #footnotes: Placed<Footnote>;
  #citations = new Placed<DocumentCitation>([], 0, moveCitation);
  #undefined = new Placed<DocumentCitation>([], 0, moveCitation);
  #comments = new Placed<Span>([], 0, moveSpan);
  #asked: ReadonlySet<string> = new Set();

  constructor(text: string, { start, end, blocks, footnotes }: Segment) {
    this.start = start;
    this.length = end - start;
    const split = splitDefinitions(text, blocks);
    this.#blocks = new Placed(split.blocks, start, moveBlock);
    this.#definitions = new Placed(split.definitions, start, moveDefinition);
    this.#footnotes = new Placed(footnotes, start, moveFootnote);
    this.defines = [
      ...split.definitions.map(({ label, url }) => [`[${normalLabel(label)}`, url] as const),
      ...footnotes.map(({ label }) => [`^${normalLabel(label)}`, ''] as const),
    ];
  }

  get end(): number {
    return this.start + this.length;
  }

  get blocks(): readonly DocumentBlock[] {
    return this.#blocks.at(this.start);
  }

  get definitions(): readonly Definition[] {
    return this.#definitions.at(this.start);
  }

  get footnotes(): readonly Footnote[] {
    return this.#footnotes.at(this.start);
  }

  get citations(): readonly DocumentCitation[] {
    return this.#citations.at(this.start);
  }

  get undefinedReferences(): readonly DocumentCitation[] {
    return this.#undefined.at(this.start);
  }

  get comments(): readonly Span[] {
    return this.#comments.at(this.start);
  }

  /** The labels that it refers to if they are defined. */
  get asked(): ReadonlySet<string> {
    return this.#asked;
  }

  /** Whether what it cites depends on one of these labels. */
  asksFor(labels: Iterable<string>): boolean {
    for (const label of labels) if (this.#asked.has(label)) return true;
    return false;
  }

  read(text: string, targets: Targets, dialect: Dialect, entersComment: boolean): void {
    const { start, end, blocks } = this;
    const asked = new Set<string>();
    const targetOf = (label: string): string | undefined => {
      asked.add(label);
      return targets.get(label);
    };
    const reading = readCitations(
      text,
      { blocks, end, commentEnd: entersComment ? endOfComment(text, start, end) : start },
      {
        addressOf: label => targetOf(`[${normalLabel(label)}`),
        isFootnote: label => targetOf(`^${normalLabel(label)}`) !== undefined,
      },
      dialect,
    );
    const citations = [...this.#defined(), ...reading.citations].sort((a, b) => a.start - b.start);
    this.#citations = new Placed(citations, start, moveCitation);
    this.#undefined = new Placed(reading.undefinedReferences, start, moveCitation);
    this.#comments = new Placed(reading.comments, start, moveSpan);
    this.#asked = asked;
    this.entersComment = entersComment;
    this.leavesComment = reading.commentEnd > end;
  }

  #defined(): DocumentCitation[] {
    return [
      ...this.definitions.map(({ url, ...rest }) => ({ kind: 'definition' as const, ...rest, address: url })),
      ...this.footnotes.map(({ label, start, end }) => {
        const labelSpan = { start: start + 2, end: start + 2 + label.length };
        return { kind: 'footnoteDefinition' as const, start, end, label, labelSpan };
      }),
    ];
  }
}
