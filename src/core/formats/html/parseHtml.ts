import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { remembered } from './remembered';
import { type HtmlElement, type HtmlNode, isBlock, isVoid } from './tree';

/** A page, as an element that holds all of it. */
export interface HtmlRoot extends HtmlElement {
  /** Whether the page has more elements than are read. */
  readonly isShortened: boolean;
}

/** A page is read as far as these: fifty for each of three thousand posts. */
const mostElements = 150_000;
/** Deeper elements become siblings, so that no walk of the tree can overflow or grow with the depth. */
const deepest = 250;

/** What holds text alone, however deep it stands. */
const rawText = new Set('script style xmp iframe noembed noframes title textarea'.split(' '));
/** What a start tag closes (the keys), and what it never closes beyond. */
const closes: ReadonlyMap<string, readonly [closed: readonly string[], within: readonly string[]]> = new Map([
  ['li', [['li'], ['ul', 'ol', 'menu']]],
  ['dt', [['dt', 'dd'], ['dl']]],
  ['dd', [['dt', 'dd'], ['dl']]],
  ['tr', [['tr', 'td', 'th', 'caption', 'colgroup'], ['table']]],
  [
    'td',
    [
      ['td', 'th'],
      ['tr', 'table'],
    ],
  ],
  [
    'th',
    [
      ['td', 'th'],
      ['tr', 'table'],
    ],
  ],
  ['tbody', [['thead', 'tbody', 'tr', 'td', 'th', 'caption', 'colgroup'], ['table']]],
  ['tfoot', [['thead', 'tbody', 'tr', 'td', 'th'], ['table']]],
  ['option', [['option'], ['select']]],
]);

/**
 * A tree of the page's elements. It is simpler than the HTML standard's (nothing is moved or reopened), because
 * the standard's tree takes quadratic time on hostile nesting. Never throws.
 */
export function parseHtml(html: string): HtmlRoot {
  const tree = new HtmlTree(html);
  const tokenizer = new Tokenizer({}, tree);
  tree.stop = () => tokenizer.pause();
  tokenizer.write(withoutTraps(html));
  tokenizer.end();
  return tree.root;
}

/** CDATA, which HTML does not have, covered in the same length, as only offsets count: the standard takes it for a comment up to ">". */
const withoutTraps = (html: string): string => html.replaceAll('<![CDATA[', '<!?CDATA?');

const none: ReadonlyMap<string, string> = new Map();
const nothing: readonly HtmlNode[] = [];

/** In UTF-16 units; what is longer is no name that a page has again. */
const longestName = 40;
const known = remembered((name: string) => name.toLowerCase());
/** Of names that come again one string is kept, so that a large tree takes little memory. */
const lowerCase = (name: string) => (name.length > longestName ? name.toLowerCase() : known(name));

/** Grows with its first child, as many elements have one or none. */
type GrowingElement = Omit<HtmlElement, 'children'> & { children: readonly HtmlNode[] };

class HtmlTree implements TokenizerCallbacks {
  readonly root: { -readonly [K in keyof HtmlRoot]: HtmlRoot[K] } = {
    tag: '#root',
    attributes: none,
    parent: undefined,
    children: nothing,
    order: 0,
    line: 1,
    isShortened: false,
  };
  /** Makes the tokenizer end. */
  stop = () => {};
  readonly #open: GrowingElement[] = [this.root];
  #order = 0;
  /** How many of the open elements are drawings or formulas. */
  #foreign = 0;
  /** What has come of the text at the end of the open element. */
  #text = '';
  #tag = '';
  #attributes: Map<string, string> | undefined;
  #attribute = '';
  #value = '';
  /** How far lines were counted, and how many there were. */
  #counted = 0;
  #line = 1;

  constructor(readonly html: string) {}

  ontext(start: number, end: number): void {
    this.#text += this.html.slice(start, end);
  }

  ontextentity(codePoint: number): void {
    this.#text += String.fromCodePoint(codePoint);
  }

  onopentagname(start: number, end: number): void {
    this.#tag = lowerCase(this.html.slice(start, end));
    this.#attributes = undefined;
  }

  onattribname(start: number, end: number): void {
    this.#attribute = lowerCase(this.html.slice(start, end));
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.html.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    this.#value += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    this.#attributes ??= new Map();
    if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, this.#value);
  }

  onopentagend(end: number): void {
    this.#add(end, false);
  }

  onselfclosingtag(end: number): void {
    this.#add(end, true);
  }

  onclosetag(start: number, end: number): void {
    const tag = lowerCase(this.html.slice(start, end));
    if (tag === 'br') this.#text += '\n';
    this.#endText();
    for (let at = this.#open.length - 1; at > 0; at--) {
      const open = this.#open[at]!.tag;
      if (open === tag) this.#closeTo(at);
      if (open === tag || ((open === 'td' || open === 'li') && !isBlock({ tag }))) return;
    }
  }

  onend(): void {
    this.#endText();
  }

  isInForeignContext(): boolean {
    return this.#foreign > 0;
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  #add(end: number, isSelfClosing: boolean): void {
    const tag = this.#tag;
    this.#endText();
    if (this.#order === mostElements) {
      this.root.isShortened = true;
      this.stop();
      return;
    }
    this.#closeImplied(tag);
    const parent = this.#open.at(-1)!;
    const element: GrowingElement = {
      tag,
      attributes: this.#attributes ?? none,
      parent,
      children: nothing,
      order: ++this.#order,
      line: this.#lineAt(end),
    };
    append(parent, element);
    if (isVoid(tag) || (isSelfClosing && this.#foreign > 0)) return;
    // In a drawing these hold elements too.
    const isRaw = rawText.has(tag) && this.#foreign === 0;
    if (this.#open.length >= deepest && !isRaw) return;
    this.#open.push(element);
    if (isForeign(element)) this.#foreign++;
  }

  #endText(): void {
    if (this.#text !== '') append(this.#open.at(-1)!, this.#text);
    this.#text = '';
  }

  #closeTo(length: number): void {
    while (this.#open.length > length) if (isForeign(this.#open.pop()!)) this.#foreign--;
  }

  #closeImplied(tag: string): void {
    const open = this.#open;
    const rule = closes.get(tag);
    if (rule) {
      for (let at = open.length - 1; at > 0 && !rule[1].includes(open[at]!.tag); at--)
        if (rule[0].includes(open[at]!.tag)) this.#closeTo(at);
    } else if (open.at(-1)!.tag === 'p' && isBlock({ tag })) this.#closeTo(open.length - 1);
  }

  #lineAt(end: number): number {
    for (; this.#counted < end; this.#counted++) if (this.html.charCodeAt(this.#counted) === 10) this.#line++;
    return this.#line;
  }
}

function append(parent: GrowingElement, child: HtmlNode): void {
  if (parent.children.length === 0) parent.children = [child];
  else (parent.children as HtmlNode[]).push(child);
}

const isForeign = ({ tag }: HtmlElement): boolean => tag === 'svg' || tag === 'math';
