/** A line being read from the left, with tab stops at every fourth column. */
export class LineCursor {
  private column = 0;
  private rested: { pos: number; length: number; indent: number; blank: boolean } | undefined;

  constructor(
    private readonly text: string,
    public pos: number,
    readonly end: number,
  ) {}

  /** Columns of white space before the next character. */
  get indent(): number {
    return this.look().indent;
  }

  /** The same in characters. */
  get indentLength(): number {
    return this.look().length;
  }

  get blank(): boolean {
    return this.look().blank;
  }

  /** The next character that is no white space; empty at the end of the line. */
  get next(): string {
    const { length, blank } = this.look();
    return blank ? '' : this.text[this.pos + length]!;
  }

  /** From the next character to the end of the line. */
  get rest(): string {
    return this.text.slice(this.pos + this.look().length, this.end);
  }

  skip(columns: number): void {
    let left = columns;
    while (left > 0 && this.pos < this.end) {
      const width = this.text[this.pos] === '\t' ? 4 - (this.column % 4) : 1;
      if (width > left) {
        this.column += left;
        left = 0;
      } else {
        left -= width;
        this.column += width;
        this.pos++;
      }
    }
    this.rested = undefined;
  }

  /** Past the indentation, a marker and one column of white space after it. */
  skipMarker(length: number): void {
    this.skip(this.indent);
    this.skip(length);
    if (this.indent > 0) this.skip(1);
  }

  /** Past a list marker; tells how far the item's content is indented, and whether its first line is empty. */
  skipListMarker(length: number): { indent: number; empty: boolean } {
    const before = this.indent;
    this.skip(before);
    this.skip(length);
    const after = this.indent;
    const empty = this.blank;
    const space = empty || after > 4 ? 1 : after;
    this.skip(space);
    return { indent: before + length + space, empty };
  }

  private look() {
    if (this.rested?.pos === this.pos) return this.rested;
    let at = this.pos;
    let column = this.column;
    for (; at < this.end; at++) {
      const char = this.text[at];
      if (char === '\t') column += 4 - (column % 4);
      else if (char === ' ') column++;
      else break;
    }
    this.rested = {
      pos: this.pos,
      length: at - this.pos,
      indent: column - this.column,
      blank: at === this.end,
    };
    return this.rested;
  }
}
