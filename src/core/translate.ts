/** Looks a message up in the user's language and fills in `{0}`, `{1}`, …: `vscode.l10n.t`, or `plainText`. */
export type Translate = (message: string, ...args: string[]) => string;

/** The English message as it stands. */
export const plainText: Translate = (message, ...args) =>
  message.replace(/\{(\d)\}/g, (_, index) => args[Number(index)] ?? '');
