import type { CitationFormat, Wording } from '../citation';
import type { CslFormatter } from '../csl/formatter';
import type { Dialect, KnownPosts } from '../document';
import type { CheckOptions } from '../health';
import type { Post } from '../post';
import type { SearchResult } from '../search';
import type { ObjectSchema } from './schema';

/** What an assistant is told of a function that it may call. */
export interface ToolDefinition {
  readonly name: ToolName;
  readonly title: string;
  /** For the model. */
  readonly description: string;
  readonly inputSchema: ObjectSchema;
}

export const toolNames = ['search_posts', 'get_post', 'cite_post', 'check_citations'] as const;

export type ToolName = (typeof toolNames)[number];

/** JSON for the model, of a bounded length; or in a sentence why there is none, and what to do next. */
export type ToolAnswer = { readonly content: ToolContent } | { readonly error: string };

export type ToolContent = Readonly<Record<string, unknown>>;

/** What the tools ask of a shell: the posts of a library as they are by now, and how its user cites. */
export interface ToolLibrary {
  /** As people call it, such as the name of its file. */
  readonly name: string;
  search(query: string, limit: number): Promise<SearchResult>;
  known(): Promise<KnownPosts>;
  /** The names of the sources that a post came from; none of one that came from nowhere else. */
  sourcesOf(post: Post): readonly string[];
  readonly citing: {
    readonly format: CitationFormat;
    readonly wording?: Wording;
    readonly checks?: CheckOptions['severities'];
  };
  /** Rejects with an error that tells people what is wrong with the style. */
  csl(): Promise<CslFormatter>;
  /** The document at a path; or in a sentence why it isn't read, and what to do. */
  document(path: string): Promise<ToolDocument | string>;
}

export interface ToolDocument {
  readonly text: string;
  readonly dialect: Dialect;
  readonly bibliography?: CheckOptions['bibliography'];
}
