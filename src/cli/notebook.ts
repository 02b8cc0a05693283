import {
  isInOneString,
  matterOf,
  type NotebookCell,
  notebookCells,
  spanInFile,
} from '../core/document/notebook';
import type { TextEdit } from '../core/document/textEdit';
import type { Finding, Fix } from '../core/health';

/** The metadata that a notebook has for Pandoc. */
export const notebookMatter = (json: string): string => matterOf(notebookCells(json));

/** What is found in the Markdown cells of a notebook, each a document by itself, with its places in the file. */
export function findInNotebook(json: string, find: (text: string) => readonly Finding[]): Finding[] {
  return notebookCells(json).flatMap(cell =>
    cell.type === 'markdown' ? find(cell.text).map(finding => inFile(finding, cell)) : [],
  );
}

function inFile(finding: Finding, cell: NotebookCell): Finding {
  const { fixes: _, ...rest } = Object.getOwnPropertyDescriptors(finding);
  const found = Object.defineProperties({}, rest) as Omit<Finding, 'fixes'>;
  return {
    ...found,
    ...spanInFile(finding, cell),
    ...(finding.related && { related: spanInFile(finding.related, cell) }),
    get fixes() {
      return finding.fixes.flatMap(fix => fixInFile(fix, cell) ?? []);
    },
  };
}

/** `undefined` for one that changes more than one string at once. */
function fixInFile(fix: Fix, cell: NotebookCell): Fix | undefined {
  const edits: TextEdit[] = [];
  for (const { start, end, text } of fix.edits) {
    if (!isInOneString({ start, end }, cell)) return undefined;
    edits.push({ ...spanInFile({ start, end }, cell), text: JSON.stringify(text).slice(1, -1) });
  }
  return { ...fix, edits };
}
