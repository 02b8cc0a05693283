import { runWhole } from '../sliced';
import type { Span } from './citationsIn';

/** A cell of a Jupyter notebook, with the places of its text in the file, where it stands in strings of JSON. */
export interface NotebookCell {
  /** `markdown`, `code` or `raw`. */
  readonly type: string;
  readonly text: string;
  /** Where each UTF-16 unit begins and ends, and the text as a whole ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Which of the strings each unit is in. */
  readonly strings: readonly number[];
}

export const isNotebook = (path: string): boolean => /\.ipynb$/i.test(path);

/** The metadata that a notebook has for Pandoc and Quarto: its first cell, where that is a raw one. */
export function matterOf([first]: readonly NotebookCell[]): string {
  return first?.type === 'raw' ? first.text : '';
}

/** Where a stretch of a cell's text stands in the file. */
export function spanInFile({ start, end }: Span, { starts, ends }: NotebookCell): Span {
  return { start: starts[start]!, end: end > start ? ends[end - 1]! : starts[start]! };
}

/** The cells at the top of a notebook, https://nbformat.readthedocs.io/en/latest/format_description.html. */
export const notebookCells = (json: string): NotebookCell[] => runWhole(readingNotebook(json));

/** Marks and strings read in one step. */
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
      cells.push(cellAt(json, type, source));
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

const unit = /\\u[\da-fA-F]{4}|\\.|[^\\]/gs;

function cellAt(json: string, type: string, source: readonly Span[]): NotebookCell {
  let text = '';
  const [starts, ends, strings]: [number[], number[], number[]] = [[], [], []];
  for (const [at, { start, end }] of source.entries()) {
    for (const { 0: written, index } of json.slice(start + 1, end - 1).matchAll(unit)) {
      const said = written.startsWith('\\') ? decoded(written) : written;
      text += said;
      starts.push(start + 1 + index);
      ends.push(start + 1 + index + written.length);
      strings.push(at);
    }
  }
  starts.push(source.length > 0 ? source.at(-1)!.end - 1 : 0);
  return { type, text, starts, ends, strings };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

const decoded = (written: string): string =>
  written[1] === 'u'
    ? String.fromCharCode(Number.parseInt(written.slice(2), 16))
    : (escapes[written[1]!] ?? written[1]!);
