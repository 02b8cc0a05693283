import * as vscode from 'vscode';
import { type Change, DamagedLibraryError } from '../../core/library/libraryFile';
import { plainMessage } from '../views/postText';
import type { OpenLibrary } from './openLibrary';

const { l10n } = vscode;

/**
 * Changes the library; when that fails, tells the user why and what to do.
 * @returns whether it was saved.
 */
export async function saving(library: OpenLibrary, change: Change): Promise<boolean> {
  try {
    await library.update(change);
    return true;
  } catch (error) {
    library.log.error(String(error));
    if (error instanceof DamagedLibraryError) {
      return (await offerRepair(library)) && saving(library, change);
    }
    await reportFailure(library, error);
    return false;
  }
}

/**
 * A damaged file is never written over unasked: the user mends it, or has a copy kept and goes on.
 * @returns whether the library can be changed now.
 */
export async function offerRepair(library: OpenLibrary): Promise<boolean> {
  const open = l10n.t('Open File');
  const repair = l10n.t('Keep a Copy and Go On');
  const choice = await vscode.window.showWarningMessage(
    l10n.t(
      'The library file has lines that cannot be read, so nothing was saved. Mend them in the file, or keep a copy of it and go on with the posts that could be read.',
    ),
    open,
    repair,
  );
  if (choice === open) {
    await vscode.window.showTextDocument(library.uri);
  }
  if (choice !== repair) {
    return false;
  }
  let copy: vscode.Uri;
  try {
    copy = await library.repair();
  } catch (error) {
    await reportFailure(library, error);
    return false;
  }
  void vscode.window.showInformationMessage(
    plainMessage(l10n.t('The damaged file was kept as {0}.', vscode.workspace.asRelativePath(copy))),
  );
  return true;
}

async function reportFailure(library: OpenLibrary, error: unknown): Promise<void> {
  const showLog = l10n.t('Show Log');
  const choice = await vscode.window.showErrorMessage(
    plainMessage(
      l10n.t(
        'The library could not be saved to {0}: {1}. Check that the file can be written, then try again.',
        vscode.workspace.asRelativePath(library.uri),
        error instanceof Error ? error.message : String(error),
      ),
    ),
    showLog,
  );
  if (choice === showLog) {
    library.log.show();
  }
}
