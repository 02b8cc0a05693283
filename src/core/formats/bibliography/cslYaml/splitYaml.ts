import { stringify } from 'yaml';
import { isObject } from '../../cslItem';
import { readYaml } from '../../frontMatter/data';
import { mostEntries, type Span } from '../reading';

/** An item of a list in block style, from its "-" to its last line with text. */
export interface YamlItem extends Span {
  /** 1-based. */
  readonly line: number;
  /** What it holds, where that is known. */
  readonly value?: unknown;
}

export interface YamlList {
  /** The text that the offsets are of: another than the one given where the list stood in flow style. */
  readonly text: string;
  readonly items: readonly YamlItem[];
  /** Before each item. */
  readonly indent: string;
  /** Where new items go. */
  readonly end: number;
  /** What has to stand before the first item where there is no list. */
  readonly head: string;
  /** The line of the first item that is not read, as there are too many. */
  readonly cappedAt?: number | undefined;
}

/** Of the beginning of a line that tells what the line is. */
const longestHead = 200;

/** In UTF-16 units, of an item: what is longer is refused, as is a list in brackets that is four times as long. */
export const longestItem = 1 << 20;

/**
 * Finds the items of a bibliography in YAML, in steps of a line: of the list `references`, or of a list that is the
 * whole text; in a text that begins with front matter, only there. Each item can then be read on its own.
 */
export function* splitYaml(text: string): Generator<void, YamlList> {
  const splitter = new Splitter(text);
  return (yield* splitter.block()) ?? splitter.flow() ?? splitter.none();
}

class Splitter {
  readonly #from: number;
  readonly #to: number;
  /** Offset of the line `references:`. */
  #key: number | undefined;
  /** Of the first item that is not read. */
  #cappedAt: number | undefined;
  readonly #most: number;

  constructor(readonly text: string) {
    this.#most = mostEntries(text);
    this.#from = /^\uFEFF?(?:---[^\S\n]*\n)?/.exec(text)![0].length;
    const end = /^(?:---|\.\.\.)[^\S\n]*$/gm;
    end.lastIndex = this.#from;
    this.#to = end.exec(text)?.index ?? text.length;
  }

  *block(): Generator<void, YamlList | undefined> {
    const items: YamlItem[] = [];
    let indent: string | undefined;
    let hasKeys = false;
    for (const { start, end, line } of this.#lines()) {
      yield;
      const head = this.text.slice(start, Math.min(end, start + longestHead));
      const [, space = '', mark = ''] = /^([^\S\n]*)(\S?)/.exec(head)!;
      if (mark === '' || (mark === '#' && !(space.length > (indent ?? space).length))) continue;
      const isItem = /^-(?:\s|$)/.test(head.slice(space.length));
      if (indent === undefined) {
        if (isItem && (this.#key !== undefined || !hasKeys)) indent = space;
        else if (this.#key !== undefined) return undefined;
        else if (/^references\s*:\s*(?:#.*)?$/.test(head)) this.#key = start;
        hasKeys = true;
      }
      if (indent === undefined) continue;
      if (isItem && space === indent && items.length === this.#most) {
        this.#cappedAt = line;
        break;
      }
      if (isItem && space === indent) items.push({ start: start + space.length, end, line });
      else if (space === '' && this.#key !== undefined) break;
      else items.push({ ...items.pop()!, end });
    }
    const last = items.at(-1);
    if (!last || indent === undefined) return undefined;
    const lineEnd = this.text.indexOf('\n', last.end);
    const end = lineEnd === -1 ? this.text.length : lineEnd + 1;
    return { text: this.text, items, indent, end, head: '', cappedAt: this.#cappedAt };
  }

  /** A list in brackets, turned into one in block style. */
  flow(): YamlList | undefined {
    const start = this.#flowStart();
    if (start === undefined) return undefined;
    const next = /^[^\s#[\]{},"']/gm;
    next.lastIndex = start + 1;
    const end = Math.min(next.exec(this.text)?.index ?? this.#to, this.#to);
    const { text } = this;
    const value = readValue(text.slice(start, end), 4 * longestItem);
    if (value === undefined) {
      const items = [{ start, end, line: text.slice(0, start).split('\n').length }];
      return { text, items, indent: '', end, head: '' };
    }
    const values = isObject(value) ? value.references : value;
    return Array.isArray(values) ? this.#inBlockStyle(values, start, end) : undefined;
  }

  #inBlockStyle(values: readonly unknown[], from: number, to: number): YamlList {
    const head = `${this.text.slice(0, from)}references:\n`;
    const items: YamlItem[] = [];
    const parts = [head];
    let at = head.length;
    let line = head.split('\n').length;
    for (const value of values) {
      const item = blockItem(stringify(value, written), '');
      items.push({ start: at, end: at + item.length, line, value });
      parts.push(item, '\n');
      at += item.length + 1;
      line += item.split('\n').length;
    }
    return { text: parts.join('') + this.text.slice(to), items, indent: '', end: at, head: '' };
  }

  #flowStart(): number | undefined {
    const found = /^references\s*:\s*(?:#[^\n]*\n\s*)?\[/gm;
    found.lastIndex = this.#from;
    const start = found.exec(this.text)?.index;
    if (start !== undefined && start < this.#to) return start;
    return /^\s*\[\s*\{/.test(this.text.slice(this.#from, this.#from + 1000)) ? this.#from : undefined;
  }

  none(): YamlList {
    const end =
      this.#key === undefined ? this.#to : this.text.indexOf('\n', this.#key) + 1 || this.text.length;
    return {
      text: this.text,
      items: [],
      indent: '',
      end,
      head: this.#key === undefined ? 'references:\n' : '',
    };
  }

  *#lines(): Generator<YamlItem> {
    let line = 1 + (this.#from > 1 && this.text[this.#from - 1] === '\n' ? 1 : 0);
    for (let start = this.#from; start < this.#to; line++) {
      const found = this.text.indexOf('\n', start);
      const end = found === -1 || found > this.#to ? this.#to : found;
      yield { start, end: this.text[end - 1] === '\r' ? end - 1 : end, line };
      start = end + 1;
    }
  }
}

/** Signs that make the values of a text, about: each takes the parser some 10 µs and 1 kB. */
const mostSigns = 120_000;

/** What a text says; `undefined` for one that is no YAML, is longer than `most`, or made of more values than any person's. */
export function readValue(text: string, most = longestItem): unknown {
  const signs = /[,:\n[{]/g;
  for (let count = 0; signs.test(text); ) if (++count > mostSigns) return undefined;
  const data = readYaml(text, most);
  return data.error === undefined ? data.value : undefined;
}

/** Texts that YAML 1.1, which many programs read, would take for something else are quoted. */
export const written = { compat: 'yaml-1.1', lineWidth: 0 } as const;

/** A mapping in block style as an item of a list. */
export function blockItem(mapping: string, indent: string): string {
  const lines = mapping.trimEnd().split('\n');
  return lines.map((line, at) => (at === 0 ? `- ${line}` : line && `${indent}  ${line}`)).join('\n');
}

/** The mapping that an item holds, with the "-" left out. */
export const mappingOf = (item: string, indent: string) => indent + item.replace(/^-/, ' ');
