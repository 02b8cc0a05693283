import type { Disposable } from 'vscode';
import type { Host } from '../host';
import type { CitedPosts } from '../library/citedPosts';
import type { OpenLibrary } from '../library/openLibrary';
import { between } from '../views/postText';
import { SourcesTree } from '../views/sourcesTree';
import { failingText } from '../views/sourceText';
import { OpenSources } from './openSources';
import { RefreshStatus } from './refreshStatus';

export interface ShownSources extends Disposable {
  readonly sources: OpenSources;
  readonly tree: SourcesTree;
  readonly status: RefreshStatus;
  /** See `failingText`. */
  failing(): string;
}

/** The sources with how they are shown, loaded at first use. */
export function openShownSources(host: Host, library: OpenLibrary, cited: CitedPosts): ShownSources {
  const sources = new OpenSources(host, library, cited);
  const status = new RefreshStatus();
  return {
    sources,
    tree: new SourcesTree(sources),
    status,
    failing: () => failingText(sources.known, between.heard),
    dispose() {
      sources.dispose();
      status.dispose();
    },
  };
}
