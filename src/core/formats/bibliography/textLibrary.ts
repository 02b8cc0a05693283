import { utf8Reader } from '../../decode';
import type { Post, PostRecord } from '../../post';
import type { Problem } from '../../problem';
import type { LibraryFormat, LibraryReading } from '../libraryFormat';
import { conflictMarks } from './conflictMarks';
import type { BibliographyReading, Span } from './reading';
import { withSameRecords } from './sameRecords';

/** Lines of merges that are told one by one: who finds so many looks at the file. */
const mostMarks = 1000;

/** A form of bibliography as text in which entries can be exchanged one by one. */
export interface BibliographySyntax {
  /** @param before what was read of the file before. */
  reading(text: string, source: string, before?: BibliographyReading): Generator<void, BibliographyReading>;
  /** An entry without line end. */
  format(post: PostRecord, reading: BibliographyReading): string;
  /** `entry` with what `after` says otherwise than `before`; all else in it stays. */
  rewrite(entry: string, before: PostRecord, after: PostRecord, reading: BibliographyReading): string;
  /** Line ends between two entries. */
  readonly separator: string;
}

interface TextReading extends LibraryReading {
  readonly found: BibliographyReading;
  /** What is left out when the file is written after all. */
  readonly damage: readonly Span[];
}

/**
 * A library in a bibliography file: entries of posts that did not change, and whatever else the file holds, are copied
 * as they stand; changed ones are rewritten in place, removed ones cut, new ones come last.
 */
export function textLibrary(syntax: BibliographySyntax): LibraryFormat<TextReading> {
  return {
    *reading(bytes, source, before) {
      const text = utf8Reader('it')(bytes);
      const marks = conflictMarks(text);
      const read = yield* syntax.reading(text, source, before?.found);
      const entries = yield* withSameRecords(read.entries, before?.found.entries ?? []);
      const problems: Problem[] = marks
        .slice(0, mostMarks)
        .map(({ line }) => ({ code: 'unreadableEntry', source, line, detail: '<<<<<<<' }));
      const damage = [...marks, ...(read.cut === undefined ? [] : [{ start: read.cut, end: text.length }])];
      return {
        found: { ...read, entries },
        damage,
        posts: entries.map(({ record }) => record),
        problems: [...read.problems, ...problems],
        isWhole: read.cut === undefined,
        // What is added would come behind entries that are not read, and not be read either.
        writable: damage.length === 0 && !read.isCapped,
      };
    },

    *writing(posts, { reading: { found, damage }, keyed }) {
      const { text } = found;
      const patch = new Patch(text, damage);
      const waiting = new Set(posts);
      const byId = new Map(posts.map(post => [post.id, post]));
      const next = (record: PostRecord) => {
        const known = keyed.get(record) ?? (record as Post);
        const post = waiting.has(known) ? known : byId.get(known.id);
        return post && waiting.delete(post) ? post : undefined;
      };
      for (const { record, start, end } of found.entries) {
        patch.copy(start);
        const post = next(record);
        if (post === undefined) patch.cut(end);
        else if (post === record) patch.copy(end);
        else patch.replace(end, syntax.rewrite(text.slice(start, end), record, post, found));
        yield;
      }
      patch.copy(found.end);
      if (waiting.size > 0) patch.write(found.head ?? '');
      for (const post of waiting) {
        patch.separate(syntax.separator);
        patch.write(syntax.format(post, found));
        yield;
      }
      if (waiting.size > 0) patch.separate('\n');
      patch.copy(text.length);
      return yield* encoded(patch.parts);
    },
  };
}

/** A text that is made of another, from its start to its end. */
class Patch {
  readonly parts: string[] = [];
  #at = 0;
  #last = '';
  #nextLeft = 0;
  readonly #lineEnd: string;

  /** @param left parts to be left out, in their order. */
  constructor(
    readonly text: string,
    readonly left: readonly Span[],
  ) {
    this.#lineEnd = /\r\n/.test(text.slice(0, 2000)) ? '\r\n' : '\n';
  }

  /** Takes the text up to `end` as it is, but for what is to be left out. */
  copy(end: number): void {
    while (this.#at < end) {
      const span = this.left[this.#nextLeft];
      const isIn = span !== undefined && span.start < end;
      this.#add(this.text.slice(this.#at, isIn ? span.start : end));
      this.#at = Math.max(this.#at, isIn ? span.end : end);
      if (isIn) this.#nextLeft++;
    }
  }

  replace(end: number, text: string): void {
    this.write(text);
    this.#at = end;
  }

  /** Leaves out the text up to `end`; where it was all of its lines, these lines and the empty ones below. */
  cut(end: number): void {
    const line = /[^\S\n]*\n/y;
    this.#at = end;
    for (line.lastIndex = end; line.test(this.text); ) this.#at = line.lastIndex;
    if (this.#at > end || end === this.text.length) this.#dropIndent();
  }

  #dropIndent(): void {
    let length = this.#last.length;
    while (length > 0 && /[ \t]/.test(this.#last[length - 1]!)) length--;
    if (length === this.#last.length) return;
    const indented = this.parts.pop() ?? '';
    this.#last = this.parts.at(-1) ?? '';
    this.#add(indented.slice(0, length));
  }

  /** Ends the line, with as many line ends as are wanted. */
  separate(lineEnds: string): void {
    if (this.#last !== '' && lineEnds !== '')
      this.write(this.#last.endsWith('\n') ? lineEnds.slice(1) : lineEnds);
  }

  /** Adds a text of ours, with the line ends of the file. */
  write(text: string): void {
    this.#add(this.#lineEnd === '\n' ? text : text.replace(/\r?\n/g, this.#lineEnd));
  }

  #add(text: string): void {
    if (text === '') return;
    this.parts.push(text);
    this.#last = text;
  }
}

function* encoded(parts: readonly string[]): Generator<void, Uint8Array> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (const part of parts) {
    const piece = encoder.encode(part);
    pieces.push(piece);
    length += piece.length;
    yield;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
