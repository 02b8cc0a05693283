import type { Footnote } from './blocks';
import type { DocumentCitation, Span } from './citationsIn';
import type { Definition } from './definitions';
import type { DocumentBlock } from './markdown';

/** Things that move together with the text they stand in; they are made anew only when somebody asks for them. */
export class Placed<T> {
  constructor(
    private items: readonly T[],
    private start: number,
    private readonly move: (item: T, by: number) => T,
  ) {}

  /** As they are when their stretch of text begins at `start`. */
  at(start: number): readonly T[] {
    const by = start - this.start;
    if (by !== 0) {
      if (this.items.length > 0) this.items = this.items.map(item => this.move(item, by));
      this.start = start;
    }
    return this.items;
  }
}

export const moveSpan = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

export const moveFootnote = ({ label, start, end }: Footnote, by: number): Footnote => ({
  label,
  start: start + by,
  end: end + by,
});

export const moveBlock = (block: DocumentBlock, by: number): DocumentBlock => ({
  ...block,
  lines: block.lines.map(line => moveSpan(line, by)),
});

export const moveDefinition = (definition: Definition, by: number): Definition => ({
  ...definition,
  ...moveSpan(definition, by),
  labelSpan: moveSpan(definition.labelSpan, by),
  addressSpan: moveSpan(definition.addressSpan, by),
});

export function moveCitation(citation: DocumentCitation, by: number): DocumentCitation {
  const moved: { -readonly [key in keyof DocumentCitation]: DocumentCitation[key] } = { ...citation };
  moved.start += by;
  moved.end += by;
  if (moved.text) moved.text = moveSpan(moved.text, by);
  if (moved.addressSpan) moved.addressSpan = moveSpan(moved.addressSpan, by);
  if (moved.labelSpan) moved.labelSpan = moveSpan(moved.labelSpan, by);
  if (moved.keySpan) moved.keySpan = moveSpan(moved.keySpan, by);
  if (moved.group) moved.group = moveSpan(moved.group, by);
  return moved;
}
