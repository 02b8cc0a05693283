import * as vscode from 'vscode';

/** The files in which posts are cited, notebooks among them; names are told apart by case on some systems. */
export const markdownPattern = '**/*.{md,markdown,mdx,qmd,rmd,Rmd,ipynb}';

/** More files than these are not looked at. */
const most = 5000;

/** The Markdown files of the workspace, without those that its settings keep out of search. */
export async function findMarkdownFiles(log: vscode.LogOutputChannel): Promise<vscode.Uri[]> {
  const found = await Promise.all((vscode.workspace.workspaceFolders ?? []).map(inFolder));
  const files = found.flat();
  if (files.length > most) {
    log.warn(`Citations are counted in ${most} Markdown files only: the workspace has more.`);
  }
  return files.slice(0, most);
}

/** What `files.exclude` says is left out by VS Code itself. */
async function inFolder({ uri }: vscode.WorkspaceFolder): Promise<vscode.Uri[]> {
  const excluded = vscode.workspace
    .getConfiguration('search', uri)
    .get<Record<string, unknown>>('exclude', {});
  const patterns = Object.keys(excluded).filter(pattern => excluded[pattern] === true);
  return vscode.workspace.findFiles(
    new vscode.RelativePattern(uri, markdownPattern),
    `{${['**/node_modules/**', ...patterns].join(',')}}`,
    most + 1,
  );
}
