import * as vscode from 'vscode';
import { type BibliographyFault, mayHaveBibliography } from '../../../core/bibliography/bibliographyBlocks';
import { bibliographyFaultText, bibliographyNoticeText } from '../../../core/bibliography/faultText';
import {
  type BibliographyNotice,
  type BibliographyUpdate,
  updatingBibliography,
} from '../../../core/bibliography/updateBibliography';
import type { CslFormatter } from '../../../core/csl/formatter';
import type { Span } from '../../../core/document/citationsIn';
import { runSliced } from '../../../core/sliced';
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
    const { version } = document;
    const { edits, faults, notices } = await update(context, document, { add: true });
    if (document.version !== version) return await updateReferences(context);
    if (faults[0]) return await tellFault(document, faults[0], faultText(document, faults[0]));
    if (edits.length > 0) await editDocument(document, edits);
    else if (!notices[0]) tellDone(l10n.t('The references are up to date.'));
    if (notices[0] && edits.length === 0) {
      await tellFault(document, notices[0], noticeText(document, notices[0]));
    } else if (notices[0]) tellDone(`$(warning) ${noticeText(document, notices[0])}`);
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
  const stop = new AbortController();
  const tooLate = new Promise<undefined>(resolve => setTimeout(resolve, patience)).finally(() =>
    stop.abort(),
  );
  try {
    const updating = update(context, document, { signal: stop.signal }).catch((error: unknown) => {
      if (!stop.signal.aborted) throw error;
      return undefined;
    });
    const updated = await Promise.race([updating, tooLate]);
    if (!updated || document.version !== version) return [];
    if (updated.faults[0]) tellDone(`$(warning) ${faultText(document, updated.faults[0])}`);
    else if (updated.notices[0]) tellDone(`$(warning) ${noticeText(document, updated.notices[0])}`);
    return vscodeEdits(document, updated.edits);
  } catch (error) {
    // Saving goes on, and without a message that keeps coming back.
    context.library.log.error(error instanceof Error ? error : String(error));
    tellDone(`$(warning) ${l10n.t('The references were not updated: the citation style cannot be used.')}`);
    return [];
  }
}

interface UpdateOptions {
  readonly add?: boolean;
  readonly signal?: AbortSignal;
}

async function update(
  { styles, known }: CitingContext,
  document: vscode.TextDocument,
  { add = false, signal }: UpdateOptions,
): Promise<BibliographyUpdate> {
  const [formatter, posts] = await Promise.all([styles.formatterFor(document.uri), known.load()]);
  const dialect = dialectOfDocument(document) ?? 'markdown';
  const text = document.getText();
  const run = (formers: readonly CslFormatter[] = []) =>
    runSliced(updatingBibliography(text, dialect, posts, formatter, { add, formers }), { signal });
  const updated = await run();
  const isMixed = formatter.kind !== 'note' && updated.notices.some(({ code }) => code === 'otherStyle');
  return isMixed ? run(await styles.formersFor(document.uri)) : updated;
}

async function tellFault(document: vscode.TextDocument, place: Span, text: string): Promise<void> {
  const show = l10n.t('Show');
  const choice = await vscode.window.showWarningMessage(text, show);
  if (choice === show) {
    const selection = new vscode.Range(document.positionAt(place.start), document.positionAt(place.end));
    await vscode.window.showTextDocument(document, { selection });
  }
}

function faultText(document: vscode.TextDocument, fault: BibliographyFault): string {
  const line = document.positionAt(fault.start).line + 1;
  return l10n.t('The references were not updated, line {0}: {1}', line, bibliographyFaultText(fault, l10n.t));
}

function noticeText(document: vscode.TextDocument, notice: BibliographyNotice): string {
  const line = document.positionAt(notice.start).line + 1;
  return l10n.t('Line {0}: {1}', line, bibliographyNoticeText(notice, l10n.t));
}
