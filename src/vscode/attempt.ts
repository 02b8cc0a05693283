import * as vscode from 'vscode';
import { plainMessage } from './views/postText';

/** Runs what nobody has to wait for, and resolves when it has ended; a failure is logged and told, with what to do. */
export function attempt(log: vscode.LogOutputChannel, run: () => unknown): Promise<void> {
  return Promise.resolve()
    .then(run)
    .then(
      () => {},
      error => {
        log.error(error);
        void tell(log, error);
      },
    );
}

async function tell(log: vscode.LogOutputChannel, error: unknown): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  const choice = await vscode.window.showErrorMessage(
    plainMessage(
      vscode.l10n.t('Byline could not do this: {0}', error instanceof Error ? error.message : String(error)),
    ),
    showLog,
  );
  if (choice === showLog) {
    log.show();
  }
}
