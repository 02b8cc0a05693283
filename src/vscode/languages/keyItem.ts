import * as vscode from 'vscode';
import { pandocCite } from '../../core/citation/pandoc';
import type { TypedCitation } from '../../core/document/typedCitation';
import type { Post } from '../../core/post';
import type { PostItem } from './completion';
import { postLabel } from './postLabel';

/** Writes the key of a post. */
export function keyItem(post: Post, { closing }: TypedCitation): PostItem {
  const key = pandocCite(post.id).slice('@'.length);
  const item = new vscode.CompletionItem(postLabel(post), vscode.CompletionItemKind.Reference);
  return Object.assign(item, { post, insertText: key + closing });
}
