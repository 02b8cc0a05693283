import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { runWhole } from '../sliced';
import { parseHtml } from './html/parseHtml';
import { remembered } from './html/remembered';

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
  /** Whether there are more elements than are read. */
  readonly isShortened: boolean;
}

/** Elements that are read: three thousand posts have a third of them. */
const mostElements = 300_000;
/** Deeper elements become siblings, so that no walk of the tree can overflow or grow with the depth. */
const deepest = 250;
/** Characters taken in one step. */
const step = 1 << 14;

/** `readingXml` at once. */
export function readXml(text: string): XmlDocument {
  return runWhole(readingXml(text));
}

/**
 * Reads XML, well-formed or not, in one pass of small steps: what is not closed is closed where its parent ends, what
 * is not opened is ignored, a "<" or "&" that means nothing stays as it is. The DTD's entities are not known; those of
 * HTML are. Never throws.
 */
export function* readingXml(text: string): Generator<void, XmlDocument> {
  const tree = new XmlTree(text);
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, tree);
  const tokenized = withoutTraps(text);
  for (let at = 0; at < text.length && !tree.isShortened; ) {
    const piece = tokenized.slice(at, at + step);
    // Before the last reference, so that none is cut.
    const reference = at + step < text.length ? piece.lastIndexOf('&') : -1;
    const whole = reference > 0 ? piece.slice(0, reference) : piece;
    tokenizer.write(whole);
    at += whole.length;
    yield;
  }
  if (!tree.isShortened) tokenizer.end();
  return { roots: tree.roots, unclosed: tree.open, isShortened: tree.isShortened };
}

/**
 * What would lead the tokenizer astray covered, in the same length, as only offsets count: each "<" that opens nothing,
 * and the end of an XML declaration that lacks its "?".
 */
function withoutTraps(text: string): string {
  return text
    .replace(/<(?![\p{L}_:/!?])/gu, ' ')
    .replace(/^\s*<\?xml\s[^<>]*>/i, declaration => `${declaration.slice(0, -2)}?>`);
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

/** Makes a tree of what the tokenizer tells in offsets: its own parser takes time that grows with the depth squared. */
class XmlTree implements TokenizerCallbacks {
  readonly roots: XmlElement[] = [];
  readonly open: OpenElement[] = [];
  isShortened = false;
  #count = 0;
  /** How many elements of a name are open below the deepest that is kept. */
  readonly #tooDeep = new Map<string, number>();
  #name = '';
  #attributes: Map<string, string> | undefined;
  #attribute = '';
  #value = '';

  constructor(readonly text: string) {}

  ontext(start: number, end: number): void {
    this.open.at(-1)?.children.push(decodeReferences(this.text.slice(start, end)));
  }

  /** What is not closed ends with the text, as a truncated feed's last post does. */
  oncdata(start: number, end: number, endLength: number): void {
    this.open.at(-1)?.children.push(this.text.slice(start, end - endLength));
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.text.slice(start, end);
    this.#attributes = undefined;
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.text.slice(start, end);
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    this.#value += decodeReferences(this.text.slice(start, end));
  }

  onattribend(): void {
    this.#attributes ??= new Map();
    if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, this.#value);
  }

  onselfclosingtag(): void {
    this.#add();
  }

  onopentagend(): void {
    const element = this.#add();
    if (this.open.length < deepest) this.open.push(element);
    else this.#tooDeep.set(element.name, (this.#tooDeep.get(element.name) ?? 0) + 1);
  }

  onclosetag(start: number, end: number): void {
    const name = this.text.slice(start, end);
    const deep = this.#tooDeep.get(name) ?? 0;
    if (deep > 0) {
      this.#tooDeep.set(name, deep - 1);
      return;
    }
    let at = this.open.length - 1;
    while (at >= 0 && this.open[at]!.name !== name) at--;
    if (at < 0) return;
    this.open.length = at;
    this.#tooDeep.clear();
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onattribentity(): void {}
  ontextentity(): void {}
  onend(): void {}

  #add(): OpenElement {
    const parent = this.open.at(-1);
    const attributes = this.#attributes ?? noAttributes;
    const scope = scopeOf(attributes, parent?.scope ?? xmlScope);
    const namespace = namespaceOf(this.#name, scope);
    const element = { name: this.#name, namespace, attributes, children: [], scope };
    if (++this.#count > mostElements) this.isShortened = true;
    else (parent ? parent.children : this.roots).push(element);
    return element;
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
  return htmlText(reference);
}

const htmlText = remembered((reference: string): string => {
  const [text] = parseHtml(reference).children;
  return typeof text === 'string' ? text : '';
});
