import * as vscode from 'vscode';

/** Shows in a notification that work is done. When the user cancels it there, the signal aborts. */
export function cancellableProgress<T>(
  title: string,
  work: (
    signal: AbortSignal,
    progress: vscode.Progress<{ message?: string; increment?: number }>,
  ) => Thenable<T>,
): Thenable<T> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => {
      const controller = new AbortController();
      token.onCancellationRequested(() => controller.abort());
      if (token.isCancellationRequested) controller.abort();
      return work(controller.signal, progress);
    },
  );
}
