import * as vscode from 'vscode';
import type { Span } from '../../core/document';
import { positionsIn } from '../../core/document/positionsIn';

/** Makes ranges of a text of spans. */
export function placesOf(text: string): (span: Span) => vscode.Range {
  const positionAt = positionsIn(text);
  return ({ start, end }) => {
    const [from, to] = [positionAt(start), positionAt(end)];
    return new vscode.Range(from.line, from.character, to.line, to.character);
  };
}

export function rangeIn(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
