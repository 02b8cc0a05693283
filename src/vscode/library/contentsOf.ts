import * as vscode from 'vscode';
import type { DocumentAnalysis } from '../../core/document';

/** In MB; what is larger is nothing that somebody wrote, but a notebook holds what was computed as well. */
const largestOf = (file: string) => (file.endsWith('.ipynb') ? 20 : 2);

/** What follows the edits of open documents. */
export interface Analysed {
  load(document: vscode.TextDocument): Promise<DocumentAnalysis | undefined>;
}

/**
 * What Markdown files say, for `findingTargets`, unsaved changes included: their text, but what is read already of open
 * ones and of the Markdown cells of open notebooks. `undefined` for a file that has gone, is too large or cannot be read.
 * @param files by address
 */
export async function contentsOf(
  files: readonly string[],
  analysed: Analysed | undefined,
  log: vscode.LogOutputChannel,
): Promise<(string | readonly DocumentAnalysis[] | undefined)[]> {
  const { DocumentAnalysis } = await import('../../core/document');
  const { notebookDocuments, textDocuments } = vscode.workspace;
  const open = new Map(textDocuments.map(document => [String(document.uri), document]));
  const notebooks = new Map(notebookDocuments.map(notebook => [String(notebook.uri), notebook]));
  return Promise.all(
    files.map(async file => {
      const cells = notebooks.get(file)?.getCells();
      if (cells) {
        const prose = cells.filter(({ kind }) => kind === vscode.NotebookCellKind.Markup);
        return Promise.all(
          prose.map(
            async ({ document }) =>
              (await analysed?.load(document)) ?? new DocumentAnalysis(document.getText(), 'markdown'),
          ),
        );
      }
      const document = open.get(file);
      if (!document) return textOf(file, log);
      const analysis = await analysed?.load(document);
      return analysis ? [analysis] : document.getText();
    }),
  );
}

async function textOf(file: string, log: vscode.LogOutputChannel): Promise<string | undefined> {
  const uri = vscode.Uri.parse(file);
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largestOf(file) * 1024 * 1024) {
      log.warn(`${file} is larger than ${largestOf(file)} MB, so its citations are not counted.`);
      return undefined;
    }
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) {
      log.warn(`The citations of ${file} could not be counted: ${error}`);
    }
    return undefined;
  }
}
