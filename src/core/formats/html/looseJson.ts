/**
 * What a text that should be JSON says, as far as it goes. Beside JSON it takes comments, commas that are missing or too
 * many, other quotes or none, bare line ends and quotes within strings, several values one after the other, brackets that
 * are never closed; a value that the text breaks off in is left out. `undefined` where no object or array opens.
 * Linear; deeper than `deepest` nothing is read.
 */
export function parseLooseJson(text: string): unknown {
  const reader = new Reader(text);
  const values: unknown[] = [];
  while (reader.findBracket()) values.push(reader.value(0));
  return values.length > 1 ? values : values[0];
}

const deepest = 60;
const missing = Symbol('missing');
const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const words = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', null],
  ['NaN', null],
]);

class Reader {
  #at = 0;

  constructor(readonly text: string) {}

  /** Goes to the next object or array; false where there is none. */
  findBracket(): boolean {
    for (this.#space(); this.#at < this.text.length; this.#at++, this.#space())
      if (this.#opens()) return true;
    return false;
  }

  value(depth: number): unknown {
    const character = this.text[this.#at];
    if (this.#opens() && depth >= deepest) return this.#skip();
    if (character === '{') return this.#object(depth);
    if (character === '[') return this.#array(depth);
    if (isQuote(character)) return this.#string(false);
    return this.#word();
  }

  #opens(): boolean {
    return this.text[this.#at] === '{' || this.text[this.#at] === '[';
  }

  #array(depth: number): unknown[] {
    const items: unknown[] = [];
    this.#at++;
    while (this.#more(']')) {
      const value = this.value(depth + 1);
      if (value !== missing) items.push(value);
    }
    return items;
  }

  #object(depth: number): object {
    const members: [string, unknown][] = [];
    this.#at++;
    while (this.#more('}')) {
      const key = isQuote(this.text[this.#at]) ? this.#string(true) : this.#word();
      this.#space();
      if (this.text[this.#at] !== ':') continue;
      this.#at++;
      this.#space();
      const value = this.value(depth + 1);
      if (value !== missing && key !== missing) members.push([String(key), value]);
    }
    return Object.fromEntries(members);
  }

  /** Goes on to the next item; false at the end, which the closing bracket of an outer value makes as well. */
  #more(close: string): boolean {
    for (;;) {
      this.#space();
      const character = this.text[this.#at];
      if (character === close) this.#at++;
      if (character === close || character === undefined || character === ']' || character === '}')
        return false;
      if (character !== ',' && character !== ':' && character !== ';') return true;
      this.#at++;
    }
  }

  #string(isKey: boolean): string | typeof missing {
    const open = this.text[this.#at]!;
    let value = '';
    let start = ++this.#at;
    for (; this.#at < this.text.length; this.#at++) {
      const character = this.text[this.#at];
      if (character === open && this.#endsString(isKey)) {
        value += this.text.slice(start, this.#at++);
        return value;
      }
      if (character !== '\\') continue;
      value += this.text.slice(start, this.#at) + this.#escaped();
      start = this.#at + 1;
    }
    return missing;
  }

  /** What the escape here stands for; leaves the place at its last character. */
  #escaped(): string {
    const character = this.text[++this.#at] ?? '';
    const code = character === 'u' ? this.text.slice(this.#at + 1, this.#at + 5) : '';
    if (!/^[\da-f]{4}$/i.test(code)) return escapes[character] ?? character;
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(code, 16));
  }

  /** Whether the quote here ends the string: what follows must be what may stand behind it. */
  #endsString(isKey: boolean): boolean {
    const next = this.#place(this.#at + 1);
    const character = this.text[next];
    if (isKey) return character === ':';
    if (character === undefined || character === '}' || character === ']') return true;
    if (character === '/' || character === '<') return true;
    // A comma is left out before the next line's key.
    if (isQuote(character)) return /[\r\n]/.test(this.text.slice(this.#at + 1, next).slice(0, 1000));
    if (character !== ',') return false;
    const place = this.#place(next + 1);
    const after = this.text[place];
    if (/^[\w$@]{1,60}\s?:/.test(this.text.slice(place, place + 64))) return true;
    return after === undefined || /["'{}[\]\d/\-,]/.test(after) || /[\r\n]/.test(this.text[next + 1] ?? '');
  }

  #word(): unknown {
    const start = this.#at;
    while (this.#at < this.text.length && !/[,:;[\]{}"\s]/.test(this.text[this.#at]!)) this.#at++;
    if (this.#at === start) this.#at++;
    const word = this.text.slice(start, this.#at);
    if (words.has(word)) return words.get(word);
    const number = Number(word);
    return word === '' || Number.isNaN(number) ? word : number;
  }

  /** Passes over a value that is too deep. */
  #skip(): typeof missing {
    let depth = 0;
    for (; this.#at < this.text.length; this.#at++) {
      const character = this.text[this.#at];
      if (character === '{' || character === '[') depth++;
      if ((character === '}' || character === ']') && --depth === 0) break;
    }
    this.#at++;
    return missing;
  }

  #space(): void {
    this.#at = this.#place(this.#at);
    for (;;) {
      const close = commentEnd(this.text, this.#at);
      if (close === undefined) return;
      this.#at = this.#place(close);
    }
  }

  #place(from: number): number {
    let at = from;
    while (at < this.text.length && /[\s\u0000-\u001f]/.test(this.text[at]!)) at++;
    return at;
  }
}

const isQuote = (character: string | undefined): boolean => character === '"' || character === "'";

const comments: readonly (readonly [open: string, close: string])[] = [
  ['/*', '*/'],
  ['//', '\n'],
  ['<![CDATA[', ''],
  [']]>', ''],
  ['<!--', ''],
  ['-->', ''],
];

/** Where the comment or marker ends that opens here. */
function commentEnd(text: string, at: number): number | undefined {
  for (const [open, close] of comments) {
    if (!text.startsWith(open, at)) continue;
    if (close === '') return at + open.length;
    const end = text.indexOf(close, at + open.length);
    return end < 0 ? text.length : end + close.length;
  }
  return undefined;
}
