import * as vscode from 'vscode';
import type { Problem } from '../../../core/problem';
import { writeList, writtenList } from '../../placedSetting';
import { plainMessage } from '../../views/postText';

const { l10n } = vscode;

/**
 * Asks whether a host that was refused, as it is private, may be read from now on.
 * @returns whether it may.
 */
export async function allowHost({ code, detail: host }: Problem): Promise<boolean> {
  if (code !== 'privateAddress' || !host) {
    return false;
  }
  const allow = l10n.t('Allow {0}', host);
  const choice = await vscode.window.showWarningMessage(
    plainMessage(l10n.t('{0} is this computer or in a private network. May Byline read from it?', host)),
    {
      modal: true,
      detail: l10n.t(
        'Allow only what you know, such as the blog of your company: requests come from this computer. The setting byline.allowedHosts keeps your choice.',
      ),
    },
    allow,
  );
  if (choice !== allow) {
    return false;
  }
  await writeList('allowedHosts', 'globalValue', [...writtenList('allowedHosts', 'globalValue'), host]);
  return true;
}
