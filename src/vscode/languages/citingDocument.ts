import * as vscode from 'vscode';
import type { Dialect } from '../../core/document';

/** By language, in what dialect the documents are read that may cite posts. */
const dialects: Readonly<Record<string, Dialect>> = {
  markdown: 'markdown',
  mdx: 'mdx',
  quarto: 'pandoc',
  rmarkdown: 'pandoc',
  rmd: 'pandoc',
};

/** Documents that may cite posts, wherever they are: files, untitled ones, Markdown cells of notebooks. */
export const citingDocuments: vscode.DocumentSelector = [
  ...Object.keys(dialects).map(language => ({ language })),
  { language: 'plaintext', pattern: '**/*.{mdx,qmd,rmd,Rmd}' },
];

/** How a document is read; `undefined` of one that cites no posts. */
export function dialectOfDocument({ languageId, uri }: vscode.TextDocument): Dialect | undefined {
  // Without an extension for MDX or Quarto only the file's name says it.
  if (languageId === 'markdown' || languageId === 'plaintext') {
    if (/\.mdx$/i.test(uri.path)) return 'mdx';
    if (/\.(?:qmd|rmd)$/i.test(uri.path)) return 'pandoc';
  }
  return Object.hasOwn(dialects, languageId) ? dialects[languageId] : undefined;
}

/** Whether a document cites posts and somebody may write in it: no other version of it, as a comparison shows. */
export function isWorkedOn(document: vscode.TextDocument): boolean {
  const { scheme } = document.uri;
  const isOwn = scheme === 'untitled' || scheme === 'vscode-notebook-cell';
  return (
    (isOwn || vscode.workspace.fs.isWritableFileSystem(scheme) === true) &&
    dialectOfDocument(document) !== undefined
  );
}
