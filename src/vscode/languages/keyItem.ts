import * as vscode from 'vscode';
import { pandocCite } from '../../core/citation/pandoc';
import type { TypedCitation } from '../../core/document/typedCitation';
import type { Post } from '../../core/post';
import { commandOfCitedByKey } from '../commands/documents/citedByKey';
import type { PostItem } from './completion';
import { postLabel } from './postLabel';

/** Writes the key of a post, and the post into the bibliography file of the document if it has one. */
export function keyItem(post: Post, { closing }: TypedCitation, document: vscode.TextDocument): PostItem {
  const key = pandocCite(post.id).slice('@'.length);
  const item = new vscode.CompletionItem(postLabel(post), vscode.CompletionItemKind.Reference);
  const command = commandOfCitedByKey(document, [post]);
  return Object.assign(item, { post, insertText: key + closing, command });
}
