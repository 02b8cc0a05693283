import type * as vscode from 'vscode';
import type { Post } from '../../../core/post';
import type { CitationStyles } from '../../cslFormatter';
import type { LastEditor } from '../../lastEditor';
import type { KnownLibrary } from '../../library/knownLibrary';
import type { OpenLibrary } from '../../library/openLibrary';
import type { PostSearch } from '../../library/postSearch';
import type { ChosenPosts } from '../chosenPosts';

/** What the commands that cite work with. */
export interface CitingContext {
  readonly library: OpenLibrary;
  readonly search: PostSearch;
  readonly known: KnownLibrary;
  readonly styles: CitationStyles;
  readonly chosen: ChosenPosts;
  readonly lastEditor: LastEditor;
  readonly state: vscode.Memento;
  /** Shows a post in the Posts view. */
  readonly reveal: (post: Post) => Promise<void>;
}
