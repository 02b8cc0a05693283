import * as vscode from 'vscode';
import { type WayOfCiting, wayOfCiting } from '../commands/citing/wayOfCiting';
import type { CitationStyles } from '../cslFormatter';
import type { KnownLibrary } from '../library/knownLibrary';
import type { PostsRow } from './postsRow';

/** Keys of posts that are dragged out of the Posts view, as a JSON array. */
export const postsMimeType = 'application/vnd.code.tree.byline.posts';

/**
 * Lets posts be dragged out of the tree into a text: documents that cite posts know them by their keys, others take the
 * citation as text. Without addresses, which VS Code would open in an editor unless Shift is held.
 */
export class PostsDrag implements vscode.TreeDragAndDropController<PostsRow> {
  readonly dragMimeTypes = ['text/plain'];
  readonly dropMimeTypes = [];

  constructor(private readonly parts: { readonly styles: CitationStyles; readonly known: KnownLibrary }) {}

  async handleDrag(rows: readonly PostsRow[], data: vscode.DataTransfer): Promise<void> {
    const posts = rows.flatMap(row => (row.kind === 'post' ? [row.post] : []));
    if (posts.length === 0) return;
    data.set(postsMimeType, new vscode.DataTransferItem(JSON.stringify(posts.map(({ id }) => id))));
    const { citeSeveral, defaultWording, writtenText } = await import('../../core/citation');
    const plain: WayOfCiting = { format: 'inlineLink', wording: defaultWording };
    // A style that can't be used is told where somebody cites.
    const way = await wayOfCiting(this.parts, undefined, async () => undefined).catch(() => plain);
    const cites = posts.map(post => ({ post }));
    const steps = citeSeveral({ ...way, document: '', cites, selections: [{ start: 0, end: 0 }] });
    const { citation, definitions } = writtenText('', steps);
    const text = definitions.length > 0 ? `${citation}\n\n${definitions.join('\n')}\n` : citation;
    data.set('text/plain', new vscode.DataTransferItem(text));
  }
}
