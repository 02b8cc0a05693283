/**
 * What Byline gives to other extensions. Copy this file into yours; it needs no other.
 *
 *     const byline = vscode.extensions.getExtension<BylineApi>('byline.byline');
 *     const api = await byline?.activate();
 *     if (api?.version === 1) {
 *       const [post] = await api.search('caches author:lee', 1);
 *       const citation = post && (await api.cite(post.id, 'footnote'));
 *     }
 *
 * What is here stays as long as `version` is 1; there may be more of it. Nothing is read before a function is called.
 */
export interface BylineApi {
  readonly version: 1;

  /** All posts of the library of this window: plain data, copied for you. Reads the library if need be. */
  posts(): Promise<readonly BylinePost[]>;

  /**
   * The posts that a query finds, best first. Words may be sloppy; operators are those of the Posts view's search, such
   * as `author:kim year:2019.. "two words" -word`.
   * @param limit how many at most, from 1 to 1000; 20 unless said
   */
  search(query: string, limit?: number): Promise<readonly BylinePost[]>;

  /**
   * The Markdown that cites a post, correctly escaped. Writes nothing.
   * @param id its key, or its address
   * @param format that of the setting `byline.citationFormat` unless said
   * @returns `undefined` when the library has no such post; rejects where the format cannot cite it
   */
  cite(id: string, format?: BylineCitationFormat): Promise<BylineCitation | undefined>;

  /** Runs a listener when the posts are other ones than before. The first time they are read counts. */
  onDidChangePosts(
    listener: () => unknown,
    thisArgs?: unknown,
    disposables?: { dispose(): unknown }[],
  ): { dispose(): unknown };

  /** For VS Code, which calls it with its `markdown-it`, so that the preview shows citations. */
  extendMarkdownIt<MarkdownIt extends object>(md: MarkdownIt): MarkdownIt;
}

export type BylineCitationFormat = 'inlineLink' | 'referenceLink' | 'footnote' | 'pandoc' | 'csl';

export interface BylineCitation {
  /** What stands where the post is cited. */
  readonly text: string;
  /** What stands once in the document, on a line of its own, as of a footnote. */
  readonly definition?: string;
}

/**
 * A post as an item of CSL-JSON (https://docs.citationstyles.org): whatever the library knows of it but where it was
 * read. Other variables of CSL may stand beside these.
 */
export interface BylinePost {
  /** The citation key, as in `[@key]`. */
  readonly id: string;
  /** `post-weblog`, unless a bibliography said something else. */
  readonly type: string;
  readonly title: string;
  readonly author?: readonly BylineName[];
  readonly issued?: BylineDate;
  readonly accessed?: BylineDate;
  /** Mostly absolute, http or https; a bibliography may say anything here. */
  readonly URL?: string;
  /** The publication: a blog's or magazine's name. */
  readonly 'container-title'?: string;
  readonly abstract?: string;
  /** Topics, parted by commas. */
  readonly keyword?: string;
  /** BCP 47 tag. */
  readonly language?: string;
  readonly note?: string;
  readonly custom?: {
    /** What Byline had to make up: `['title']`. */
    readonly provisional?: readonly string[];
    /** Those of the topics that Byline worked out, as the post names none. */
    readonly inferred?: readonly string[];
    readonly [mark: string]: unknown;
  };
  readonly [variable: string]: unknown;
}

/** A person has `family`, and mostly `given`; a body or a handle has `literal` alone. */
export interface BylineName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  readonly 'dropping-particle'?: string;
  readonly 'non-dropping-particle'?: string;
  readonly suffix?: string;
}

export interface BylineDate {
  /** `[[year, month, day]]`; month and day, both from 1, as far as they are known. */
  readonly 'date-parts'?: readonly (readonly (number | string)[])[];
  readonly [variable: string]: unknown;
}
