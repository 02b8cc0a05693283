import * as vscode from 'vscode';
import { problemText } from '../../../core/problemText';
import { settings } from '../../settings';
import { plainMessage } from '../../views/postText';
import { addAddress } from './addAddress';
import { addLocal, addOutlineFile } from './addLocal';
import { askForPlace, placeAt } from './askForPlace';
import { isReady, type SourcesContext } from './context';

const { l10n } = vscode;

/**
 * Adds what an address, a folder or a file holds to the sources, or the one post that an address is to the library.
 * @param given an address or the place of a folder or file; asked for unless it is given.
 */
export async function addSource(context: SourcesContext, given?: string | vscode.Uri): Promise<void> {
  const place =
    typeof given === 'string'
      ? ({ kind: 'address', address: given } as const)
      : given
        ? await placeAt(given)
        : await askForPlace();
  if (!place || !(await isReady(context))) return;
  if (place.kind === 'address') await addAddress(context, place.address);
  else if (place.kind === 'outline') await addOutlineFile(context, place);
  else await addLocal(context, place);
}

/** Adds what another program or a page asks for with `vscode://byline.byline/add?url=…`, once the user agrees. */
export async function addFromOutside(context: SourcesContext, uri: vscode.Uri): Promise<void> {
  const address = new URLSearchParams(uri.query).get('url') ?? '';
  const { checkUrl } = await import('../../../core/sources');
  const checked = uri.path === '/add' ? checkUrl(address, settings().allowedHosts) : undefined;
  if (!checked || !('url' in checked)) {
    void vscode.window.showWarningMessage(
      checked
        ? plainMessage(problemText({ ...checked, source: address }, l10n.t))
        : l10n.t(
            'Byline was opened with a link that it does not know. It knows vscode://byline.byline/add?url=…',
          ),
    );
    return;
  }
  const add = l10n.t('Read and Add');
  const choice = await vscode.window.showInformationMessage(
    plainMessage(l10n.t('Add what is at {0} to Byline?', checked.url.host)),
    { modal: true, detail: checked.url.href },
    add,
  );
  if (choice === add && (await isReady(context))) await addAddress(context, checked.url.href);
}
