import * as vscode from 'vscode';
import type { Span } from '../../core/document';

/** Makes ranges of a text of spans. Lines end as in VS Code. */
export function placesOf(text: string): (span: Span) => vscode.Range {
  let starts: readonly number[] | undefined;
  const positionAt = (offset: number) => {
    starts ??= lineStarts(text);
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return new vscode.Position(low, offset - starts[low]!);
  };
  return ({ start, end }) => new vscode.Range(positionAt(start), positionAt(end));
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: ending }) => index + ending.length)];
}

export function rangeIn(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
