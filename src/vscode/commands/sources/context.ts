import type { OpenLibrary } from '../../library/openLibrary';
import type { OpenSources } from '../../sources/openSources';
import type { AddPosts } from '../addPosts';

/** What the commands on sources work with. */
export interface SourcesContext {
  readonly sources: OpenSources;
  readonly library: OpenLibrary;
  readonly addPosts: AddPosts;
}
