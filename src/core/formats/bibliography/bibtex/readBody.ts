import type { Part, RawField } from './block';
import type { Groups } from './groups';

export interface Body {
  readonly key: string | undefined;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly fields: readonly RawField[];
  /** Behind the closing brace or parenthesis. */
  readonly end: number;
}

/** What stands where a body was begun and not ended: `resume` is where reading goes on. */
export interface BrokenBody {
  readonly key: string | undefined;
  readonly resume: number;
}

/**
 * Reads what stands between the braces of a command: a key and fields, or fields alone. Groups are jumped over by the
 * braces that match, so the time taken grows with what stands outside them. Forgives a comma too many or too few, a
 * missing `=`, values without quotes and comments between fields.
 * @param start offset of the opening brace or parenthesis.
 */
export function readBody(text: string, groups: Groups, start: number, hasKey: boolean): Body | BrokenBody {
  const reader = new BodyReader(text, groups, start, hasKey);
  try {
    return reader.read();
  } catch (error) {
    if (error instanceof Broken) return { key: reader.key, resume: error.resume };
    throw error;
  }
}

/** A command begins here, or could: `@article{`. */
export const commandStart = /@\s*([a-z][\w-]*)\s*([{(])/iy;

// Made once, as each of a hundred thousand entries needs them; all are set to where they begin before they are used.
const stops = /[,={}"#@]/g;
const roundStops = /[,={}"#@)]/g;
const spaces = /\s*/y;
const spacesAndCommas = /[\s,]*/y;
const restOfLine = /[^\n]*/y;
const quoteOrGroup = /["{]/g;

/** Ends the reading of one body; goes no farther than `readBody`. */
class Broken {
  constructor(readonly resume: number) {}
}

class BodyReader {
  key: string | undefined;
  #keyStart: number;
  #keyEnd: number;
  #at: number;
  readonly #isRound: boolean;
  /** Offset of the closing brace; of the end of the text where a parenthesis closes, or nothing does. */
  readonly #close: number;
  /** The next character that a name or a bare value cannot hold. */
  readonly #stop: RegExp;

  constructor(
    readonly text: string,
    readonly groups: Groups,
    start: number,
    readonly hasKey: boolean,
  ) {
    this.#at = start + 1;
    this.#keyStart = this.#at;
    this.#keyEnd = this.#at;
    this.#isRound = text[start] === '(';
    this.#close = (!this.#isRound && groups.end(start)) || text.length;
    this.#stop = this.#isRound ? roundStops : stops;
  }

  read(): Body {
    if (this.hasKey) this.#readKey(this.#close);
    if (!this.#isRound && this.#close === this.text.length) throw new Broken(this.#keyStart);
    const fields: RawField[] = [];
    for (;;) {
      this.#skip(spacesAndCommas);
      if (this.#isAtEnd()) break;
      if (this.text[this.#at] === '%') {
        this.#skip(restOfLine);
        continue;
      }
      const field = this.#field();
      if (field) fields.push(field);
    }
    const { key } = this;
    return { key, keyStart: this.#keyStart, keyEnd: this.#keyEnd, fields, end: this.#at + 1 };
  }

  #isAtEnd(): boolean {
    if (this.#isRound && this.#at >= this.text.length) throw new Broken(this.#keyStart);
    return this.#isRound ? this.text[this.#at] === ')' : this.#at >= this.#close;
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    pattern.test(this.text);
    this.#at = Math.min(pattern.lastIndex, this.#close);
  }

  /** What stands before the first comma, where no `=` comes first: then the key was left out, or its comma was. */
  #readKey(close: number): void {
    this.#skip(spaces);
    const start = this.#at;
    let end = this.#find(start, close);
    while (end < close && /[{"#}]/.test(this.text[end]!)) {
      end = this.#find(Math.max(this.text[end] === '{' ? this.groups.end(end) : 0, end) + 1, close);
    }
    const before = this.text.slice(start, end);
    if (this.text[end] === '=' && end < close) {
      const space = before.search(/\s/);
      if (space === -1 || before.slice(space).trim() === '') return;
      end = start + space;
    }
    this.#keyStart = start;
    this.#keyEnd = start + this.text.slice(start, end).trimEnd().length;
    this.key = this.text.slice(start, this.#keyEnd) || undefined;
    this.#at = end;
  }

  /**
   * Where the next character stands that ends a name; `close` when there is none.
   * @throws Broken at the start of another command: the body was not closed before.
   */
  #find(from: number, close = this.#close): number {
    const stop = this.#stop;
    for (stop.lastIndex = from; ; ) {
      const end = stop.exec(this.text)?.index ?? close;
      if (end >= close || this.text[end] !== '@') return Math.min(end, close);
      commandStart.lastIndex = end;
      if (commandStart.test(this.text)) throw new Broken(end);
    }
  }

  /** `undefined` where something stands that is no field; it is left behind. */
  #field(): RawField | undefined {
    const end = this.#find(this.#at);
    const { name, start } = lastWord(this.text, this.#at, end);
    const sign = end < this.#close ? this.text[end] : undefined;
    if (sign === '=' || (sign === '{' && name !== '')) {
      this.#at = sign === '=' ? end + 1 : end;
      this.#skip(spaces);
      const valueStart = this.#at;
      const parts = this.#value();
      return { name: name.toLowerCase(), start, valueStart, valueEnd: this.#at, parts };
    }
    if (sign === '{') this.#at = this.#group(end) + 1;
    else this.#at = sign === ')' || sign === undefined ? end : end + 1;
    return undefined;
  }

  #value(): Part[] {
    const parts: Part[] = [];
    let end = this.#at;
    for (;;) {
      parts.push(...this.#part());
      end = this.#at;
      this.#skip(spaces);
      if (this.text[this.#at] !== '#' || this.#at >= this.#close) break;
      this.#at++;
      this.#skip(spaces);
    }
    this.#at = end;
    return parts;
  }

  #part(): Part[] {
    const { text } = this;
    const start = this.#at;
    if (start >= this.#close) return [];
    if (text[start] === '{') {
      const end = this.#group(start);
      this.#at = end + 1;
      return [{ text: text.slice(start + 1, end), isMacro: false }];
    }
    if (text[start] === '"') {
      const end = this.#quote(start + 1);
      this.#at = end + 1;
      return [{ text: text.slice(start + 1, end), isMacro: false }];
    }
    return this.#bare(start);
  }

  /** Where the group that opens here closes. */
  #group(start: number): number {
    const end = this.groups.end(start);
    if (end === 0 || end > this.#close) throw new Broken(this.#isRound ? start + 1 : this.#close + 1);
    return end;
  }

  /** Where the quotation mark stands that ends the value: outside braces, and not one of an accent (`\"o`). */
  #quote(from: number): number {
    const mark = quoteOrGroup;
    for (mark.lastIndex = from; ; ) {
      const at = mark.exec(this.text)?.index ?? this.#close;
      if (at >= this.#close) throw new Broken(this.#isRound ? this.#keyStart : this.#close + 1);
      if (this.text[at] === '{') mark.lastIndex = this.#group(at) + 1;
      else if (this.text[at - 1] !== '\\' || /["\s,#})]/.test(this.text[at + 1] ?? ',')) return at;
    }
  }

  /** A number, a macro, or words that should have stood in braces. */
  #bare(start: number): Part[] {
    const { text } = this;
    const end = this.#find(start);
    const words = text.slice(start, end).trimEnd();
    const sign = end < this.#close ? text[end] : undefined;
    const space = words.search(/\s/);
    // A `=` follows where the comma was left out: the last word is the next field's name.
    const isNext = space !== -1 && (sign === '=' || sign === '{' || sign === '"');
    const value = isNext ? words.slice(0, space) : words;
    this.#at = start + value.length;
    if (value === '') {
      if (sign === '=' || sign === '}') this.#at = end + 1;
      return [];
    }
    return [{ text: value, isMacro: !/\s/.test(value) && !/^\d+$/.test(value) }];
  }
}

/** The last word between two offsets, and where it begins; by hand, as a pattern could take quadratic time. */
function lastWord(text: string, from: number, to: number): { name: string; start: number } {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > from && !isSpace(text.charCodeAt(start - 1))) start--;
  return { name: text.slice(start, end), start };
}

const isSpace = (code: number) => code <= 0x20 || code === 0xa0;
