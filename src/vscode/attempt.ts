import * as vscode from 'vscode';
import { plainMessage } from './views/postText';

/** Runs what nobody waits for; a failure is logged and told, with what to do. */
export function attempt(log: vscode.LogOutputChannel, run: () => unknown): void {
  Promise.resolve()
    .then(run)
    .catch(async error => {
      log.error(error);
      const showLog = vscode.l10n.t('Show Log');
      const choice = await vscode.window.showErrorMessage(
        plainMessage(
          vscode.l10n.t(
            'Byline could not do this: {0}',
            error instanceof Error ? error.message : String(error),
          ),
        ),
        showLog,
      );
      if (choice === showLog) {
        log.show();
      }
    });
}
