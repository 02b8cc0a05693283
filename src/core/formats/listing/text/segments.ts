const separator =
  /\s+[·•∙⋅・|│‖]+\s*|[·•∙⋅|│]\s+|(?<=\d)[·•]|[·•](?=\d)|\s+[—–―-]{1,3}\s+|(?<=\p{L})—(?=\p{Lu})|\s+\/{1,2}\s+|\s+~\s+/gu;

/** A part of a line between separators such as " · " and " | ". */
export interface Segment {
  readonly text: string;
  readonly start: number;
  /** The separator behind it, and where the next one starts. */
  readonly mark: string;
  readonly next: number;
}

/** The segments, with what stood between those that followed one another. */
export function joinSegments(segments: readonly Segment[]): string {
  return segments
    .map((segment, at) => {
      const before = segments[at - 1];
      if (!before) return segment.text;
      return (before.next === segment.start ? before.mark : ' | ') + segment.text;
    })
    .join('');
}

export function splitSegments(text: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  const add = (end: number, mark: string) => {
    const part = text.slice(start, end).trim();
    if (part) segments.push({ text: part, start, mark, next: end + mark.length });
  };
  for (const match of text.matchAll(separator)) {
    add(match.index, match[0]);
    start = match.index + match[0].length;
  }
  add(text.length, '');
  return segments;
}
