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

/** Milliseconds. After 1.75 s VS Code saves without them, and stops asking extensions that are often late. */
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

/** Documents that are saved once more because their list of references was late. */
const savedAgain = new WeakSet<vscode.TextDocument>();
/** Stops the update that a document's last saving began. */
const underWay = new WeakMap<vscode.TextDocument, AbortController>();

/**
 * The edits that bring a document's list of references up to date while it is saved; none where it has no list. A long
 * list that is not ready in time is written behind the saving, and saved, unless somebody goes on typing: who types
 * saves again, and then it takes little time.
 */
export async function editsOnSave(
  context: CitingContext,
  document: vscode.TextDocument,
): Promise<vscode.TextEdit[]> {
  const { updateOnSave } = settings(document.uri).bibliography;
  if (!updateOnSave || !mayHaveBibliography(document.getText()) || savedAgain.has(document)) return [];
  underWay.get(document)?.abort();
  const stop = new AbortController();
  underWay.set(document, stop);
  const { version } = document;
  try {
    const updating = update(context, document, { signal: stop.signal });
    const tooLate = new Promise<undefined>(resolve => setTimeout(resolve, patience));
    const updated = await Promise.race([updating, tooLate]);
    if (!updated || document.version !== version) {
      updating.catch(() => undefined);
      afterSaving(document, () => updateSaved(context, document, stop.signal));
      return [];
    }
    tellNotices(document, updated);
    return vscodeEdits(document, updated.edits);
  } catch (error) {
    tellFailure(context, stop.signal, error);
    return [];
  }
}

function afterSaving(document: vscode.TextDocument, act: () => Promise<void>): void {
  const listener = vscode.workspace.onDidSaveTextDocument(saved => {
    if (saved !== document) return;
    listener.dispose();
    void act();
  });
}

async function updateSaved(
  context: CitingContext,
  document: vscode.TextDocument,
  signal: AbortSignal,
): Promise<void> {
  try {
    const { version } = document;
    const updated = await update(context, document, { signal });
    if (document.version !== version || document.isDirty || document.isClosed) return;
    tellNotices(document, updated);
    if (updated.edits.length === 0) return;
    await editDocument(document, updated.edits);
    savedAgain.add(document);
    await document.save();
  } catch (error) {
    tellFailure(context, signal, error);
  } finally {
    savedAgain.delete(document);
  }
}

function tellNotices(document: vscode.TextDocument, { faults, notices }: BibliographyUpdate): void {
  if (faults[0]) tellDone(`$(warning) ${faultText(document, faults[0])}`);
  else if (notices[0]) tellDone(`$(warning) ${noticeText(document, notices[0])}`);
}

/** Saving goes on, and without a message that keeps coming back. */
function tellFailure({ library }: CitingContext, { aborted }: AbortSignal, error: unknown): void {
  if (aborted) return;
  library.log.error(error instanceof Error ? error : String(error));
  tellDone(`$(warning) ${l10n.t('The references were not updated: the citation style cannot be used.')}`);
}

interface UpdateOptions {
  readonly add?: boolean;
  readonly signal?: AbortSignal;
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: for the posts of one long document citeproc forgets those of another. */
function update(...request: Parameters<typeof updateNow>): Promise<BibliographyUpdate> {
  const updating = last.then(() => updateNow(...request));
  last = updating.catch(() => undefined);
  return updating;
}

async function updateNow(
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
