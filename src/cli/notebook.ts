import { normalLabel } from '../core/citation/label';
import { DocumentAnalysis } from '../core/document';
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

/**
 * What is found in the Markdown cells of a notebook, each a document by itself, with its places in the file. A note may
 * stand in another cell: Quarto and nbconvert put all cells together.
 */
export function findInNotebook(json: string, find: (text: string) => readonly Finding[]): Finding[] {
  const cells = notebookCells(json).filter(({ type }) => type === 'markdown');
  let labels: Labels | undefined;
  const isElsewhere = ({ code, start, detail }: Finding, { text }: NotebookCell): boolean => {
    if (code !== 'undefinedLabel' && code !== 'unusedDefinition') return false;
    labels ??= labelsIn(cells);
    const name = nameOf(text.startsWith('[^', start), detail);
    return (code === 'undefinedLabel' ? labels.defined : labels.referred).has(name);
  };
  return cells.flatMap(cell =>
    find(cell.text).flatMap(finding => (isElsewhere(finding, cell) ? [] : inFile(finding, cell))),
  );
}

/** Those that some cell defines, and those that some cell refers to without defining them. */
interface Labels {
  readonly defined: ReadonlySet<string>;
  readonly referred: ReadonlySet<string>;
}

function labelsIn(cells: readonly NotebookCell[]): Labels {
  const defined = new Set<string>();
  const referred = new Set<string>();
  for (const { text } of cells) {
    const { document, undefinedReferences } = new DocumentAnalysis(text, 'markdown');
    for (const label of document.footnotes.keys()) defined.add(nameOf(true, label));
    for (const label of document.definitions.keys()) defined.add(nameOf(false, label));
    for (const { kind, label = '' } of undefinedReferences)
      referred.add(nameOf(kind === 'footnoteReference', label));
  }
  return { defined, referred };
}

const nameOf = (isNote: boolean, label: string): string => `${isNote ? '^' : ''}${normalLabel(label)}`;

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
