import * as vscode from 'vscode';
import { renumberFootnotes } from '../../../core/bibliography/renumberFootnotes';
import { dialectOfDocument } from '../../languages/citingDocument';
import type { CitingContext } from '../citing/context';
import { editDocument, tellDone } from './editDocument';

/** Numbers the footnotes of the last editor's document in the order in which a reader meets them. */
export async function renumberNotes({ lastEditor }: CitingContext): Promise<void> {
  const document = (await lastEditor.show())?.document;
  if (!document) return;
  const edits = renumberFootnotes(document.getText(), dialectOfDocument(document) ?? 'markdown');
  if (edits.length > 0) await editDocument(document, edits);
  else tellDone(vscode.l10n.t('The footnotes are numbered in order.'));
}
