import type { Host } from '../host';
import type { CitedPosts } from '../library/citedPosts';
import type { OpenLibrary } from '../library/openLibrary';
import { SourcesTree } from '../views/sourcesTree';
import { failingText } from '../views/sourceText';
import { OpenSources } from './openSources';

export interface OpenedSources {
  readonly sources: OpenSources;
  readonly tree: SourcesTree;
  /** See `failingText`. */
  failing(): string;
}

/** The sources with how they are shown, loaded at first use. */
export function openSources(host: Host, library: OpenLibrary, cited: CitedPosts): OpenedSources {
  const sources = new OpenSources(host, library, cited);
  return { sources, tree: new SourcesTree(sources), failing: () => failingText(sources.known) };
}
