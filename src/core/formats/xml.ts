import { runWhole } from '../sliced';
import { parseHtml } from './html/tree';

export interface XmlElement {
  /** As written: "dc:creator". */
  readonly name: string;
  /** The address of its namespace; `undefined` where none is declared. */
  readonly namespace: string | undefined;
  /** Names as written: "xml:base". */
  readonly attributes: ReadonlyMap<string, string>;
  /** Text may stand in several pieces. */
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

export interface XmlDocument {
  /** Well-formed XML has one; what stands before and after it, such as a server's warning, may bring more. */
  readonly roots: readonly XmlElement[];
  /** The elements that were open where the text ended, outermost first: none in XML that is whole. */
  readonly unclosed: readonly XmlElement[];
}

/** Deeper elements become siblings, so that no walk of the tree can overflow or grow with the depth. */
const deepest = 250;
/** Characters of text taken in one step. */
const longestPiece = 1 << 16;
/** Tags taken in one step. */
const step = 256;

/** `readingXml` at once. */
export function readXml(text: string): XmlDocument {
  return runWhole(readingXml(text));
}

/**
 * Reads XML, well-formed or not, in one pass of small steps: what is not closed is closed where its parent ends, what
 * is not opened is ignored, a "<" or "&" that means nothing stays as it is. The DTD is skipped and its entities are
 * not known; those of HTML are. Never throws.
 */
export function* readingXml(text: string): Generator<void, XmlDocument> {
  const reader = new XmlReader(text);
  for (let taken = 1; reader.take(); taken++) if (taken % step === 0) yield;
  return reader.end();
}

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
  readonly scope: Scope;
}

/** The namespaces that an element declares, by prefix, and those around it. */
interface Scope {
  readonly declared: ReadonlyMap<string, string>;
  readonly outer: Scope | undefined;
}

const noAttributes: ReadonlyMap<string, string> = new Map();
const xmlScope: Scope = {
  declared: new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]),
  outer: undefined,
};
const markup = /<(?=[\p{L}_:/!?])/gu;
const tagName = /[^\s<>/="']+/y;
const attributeName = /[\s/]*([^\s<>/="']+)(?:\s*=\s*)?/y;
const bareValue = /[^\s<>"']*/y;

class XmlReader {
  readonly #roots: XmlElement[] = [];
  readonly #open: OpenElement[] = [];
  /** How many elements of a name are open below the deepest that is kept. */
  readonly #tooDeep = new Map<string, number>();
  #at = 0;
  /** Where the next tag or the like starts, from `#at` on. */
  #markup = -1;
  #hasDoctype = false;
  /** What does not come again, so that it is looked for once only. */
  readonly #absent = new Set<string>();

  constructor(readonly text: string) {}

  /** Takes a piece of text or one tag; `false` at the end. */
  take(): boolean {
    const { text } = this;
    if (this.#at >= text.length) return false;
    const found = this.#nextMarkup();
    if (found > this.#at) this.#text(found);
    else if (text.startsWith('<!--', found)) this.#skipPast('-->', found + 4);
    else if (text.startsWith('<![CDATA[', found)) this.#cdata(found + 9);
    else if (text.startsWith('<!', found)) this.#declaration(found);
    else if (text.startsWith('<?', found)) this.#skipPast(this.#has('?>', found) ? '?>' : '>', found + 2);
    else if (text.startsWith('</', found)) this.#close(found + 2);
    else this.#openTag(found + 1);
    return true;
  }

  #nextMarkup(): number {
    if (this.#markup < this.#at) {
      markup.lastIndex = this.#at;
      this.#markup = markup.exec(this.text)?.index ?? this.text.length;
    }
    return this.#markup;
  }

  end(): XmlDocument {
    return { roots: this.#roots, unclosed: this.#open };
  }

  #text(end: number): void {
    const start = this.#at;
    if (end - start > longestPiece) {
      const reference = this.text.lastIndexOf('&', start + longestPiece);
      end = reference > start ? reference : start + longestPiece;
    }
    this.#at = end;
    this.#open.at(-1)?.children.push(decodeReferences(this.text.slice(start, end)));
  }

  /** What is not closed ends with the text, as a truncated feed's last post does. */
  #cdata(start: number): void {
    const end = this.#find(']]>', start);
    this.#open.at(-1)?.children.push(this.text.slice(start, end));
    this.#skipPast(']]>', start);
  }

  /** Of the document type, which stands before all elements, the inner part goes as well. */
  #declaration(start: number): void {
    const isDoctype = this.#open.length === 0 && !this.#hasDoctype;
    this.#hasDoctype ||= isDoctype;
    const end = isDoctype ? this.#endOfDoctype(start) : undefined;
    if (end === undefined) this.#skipPast('>', start);
    else this.#at = end;
  }

  /** Past the ">" of a document type; quoted values, comments and the part in brackets are passed over. */
  #endOfDoctype(start: number): number | undefined {
    const marks = /["'[\]>]|<!--/g;
    marks.lastIndex = start + 2;
    let isInner = false;
    for (let mark = marks.exec(this.text)?.[0]; mark; mark = marks.exec(this.text)?.[0]) {
      if (mark === '[') isInner = true;
      else if (mark === ']') isInner = false;
      else if (mark !== '>')
        marks.lastIndex = this.#find(mark === '<!--' ? '-->' : mark, marks.lastIndex) + 1;
      else if (!isInner) return marks.lastIndex;
    }
    return undefined;
  }

  #close(start: number): void {
    tagName.lastIndex = start;
    const name = tagName.exec(this.text)?.[0] ?? '';
    this.#at = start + name.length;
    this.#endTag();
    const deep = this.#tooDeep.get(name) ?? 0;
    if (deep > 0) {
      this.#tooDeep.set(name, deep - 1);
      return;
    }
    let at = this.#open.length - 1;
    while (at >= 0 && this.#open[at]!.name !== name) at--;
    if (at < 0) return;
    this.#open.length = at;
    this.#tooDeep.clear();
  }

  #openTag(start: number): void {
    tagName.lastIndex = start;
    const name = tagName.exec(this.text)?.[0] ?? '';
    this.#at = start + name.length;
    const attributes = this.#attributes();
    const isEmpty = this.#endTag();
    const parent = this.#open.at(-1);
    const scope = scopeOf(attributes, parent?.scope ?? xmlScope);
    const element = { name, namespace: namespaceOf(name, scope), attributes, children: [], scope };
    if (parent) parent.children.push(element);
    else this.#roots.push(element);
    if (isEmpty) return;
    if (this.#open.length < deepest) this.#open.push(element);
    else this.#tooDeep.set(name, (this.#tooDeep.get(name) ?? 0) + 1);
  }

  #attributes(): ReadonlyMap<string, string> {
    let attributes: Map<string, string> | undefined;
    for (;;) {
      attributeName.lastIndex = this.#at;
      const found = attributeName.exec(this.text);
      if (!found) return attributes ?? noAttributes;
      this.#at = attributeName.lastIndex;
      const value = found[0].trimEnd().endsWith('=') ? decodeReferences(this.#value()) : '';
      attributes ??= new Map();
      if (!attributes.has(found[1]!)) attributes.set(found[1]!, value);
    }
  }

  #value(): string {
    const quote = this.text[this.#at];
    if ((quote === '"' || quote === "'") && this.#has(quote, this.#at + 1)) {
      const start = this.#at + 1;
      this.#skipPast(quote, start);
      return this.text.slice(start, this.#at - 1);
    }
    bareValue.lastIndex = this.#at + (quote === '"' || quote === "'" ? 1 : 0);
    const value = bareValue.exec(this.text)?.[0] ?? '';
    this.#at = bareValue.lastIndex;
    return value;
  }

  /** Passes what is left of a tag, up to its ">" or the next "<"; whether the tag closes itself. */
  #endTag(): boolean {
    const end = Math.min(this.#find('>', this.#at), this.#find('<', this.#at));
    const isEmpty = this.text[end - 1] === '/';
    this.#at = this.text[end] === '>' ? end + 1 : end;
    return isEmpty;
  }

  #skipPast(end: string, from: number): void {
    this.#at = Math.min(this.#find(end, from) + end.length, this.text.length);
  }

  #has(needle: string, from: number): boolean {
    return this.#find(needle, from) < this.text.length;
  }

  /** Where `needle` comes next; the end of the text where it does not. */
  #find(needle: string, from: number): number {
    if (this.#absent.has(needle)) return this.text.length;
    const found = this.text.indexOf(needle, from);
    if (found >= 0) return found;
    this.#absent.add(needle);
    return this.text.length;
  }
}

function scopeOf(attributes: ReadonlyMap<string, string>, outer: Scope): Scope {
  let declared: Map<string, string> | undefined;
  for (const [name, value] of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    declared ??= new Map();
    declared.set(name.slice(6), value);
  }
  return declared ? { declared, outer } : outer;
}

function namespaceOf(name: string, scope: Scope): string | undefined {
  const prefix = name.slice(0, Math.max(0, name.indexOf(':')));
  for (let around: Scope | undefined = scope; around; around = around.outer) {
    const namespace = around.declared.get(prefix);
    if (namespace !== undefined) return namespace || undefined;
  }
  return undefined;
}

const predefined = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(?:(\d{1,7})|x([\da-f]{1,6}));?|([a-z][a-z\d]{1,31});)/gi,
    (reference, decimal?: string, hex?: string, name?: string) =>
      (name && predefined.get(name)) ?? htmlReference(reference, decimal, hex),
  );
}

/** References as HTML reads them: named ones beyond XML's five, and numbers that mean windows-1252. */
function htmlReference(reference: string, decimal?: string, hex?: string): string {
  const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
  if (code !== undefined && code >= 0x20 && (code < 0x7f || code > 0x9f) && code <= 0x10ffff)
    return String.fromCodePoint(code);
  const [text] = parseHtml(reference).children;
  return typeof text === 'string' ? text : '';
}
