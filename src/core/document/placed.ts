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
      this.items = this.items.map(item => this.move(item, by));
      this.start = start;
    }
    return this.items;
  }
}

export const moveSpan = <T extends Span>(span: T, by: number): T => ({
  ...span,
  start: span.start + by,
  end: span.end + by,
});

export const moveBlock = (block: DocumentBlock, by: number): DocumentBlock => ({
  ...block,
  lines: block.lines.map(({ start, end }) => ({ start: start + by, end: end + by })),
});

export const moveDefinition = (definition: Definition, by: number): Definition => ({
  ...moveSpan(definition, by),
  labelSpan: moveSpan(definition.labelSpan, by),
  addressSpan: moveSpan(definition.addressSpan, by),
});

export function moveCitation(citation: DocumentCitation, by: number): DocumentCitation {
  const { text, addressSpan, labelSpan, keySpan, group } = citation;
  return {
    ...moveSpan(citation, by),
    ...(text && { text: moveSpan(text, by) }),
    ...(addressSpan && { addressSpan: moveSpan(addressSpan, by) }),
    ...(labelSpan && { labelSpan: moveSpan(labelSpan, by) }),
    ...(keySpan && { keySpan: moveSpan(keySpan, by) }),
    ...(group && { group: moveSpan(group, by) }),
  };
}
