import type { Post } from '../post';
import type { Source } from '../sources/source';
import { exportingBibliography } from './bibliographies';
import type { ExportFormat } from './exportFormats';
import { exportingOutline } from './outline';
import { listing, type Section } from './readingList';

export interface ExportRequest {
  readonly posts: readonly Post[];
  readonly format: ExportFormat;
  /** What a reading list and an outline are called. */
  readonly title: string;
  /** Parts of a reading list, which then has the posts of these; without them it is one list, newest first. */
  readonly sections?: readonly Section[];
  /** What an outline is made of: the sources that are known, under their names. */
  readonly sources?: readonly Source[];
}

/** What was exported. */
export interface Exported {
  readonly text: string;
  /** Posts that the format has no place for: in an outline, those of no known feed. */
  readonly left: readonly Post[];
  /** Posts that have another key in the text, as the format cannot hold theirs. */
  readonly renamed: readonly Renamed[];
  /** How many feeds an outline names. */
  readonly feeds?: number;
}

export interface Renamed {
  readonly post: Post;
  readonly key: string;
}

/**
 * Posts as the text of a file of their own, in small steps. It says all that is known of them and that the format can
 * hold, but for where Byline read them: that may be a path, or an address that is nobody else's business.
 */
export function* exporting(request: ExportRequest): Generator<void, Exported> {
  const { posts, format, title, sections, sources = [] } = request;
  switch (format) {
    case 'markdown':
      return { text: yield* listing(title, sections ?? [{ label: '', posts }]), left: [], renamed: [] };
    case 'opml':
      return yield* exportingOutline(posts, sources, title);
    default:
      return yield* exportingBibliography(posts, format);
  }
}
