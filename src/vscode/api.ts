import type { MarkdownIt } from 'markdown-it';
import type { BylineApi } from '../api';
import type { CitationStyles } from './cslFormatter';
import type { KnownLibrary } from './library/knownLibrary';
import type { OpenLibrary } from './library/openLibrary';
import type { PostSearch } from './library/postSearch';
import type { MarkdownPreview } from './preview/markdownPreview';

/** What other extensions ask is answered from. */
export interface ApiParts {
  readonly library: OpenLibrary;
  readonly search: PostSearch;
  readonly known: KnownLibrary;
  readonly styles: CitationStyles;
}

/** What `activate` returns to other extensions; it loads nothing before they ask. */
export function bylineApi(parts: ApiParts, preview: MarkdownPreview): BylineApi {
  const calls = async () => (await import('./forOthers')).apiCalls;
  return Object.freeze<BylineApi>({
    version: 1,
    posts: async () => (await calls()).posts(parts),
    search: async (query, limit) => (await calls()).search(parts, query, limit),
    cite: async (id, format) => (await calls()).cite(parts, id, format),
    onDidChangePosts: parts.library.onDidChange,
    extendMarkdownIt(md) {
      preview.extendMarkdownIt(md as unknown as MarkdownIt);
      return md;
    },
  });
}
