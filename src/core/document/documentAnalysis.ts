import { normalLabel } from '../citation/label';
import { runWhole } from '../sliced';
import { AnalysedSegment } from './analysedSegment';
import { readingSegments } from './blocks';
import type { DocumentCitation, Span } from './citationsIn';
import type { Dialect } from './dialect';
import { frontMatterEnd } from './frontMatterEnd';
import { joinEdits } from './joinEdits';
import { lastFrom } from './lastFrom';
import { documentOf, type MarkdownDocument } from './markdown';
import { lineEnd } from './position';
import { applyEdits, type TextEdit } from './textEdit';

/** Edits in more places cost more than to read the whole anew. */
const mostEdits = 200;

/**
 * What a document cites, kept in step with its edits. What an edit costs depends on what it touches, and it waits until
 * somebody asks: a word that is typed is one edit by then.
 */
export class DocumentAnalysis {
  /** Without the edits that wait. */
  #text: string;
  /** Sorted, not overlapping. */
  #waiting: TextEdit[] = [];
  /** From the end of the front matter on to the end of the text; at least one. */
  #segments: AnalysedSegment[] = [];
  #targets = new Map<string, string>();
  #frontMatterEnd = 0;
  #hasSegments = false;
  #document: MarkdownDocument | undefined;
  #citations: readonly DocumentCitation[] | undefined;
  #comments: readonly Span[] | undefined;

  /** Reads nothing until somebody asks. */
  constructor(
    text: string,
    readonly dialect: Dialect,
  ) {
    this.#text = text;
  }

  get text(): string {
    this.#applyAll();
    return this.#text;
  }

  /** Whether it has been read with all edits, so that nobody who asks has to wait. */
  get isRead(): boolean {
    return this.#hasSegments && this.#waiting.length === 0;
  }

  get document(): MarkdownDocument {
    const segments = this.#read();
    this.#document ??= documentOf(this, this.#frontMatterEnd, segments);
    return this.#document;
  }

  /** In order; definitions with a label that is taken already among them. */
  get citations(): readonly DocumentCitation[] {
    const segments = this.#read();
    this.#citations ??= joined(segments, ({ citations }) => citations);
    return this.#citations;
  }

  /** `[^label]` and `[text][label]` that nothing defines and that are therefore text, in order. */
  get undefinedReferences(): readonly DocumentCitation[] {
    return joined(this.#read(), ({ undefinedReferences }) => undefinedReferences);
  }

  /** The definitions to whose label nothing refers. */
  get unusedDefinitions(): readonly DocumentCitation[] {
    const used = new Set<string>();
    for (const { asked } of this.#read()) for (const label of asked) used.add(label);
    return this.citations.filter(({ kind, label = '' }) => {
      if (kind === 'definition') return !used.has(`[${normalLabel(label)}`);
      return kind === 'footnoteDefinition' && !used.has(`^${normalLabel(label)}`);
    });
  }

  /** Of HTML, and those in braces of MDX, in order. */
  get comments(): readonly Span[] {
    const segments = this.#read();
    this.#comments ??= joined(segments, ({ comments }) => comments);
    return this.#comments;
  }

  /** The innermost citation that an offset is in, or next to. */
  citationAt(offset: number): DocumentCitation | undefined {
    const segments = this.#read();
    let found: DocumentCitation | undefined;
    for (let at = lastFrom(segments, offset, startOf); at >= 0 && segments[at]!.end >= offset; at--) {
      for (const citation of segments[at]!.citations) {
        const { start, end } = citation;
        if (start > offset || end < offset) continue;
        if (!found || end - start < found.end - found.start) found = citation;
      }
    }
    return found;
  }

  /** Reads in small steps what has not been read: all, or what edits have changed, those made meanwhile too. */
  *reading(): Generator<void, void> {
    if (!this.#hasSegments) yield* this.#readingAll();
    while (this.#waiting.length > 0) {
      this.#applyLast();
      yield;
    }
  }

  /** Replaces what stands from `start` to before `end`. */
  edit(start: number, end: number, text: string): void {
    this.#waiting = joinEdits([this.#waiting, [{ start, end, text }]]);
    this.#document = undefined;
    this.#citations = undefined;
    this.#comments = undefined;
    if (this.#waiting.length <= mostEdits) return;
    this.#hasSegments = false;
    this.#applyAll();
  }

  *#readingAll(): Generator<void, void> {
    const text = this.#text;
    const segments: AnalysedSegment[] = [];
    const start = frontMatterEnd(text);
    for (const segment of readingSegments(text, start, this.dialect)) {
      if (segment) segments.push(new AnalysedSegment(text, segment));
      yield;
    }
    const targets = targetsOf(segments);
    let isComment = false;
    for (const segment of segments) {
      segment.read(text, targets, this.dialect, isComment);
      isComment = segment.leavesComment;
      yield;
    }
    if (this.#hasSegments || text !== this.#text) return; // somebody could not wait
    this.#segments = segments;
    this.#targets = targets;
    this.#frontMatterEnd = start;
    this.#hasSegments = true;
  }

  #applyAll(): void {
    if (!this.#hasSegments && this.#waiting.length > 0) {
      this.#text = applyEdits(this.#text, this.#waiting);
      this.#waiting = [];
    }
    while (this.#waiting.length > 0) this.#applyLast();
  }

  /** The last of the edits that wait, so that the others keep their places. */
  #applyLast(): void {
    const { start, end, text } = this.#waiting.pop()!;
    const before = this.#text;
    this.#text = before.slice(0, start) + text + before.slice(end);
    const front = this.#frontMatterEnd;
    this.#frontMatterEnd = frontMatterEnd(this.#text);
    const isInside = front === this.#frontMatterEnd && start > front;
    const from = isInside ? firstTouched(this.#segments, before, start) : 0;
    const { fresh, to } = this.#readAnew(from, end, start + text.length - end);
    const gone = this.#segments.slice(from, to);
    this.#segments = [...this.#segments.slice(0, from), ...fresh, ...this.#segments.slice(to)];
    this.#readTouched(gone, new Set(fresh));
  }

  /** Segments of the text as it is now, until where an old one begins behind the edit; moves those from there on. */
  #readAnew(from: number, end: number, moved: number): { fresh: AnalysedSegment[]; to: number } {
    const old = this.#segments;
    const fresh: AnalysedSegment[] = [];
    let to = from;
    let at = from > 0 ? old[from]!.start : this.#frontMatterEnd;
    const isKnown = () => {
      while (to < old.length && (old[to]!.start < end || old[to]!.start + moved < at)) to++;
      return to < old.length && old[to]!.start + moved === at;
    };
    if (!isKnown()) {
      for (const segment of readingSegments(this.#text, at, this.dialect)) {
        if (!segment) continue;
        fresh.push(new AnalysedSegment(this.#text, segment));
        at = segment.end;
        if (isKnown()) break;
      }
      if (at === this.#text.length) to = old.length;
    }
    for (let index = to; index < old.length; index++) old[index]!.start += moved;
    return { fresh, to };
  }

  /** Reads what segments cite: new ones, those whose labels lead elsewhere, those that a comment covers no longer or now. */
  #readTouched(gone: readonly AnalysedSegment[], fresh: ReadonlySet<AnalysedSegment>): void {
    const definesAny = [...gone, ...fresh].some(({ defines }) => defines.length > 0);
    const targets = definesAny ? targetsOf(this.#segments) : this.#targets;
    const changed = differences(this.#targets, targets);
    this.#targets = targets;
    let isComment = false;
    for (const segment of this.#segments) {
      if (fresh.has(segment) || segment.entersComment !== isComment || segment.asksFor(changed)) {
        segment.read(this.#text, targets, this.dialect, isComment);
      }
      isComment = segment.leavesComment;
    }
  }

  #read(): readonly AnalysedSegment[] {
    this.#applyAll();
    if (!this.#hasSegments) runWhole(this.reading());
    return this.#segments;
  }
}

/** As `flatMap`, which takes much longer where most have none. */
function joined<T>(
  segments: readonly AnalysedSegment[],
  of: (segment: AnalysedSegment) => readonly T[],
): readonly T[] {
  const all: T[] = [];
  for (const segment of segments) for (const item of of(segment)) all.push(item);
  return all;
}

/** The first one of each label counts, as CommonMark has it. */
function targetsOf(segments: readonly AnalysedSegment[]): Map<string, string> {
  const targets = new Map<string, string>();
  for (const { defines } of segments) {
    for (const [label, target] of defines) if (!targets.has(label)) targets.set(label, target);
  }
  return targets;
}

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Set<string> {
  const different = new Set<string>();
  if (before === after) return different;
  for (const [label, target] of before) if (after.get(label) !== target) different.add(label);
  for (const label of after.keys()) if (!before.has(label)) different.add(label);
  return different;
}

const startOf = ({ start }: AnalysedSegment): number => start;

/** That a segment begins is due to its first line: where an edit touches that, the one before is read anew as well. */
function firstTouched(segments: readonly AnalysedSegment[], text: string, offset: number): number {
  let at = lastFrom(segments, offset, startOf);
  while (at > 0 && lineEnd(text, segments[at]!.start) >= offset) at--;
  return Math.max(at, 0);
}
