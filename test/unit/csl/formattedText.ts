import { Parser as MarkdownParser } from 'commonmark';
import { Parser as HtmlParser } from 'htmlparser2';

/** What a reader sees: text, and how each of its characters is set. */
export interface FormattedText {
  readonly text: string;
  /** One letter for each UTF-16 unit of `text`: i(talic), b(old), B(oth), or a full stop. */
  readonly emphasis: string;
  readonly links: readonly { readonly url: string; readonly text: string }[];
  /** Kinds of nodes that are none of these. */
  readonly others: readonly string[];
}

class Collector {
  text = '';
  emphasis = '';
  italic = 0;
  bold = 0;
  readonly links: { url: string; text: string }[] = [];
  readonly others: string[] = [];
  #link: { url: string; text: string } | undefined;

  add(text: string): void {
    this.text += text;
    this.emphasis += (this.italic ? (this.bold ? 'B' : 'i') : this.bold ? 'b' : '.').repeat(text.length);
    if (this.#link) this.#link.text += text;
  }

  enterLink(url: string): void {
    this.#link = { url, text: '' };
    this.links.push(this.#link);
  }

  leaveLink(): void {
    this.#link = undefined;
  }
}

/** One paragraph of CommonMark. */
export function readMarkdown(markdown: string): FormattedText {
  const into = new Collector();
  const walker = new MarkdownParser().parse(markdown).walker();
  for (let step = walker.next(); step; step = walker.next()) {
    const { node, entering } = step;
    const by = entering ? 1 : -1;
    if (node.type === 'text') into.add(node.literal ?? '');
    else if (node.type === 'emph') into.italic += by;
    else if (node.type === 'strong') into.bold += by;
    else if (node.type === 'link') entering ? into.enterLink(node.destination ?? '') : into.leaveLink();
    else if (node.type !== 'document' && node.type !== 'paragraph') into.others.push(node.type);
  }
  return into;
}

/** What citeproc writes; its blocks are set apart by a blank. */
export function readCiteproc(html: string): FormattedText {
  const into = new Collector();
  const open: { italic: number; bold: number }[] = [];
  const parser = new HtmlParser({
    ontext: text => into.add(text.replace(/\s*\n\s*/g, '')),
    onopentag(name, { style = '' }) {
      open.push({ italic: into.italic, bold: into.bold });
      if (name === 'i' || name === 'em') into.italic = 1;
      if (name === 'b') into.bold = 1;
      if (style.includes('font-style:normal')) into.italic = 0;
      if (style.includes('font-weight:normal')) into.bold = 0;
      if (name === 'div' && into.text && !into.text.endsWith(' ')) into.add(' ');
    },
    onclosetag() {
      Object.assign(into, open.pop());
    },
  });
  parser.end(html.trim());
  return into;
}
