import * as vscode from 'vscode';
import { unreadableKeyText } from '../../../core/bibliography/faultText';
import { isPandocKey } from '../../../core/citation/key';
import type { Post } from '../../../core/post';
import { plainMessage } from '../../views/postText';

const { l10n } = vscode;

/** Tells of a post whose key Pandoc does not read, with the way to give it another; false where there is none. */
export function tellUnreadableKey(posts: readonly Post[]): boolean {
  const post = posts.find(({ id }) => !isPandocKey(id));
  if (post) void offerEdit(post, unreadableKeyText(post.id, l10n.t));
  return post !== undefined;
}

/** Says what is wrong with the key of a post, with the way to give it another. */
export async function offerEdit({ id }: Post, text: string): Promise<void> {
  const edit = l10n.t('Edit Post');
  if ((await vscode.window.showErrorMessage(plainMessage(text), edit)) === edit) {
    await vscode.commands.executeCommand('byline.editPost', { id });
  }
}
