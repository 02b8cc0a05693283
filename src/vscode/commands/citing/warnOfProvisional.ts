import * as vscode from 'vscode';
import { isProvisional, type Post } from '../../../core/post';
import { plainMessage } from '../../views/postText';

const { l10n } = vscode;
const warned = new Set<string>();

/** Says once for each post that its title is made up, with the way to put it right. */
export async function warnOfProvisional(posts: readonly Post[]): Promise<void> {
  const fresh = posts.filter(post => isProvisional(post) && !warned.has(post.id));
  const [post] = fresh;
  if (!post) return;
  for (const { id } of fresh) warned.add(id);
  const fillIn = l10n.t('Fill In…');
  const choice = await vscode.window.showInformationMessage(
    l10n.t(
      '“{0}” is a provisional title, made from the post’s text: the page it came from gave none.',
      plainMessage(post.title),
    ),
    fillIn,
  );
  if (choice === fillIn) {
    await vscode.commands.executeCommand('byline.fillInSelectedPosts', { id: post.id });
  }
}
