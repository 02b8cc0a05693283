import { runWhole } from '../sliced';
import type { Span } from './citationsIn';
import { lastFrom } from './lastFrom';

/** A cell of a Jupyter notebook, with the places of its text in the file, where it stands in strings of JSON. */
export interface NotebookCell {
  /** `markdown`, `code` or `raw`. */
  readonly type: string;
  readonly text: string;
  /** In the order of the text, the last one for its end. */
  readonly runs: readonly Run[];
}

/** A stretch of a cell's text of which all UTF-16 units are as wide in the file. */
interface Run {
  /** Where it begins in the text. */
  readonly at: number;
  /** Where it begins in the file. */
  readonly start: number;
  readonly width: number;
  /** Which of the strings it is in. */
  readonly string: number;
}

export const isNotebook = (path: string): boolean => /\.ipynb$/i.test(path);

/** The metadata that a notebook has for Pandoc and Quarto: its first cell, where that is a raw one. */
export function matterOf([first]: readonly NotebookCell[]): string {
  return first?.type === 'raw' ? first.text : '';
}

/** Where a stretch of a cell's text stands in the file. */
export function spanInFile({ start, end }: Span, cell: NotebookCell): Span {
  const from = placeOf(start, cell);
  const { start: last, width } = end > start ? placeOf(end - 1, cell) : { ...from, width: 0 };
  return { start: from.start, end: last + width };
}

export function isInOneString({ start, end }: Span, cell: NotebookCell): boolean {
  return end <= start || placeOf(start, cell).string === placeOf(end - 1, cell).string;
}

function placeOf(offset: number, { runs }: NotebookCell): Omit<Run, 'at'> {
  const { at, start, width, string } = runs[lastFrom(runs, offset, run => run.at)]!;
  return { start: start + (offset - at) * width, width, string };
}

/** The cells at the top of a notebook, https://nbformat.readthedocs.io/en/latest/format_description.html. */
export const notebookCells = (json: string): NotebookCell[] => runWhole(readingNotebook(json));

/** Marks and strings, or parts of these, read in one step. */
const step = 500;

/** `notebookCells` in small steps. */
export function* readingNotebook(json: string): Generator<void, NotebookCell[]> {
  const cells: NotebookCell[] = [];
  /** The names that lead to a place; `undefined` for an item of a list. */
  const path: (string | undefined)[] = [];
  let name: string | undefined;
  let type = '';
  let source: Span[] = [];
  let count = 0;
  for (const { start, end, found } of tokensOf(json)) {
    if (++count % step === 0) yield;
    if (found === '{' || found === '[') {
      path.push(name);
      name = undefined;
    } else if (found === '}' || found === ']') {
      name = undefined;
      path.pop();
      if (found !== '}' || path.length !== 2 || path[1] !== 'cells') continue;
      cells.push(yield* readingCell(json, type, source));
      [type, source] = ['', []];
    } else if (found === '"') {
      const said = json.slice(start + 1, Math.min(end - 1, start + 40));
      if (/^\s*:/.test(json.slice(end, end + 100))) name = said;
      else if (path[1] === 'cells' && (path[3] ?? name) === 'source' && path.length <= 4)
        source.push({ start, end });
      else if (path[1] === 'cells' && path.length === 3 && name === 'cell_type') type = said;
    } else name = undefined;
  }
  return cells;
}

/** The marks and strings of JSON; a picture may be a string of many megabytes, for which no pattern has the stack. */
function* tokensOf(json: string): Generator<Span & { readonly found: string }> {
  const mark = /["{}[\],]/g;
  for (let start = mark.exec(json)?.index; start !== undefined; start = mark.exec(json)?.index) {
    if (json[start] === '"') mark.lastIndex = stringEnd(json, start);
    yield { start, end: mark.lastIndex, found: json[start]! };
  }
}

function stringEnd(json: string, start: number): number {
  let end = start;
  let slashes: number;
  do {
    end = json.indexOf('"', end + 1);
    if (end < 0) return json.length;
    slashes = 0;
    while (json[end - 1 - slashes] === '\\') slashes++;
  } while (slashes % 2 === 1);
  return end + 1;
}

function* readingCell(json: string, type: string, source: readonly Span[]): Generator<void, NotebookCell> {
  let text = '';
  const runs: Run[] = [];
  let count = 0;
  for (const [string, { start, end }] of source.entries()) {
    const written = json.slice(start + 1, end - 1);
    for (let at = 0; at < written.length; ) {
      if (++count % step === 0) yield;
      const { said, width } = unitsAt(written, at);
      const last = runs.at(-1);
      if (last?.string !== string || last.width !== width) {
        runs.push({ at: text.length, start: start + 1 + at, width, string });
      }
      text += said;
      at += said.length * width;
    }
  }
  const [end, string] = [(source.at(-1)?.end ?? 1) - 1, source.length - 1];
  return { type, text, runs: [...runs, { at: text.length, start: end, width: 0, string }] };
}

/** What stands at a place of a string: an escape, or all up to the next one. */
function unitsAt(written: string, at: number): { readonly said: string; readonly width: number } {
  const slash = written.indexOf('\\', at);
  if (slash !== at) return { said: written.slice(at, slash < 0 ? undefined : slash), width: 1 };
  const [, code] = /^u([\da-f]{4})/i.exec(written.slice(at + 1, at + 6)) ?? [];
  if (code) return { said: String.fromCharCode(Number.parseInt(code, 16)), width: 6 };
  const mark = written[at + 1];
  return mark === undefined ? { said: '\\', width: 1 } : { said: escapes[mark] ?? mark, width: 2 };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
