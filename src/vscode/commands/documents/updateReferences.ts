import * as vscode from 'vscode';
import { type BibliographyFault, mayHaveBibliography } from '../../../core/bibliography/bibliographyBlocks';
import { bibliographyFaultText } from '../../../core/bibliography/faultText';
import { updateBibliography } from '../../../core/bibliography/updateBibliography';
import { dialectOfDocument } from '../../languages/citingDocument';
import { settings } from '../../settings';
import type { CitingContext } from '../citing/context';
import { tellOfStyle } from '../citing/wayOfCiting';
import { editDocument, tellDone, vscodeEdits } from './editDocument';

const { l10n } = vscode;

/** Milliseconds; VS Code saves after 1.75 s without, and asks no more whoever keeps it waiting often. */
const patience = 1200;

/** Brings the list of references of the last editor's document up to date; one that has none gets one at its end. */
export async function updateReferences(context: CitingContext): Promise<void> {
  const document = (await context.lastEditor.show())?.document;
  if (!document) return;
  try {
    const { edits, faults } = await update(context, document, true);
    if (faults[0]) await tellFault(document, faults[0]);
    else if (edits.length === 0) tellDone(l10n.t('The references are up to date.'));
    else await editDocument(document, edits);
  } catch (error) {
    await tellOfStyle(error);
  }
}

/** The edits that bring a document's list of references up to date while it is saved; none where it has no list. */
export async function editsOnSave(
  context: CitingContext,
  document: vscode.TextDocument,
): Promise<vscode.TextEdit[]> {
  if (!settings(document.uri).bibliography.updateOnSave || !mayHaveBibliography(document.getText()))
    return [];
  const { version } = document;
  const tooLate = new Promise<undefined>(resolve => setTimeout(resolve, patience));
  try {
    const updated = await Promise.race([update(context, document, false), tooLate]);
    if (!updated || document.version !== version) return [];
    if (updated.faults[0]) tellDone(`$(warning) ${faultText(document, updated.faults[0])}`);
    return vscodeEdits(document, updated.edits);
  } catch (error) {
    // Saving goes on, and without a message that keeps coming back.
    context.library.log.error(error instanceof Error ? error : String(error));
    tellDone(`$(warning) ${l10n.t('The references were not updated: the citation style cannot be used.')}`);
    return [];
  }
}

async function update({ styles, known }: CitingContext, document: vscode.TextDocument, add: boolean) {
  const [formatter, posts] = await Promise.all([styles.formatterFor(document.uri), known.load()]);
  const dialect = dialectOfDocument(document) ?? 'markdown';
  return updateBibliography(document.getText(), dialect, posts, formatter, { add });
}

async function tellFault(document: vscode.TextDocument, fault: BibliographyFault): Promise<void> {
  const show = l10n.t('Show');
  const choice = await vscode.window.showWarningMessage(faultText(document, fault), show);
  if (choice === show) {
    const selection = new vscode.Range(document.positionAt(fault.start), document.positionAt(fault.end));
    await vscode.window.showTextDocument(document, { selection });
  }
}

function faultText(document: vscode.TextDocument, fault: BibliographyFault): string {
  const line = document.positionAt(fault.start).line + 1;
  return l10n.t('The references were not updated, line {0}: {1}', line, bibliographyFaultText(fault, l10n.t));
}
