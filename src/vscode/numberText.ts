import * as vscode from 'vscode';

let format: Intl.NumberFormat | undefined;

/** "2,345", as the user's language writes numbers. */
export function numberText(value: number): string {
  format ??= new Intl.NumberFormat(vscode.env.language);
  return format.format(value);
}
