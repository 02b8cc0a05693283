import type { MarkdownIt, Token } from 'markdown-it';
import { fillTemplate } from '../../core/citation/fillTemplate';
import type { Post } from '../../core/post';
import {
  citationClose,
  citationOf,
  citationOpen,
  type PreviewCitation,
  type PreviewCite,
} from './citationRule';
import { referencesPlace } from './referencesPlace';
import type { PreviewStyle } from './slicedStyle';

/** What is known of the posts that a document cites. */
export interface PreviewPosts {
  /** The post that a key means. */
  readonly postOf: (key: string) => Post | undefined;
  /** Those in the list of references that the document itself holds, in the order of their numbers. */
  readonly listed: readonly Post[] | undefined;
  /** Those in the list of references that the text does not cite, as its front matter has it. */
  readonly nocited?: readonly Post[];
  /** How they are cited; why they can't be. */
  readonly style: PreviewStyle | { readonly fault: string };
  /** Of the list of references. */
  readonly heading: string;
}

/**
 * Lets markdown-it show citations in a style, and the references at the end of a document that holds no list of them.
 * @param postsOf asked with the `env` of each rendering, and whether that has a citation; `undefined` while nothing is
 * known, and where there is nothing to show
 */
export function renderCitations(
  md: MarkdownIt,
  postsOf: (env: object, hasCitations: boolean) => PreviewPosts | undefined,
): void {
  const { renderer } = md;
  const { render, renderInline } = renderer;
  const clean = plainMarkdownIt(md);
  const writers = new WeakMap<object, CitationWriter>();

  renderer.render = (tokens, options, env = {}) => {
    const citations = citationsOf(tokens);
    const posts = postsOf(env, citations.length > 0);
    if (!posts || (citations.length === 0 && !posts.nocited?.length))
      return render.call(renderer, tokens, options, env);
    const writer = new CitationWriter(posts, citations, markdown => clean.renderInline(markdown), md);
    writers.set(env, writer);
    // Rendered as a whole, as other extensions put something before or behind it.
    const { before, after, hasHeading } = referencesPlace(tokens);
    const [like = md.parse('a', {})[0]!] = tokens;
    const references = htmlToken(like, () => writer.references(hasHeading));
    return render.call(renderer, [...before, references, ...after], options, env) + writer.notes();
  };
  renderer.renderInline = (tokens, options, env) => {
    const writer = writers.get(env ?? {});
    const shown = writer ? withCitations(tokens, writer) : tokens;
    return renderInline.call(renderer, shown as Token[], options, env);
  };
  renderer.rules[htmlType] = (tokens, index) => (tokens[index] as HtmlToken).html();
}

const htmlType = 'byline_html';

interface HtmlToken extends Token {
  readonly html: () => string;
}

function htmlToken(like: Token, html: () => string): HtmlToken {
  const Made = like.constructor as new (type: string, tag: string, nesting: 0) => Token;
  return Object.assign(new Made(htmlType, '', 0), { html });
}

/**
 * As CommonMark has it, without the HTML and the extensions of the preview's: what it is given is Markdown that Byline
 * has written, and reads as exactly the text of posts.
 */
function plainMarkdownIt(md: MarkdownIt): MarkdownIt {
  const Plain = md.constructor as new (preset: string, options: object) => MarkdownIt;
  return new Plain('commonmark', { html: false });
}

function citationsOf(tokens: readonly Token[]): PreviewCitation[] {
  const citations: PreviewCitation[] = [];
  for (const { children } of tokens) {
    for (const child of children ?? []) if (child.type === citationOpen) citations.push(citationOf(child));
  }
  return citations;
}

/** With what the style has in place of the citations that are known; the others stay as they are. */
function withCitations(tokens: readonly Token[], writer: CitationWriter): readonly Token[] {
  const shown: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const html = token.type === citationOpen ? writer.citation(citationOf(token)) : undefined;
    if (html === undefined) {
      shown.push(token);
      continue;
    }
    shown.push(htmlToken(token, () => html));
    while (tokens[at]!.type !== citationClose) at++;
  }
  return shown;
}

/** Writes the citations of one document as HTML. */
class CitationWriter {
  readonly #cited: readonly Post[];
  readonly #notes: string[] = [];
  #fault: string | undefined;

  constructor(
    private readonly posts: PreviewPosts,
    citations: readonly PreviewCitation[],
    private readonly inline: (markdown: string) => string,
    private readonly md: MarkdownIt,
  ) {
    const byKey = citations.flatMap(({ cites }) => cites.flatMap(({ key }) => posts.postOf(key) ?? []));
    this.#cited = [...new Set([...(posts.listed ?? []), ...byKey, ...(posts.nocited ?? [])])];
  }

  /** `undefined` where no key is known. */
  citation({ cites, isInText }: PreviewCitation): string | undefined {
    const { style } = this.posts;
    if ('fault' in style) return undefined;
    const known: { readonly post: Post; readonly cite: PreviewCite }[] = [];
    const unknown: string[] = [];
    for (const cite of cites) {
      const post = this.posts.postOf(cite.key);
      if (post) known.push({ post, cite });
      else unknown.push(cite.source);
    }
    if (known.length === 0) return undefined;
    const isByYear = isInText && style.kind === 'inText';
    const items = known.map(({ post, cite }) => ({
      post,
      details: cite.details,
      ...((isByYear || cite.withoutAuthors) && { form: 'withoutAuthors' as const }),
    }));
    const { post } = known[0]!;
    const text = this.#attempt(() => style.citation(items, this.#cited));
    const authors = isByYear
      ? this.#attempt(() => style.citation([{ post, form: 'authors' }], this.#cited))
      : isInText && fillTemplate('{authors|short}', post, {});
    if (text === undefined || authors === undefined) return undefined;
    const cited = style.kind === 'note' ? this.#note(this.inline(text)) : this.inline(text);
    const html = authors ? this.inline(authors) + (style.kind === 'note' ? '' : ' ') + cited : cited;
    const keys = this.#escape(known.map(({ cite }) => cite.key).join(' '));
    const rest = unknown.length > 0 ? this.#escape(` [${unknown.join('; ')}]`) : '';
    return `<span class="citation" data-cites="${keys}">${html}</span>${rest}`;
  }

  /** The list of references, where the document holds none; in place of it what is wrong with the style. */
  references(hasHeading: boolean): string {
    const { style, heading, listed } = this.posts;
    if ('fault' in style) return this.#told(style.fault);
    if (listed || this.#cited.length === 0) return this.#told(this.#fault);
    const formatted = this.#attempt(() => style.bibliography(this.#cited));
    if (!formatted && !this.#fault) return '';
    const entries = (formatted ?? []).map(
      ({ id, text }) => `<p id="ref-${this.#escape(id)}" class="csl-entry">${this.inline(text)}</p>\n`,
    );
    const title = hasHeading ? '' : `<h2>${this.#escape(heading)}</h2>\n`;
    return `${title}<div id="refs" class="references">\n${entries.join('')}${this.#told(this.#fault)}</div>\n`;
  }

  /** The notes of a style that cites in notes. */
  notes(): string {
    if (this.#notes.length === 0) return '';
    const items = this.#notes.map(
      (note, at) =>
        `<li id="byline-note-${at + 1}">${note} <a href="#byline-cite-${at + 1}" aria-label="↩">↩</a></li>\n`,
    );
    return `<section class="footnotes">\n<hr>\n<ol>\n${items.join('')}</ol>\n</section>\n`;
  }

  /** What is wrong with a style may show only in use. */
  #attempt<T>(format: () => T): T | undefined {
    try {
      return format();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.#fault = error.message;
      return undefined;
    }
  }

  #told(fault: string | undefined): string {
    return fault ? `<p><em>${this.#escape(fault)}</em></p>\n` : '';
  }

  #note(text: string): string {
    const number = this.#notes.push(text);
    return `<sup><a href="#byline-note-${number}" id="byline-cite-${number}">${number}</a></sup>`;
  }

  #escape(text: string): string {
    return this.md.utils.escapeHtml(text);
  }
}
