/** Where posts come from, as the user lists it in `byline.sources`. */
export interface Source {
  readonly kind: SourceKind;
  /**
   * Tells sources apart; `Post.sources` names them by `sourceId`. An absolute http(s) address without user name and
   * password, or a path: absolute, relative to the first workspace folder, or below `~/`.
   */
  readonly location: string;
  /** What the user calls it; else the name that the source gives itself is shown. */
  readonly name?: string;
  /** Folders of an OPML outline, outermost first, joined by "/". */
  readonly group?: string;
  /** Of a listing: the address of the same site's feed, which brings what is newer than the page. */
  readonly feed?: string;
  /** Of a folder: the address at which its posts are published. */
  readonly baseUrl?: string;
}

export const sourceKinds = ['feed', 'listing', 'page', 'folder', 'bibliography', 'opml'] as const;

/**
 * `listing`: a web page that lists posts. `page`: one that is a post. `folder`: Markdown files with front matter.
 * `bibliography`: a file, also on the web. `opml`: likewise, a list of feeds, which it stands for.
 */
export type SourceKind = (typeof sourceKinds)[number];

/** Whether the source is on the web, so that reading it takes requests. */
export function isRemote({ kind, location }: Pick<Source, 'kind' | 'location'>): boolean {
  if (kind === 'bibliography' || kind === 'opml') return /^https?:\/\//i.test(location);
  return kind !== 'folder';
}
