import * as vscode from 'vscode';
import type { Post } from '../../../core/post';
import { openAddress } from '../../openAddress';
import type { PostButton } from '../../pickers/postPicker';
import { titleText } from '../../views/postText';

const { l10n } = vscode;

/** What can be done with a post of a picker, beside picking it. */
export type Action = PostButton & { readonly tooltip: string };

export function action(icon: string, tooltip: string, run: (post: Post) => unknown): Action {
  return { iconPath: new vscode.ThemeIcon(icon), tooltip, run };
}

/** One button for several actions: VS Code makes the buttons of all rows anew at each key. */
export function moreActions(actions: readonly Action[]): Action {
  return action('ellipsis', l10n.t('More Actions…'), async post => {
    const rows = actions
      .filter(offered => offered !== openInBrowser || post.url)
      .map(({ iconPath, tooltip, run }) => ({ label: tooltip, iconPath, run }));
    const picked = await vscode.window.showQuickPick(rows, { title: titleText(post) });
    await picked?.run(post);
  });
}

export const openInBrowser = action('link-external', l10n.t('Open in Browser'), openPost);

export async function openPost({ url }: Post): Promise<void> {
  if (url) await openAddress(url);
}
