import * as vscode from 'vscode';
import type { TextEdit } from '../../core/document/textEdit';
import { type Finding, fixText, ignoring } from '../../core/health';
import { fixAll, makingFixes } from '../../core/health/fixAll';
import { runSliced } from '../../core/sliced';
import { numberText } from '../numberText';
import type { CheckedDocument, CheckedDocuments } from './checkedDocuments';
import { citingDocuments } from './citingDocument';
import { diagnosticOf } from './diagnostics';
import { rangeIn } from './placesOf';

const { l10n } = vscode;
const { QuickFix, SourceFixAll } = vscode.CodeActionKind;

const fixAllKind = SourceFixAll.append('byline');

/** Offers what puts a citation right: for the one at the cursor, for all of its kind, and for the whole document. */
export function registerCodeActions(checkedDocuments: CheckedDocuments): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    citingDocuments,
    {
      async provideCodeActions(document, range, { only, triggerKind }, token) {
        // For its light bulb VS Code asks after each key, and again once the document has been checked.
        const isForBulb = !only && triggerKind === vscode.CodeActionTriggerKind.Automatic;
        const checked = isForBulb ? checkedDocuments.last(document) : await checkedDocuments.of(document);
        if (!checked || token.isCancellationRequested) return [];
        const { findings } = checked;
        const isAll = only?.contains(fixAllKind);
        const here = findings.filter(finding => rangeIn(document, finding).intersection(range) !== undefined);
        const codes = new Set((isAll ? serious(findings) : here).map(({ code }) => code));
        await runSliced(makingFixes(findings.filter(({ code }) => codes.has(code))));
        if (token.isCancellationRequested || checkedDocuments.last(document) !== checked) return [];
        if (isAll) return fixingAll(document, findings);
        return here.flatMap(finding => actionsFor(document, checked, finding));
      },
    },
    { providedCodeActionKinds: [QuickFix, fixAllKind] },
  );
}

/** Hints are not told, so they are not mended either unless somebody asks. */
const serious = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity !== 'hint');

function fixingAll(document: vscode.TextDocument, findings: readonly Finding[]): vscode.CodeAction[] {
  const edits = fixAll(serious(findings));
  if (edits.length === 0) return [];
  return [action(l10n.t('Fix all that Byline found'), fixAllKind, document, edits)];
}

function actionsFor(
  document: vscode.TextDocument,
  { analysis, findings }: CheckedDocument,
  finding: Finding,
): vscode.CodeAction[] {
  const diagnostics = [diagnosticOf(document, finding)];
  const actions = finding.fixes.map(fix => {
    const fixing = action(fixText(fix, l10n.t), QuickFix, document, fix.edits);
    fixing.isPreferred = fix.isPreferred === true;
    return fixing;
  });
  if (finding.code === 'unknownKey') actions.push(searching(finding.detail));
  if (finding.code === 'missingInBibliography') actions.push(adding());
  const alike = findings.filter(other => other.code === finding.code && other.fixes[0]?.isPreferred);
  if (alike.length > 1 && finding.fixes[0]?.isPreferred) {
    const title = l10n.t('Fix all {0} of this kind in the document', numberText(alike.length));
    actions.push(action(title, QuickFix, document, fixAll(alike)));
  }
  const ignored = ignoring(analysis, finding.start, finding.code);
  if (ignored) actions.push(action(l10n.t('Ignore this kind here'), QuickFix, document, [ignored]));
  for (const made of actions) made.diagnostics = diagnostics;
  return actions;
}

function action(
  title: string,
  kind: vscode.CodeActionKind,
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
): vscode.CodeAction {
  const made = new vscode.CodeAction(title, kind);
  made.edit = new vscode.WorkspaceEdit();
  made.edit.set(
    document.uri,
    edits.map(edit => new vscode.TextEdit(rangeIn(document, edit), edit.text)),
  );
  return made;
}

/** For what may have been meant: the words that a key is made of. */
function searching(key: string): vscode.CodeAction {
  const words = key.match(/\p{L}+|\p{N}+/gu)?.join(' ') ?? key;
  const title = l10n.t('Search posts for “{0}”', words);
  const made = new vscode.CodeAction(title, QuickFix);
  made.command = { command: 'byline.searchPosts', title, arguments: [words] };
  return made;
}

/** All that the document cites, as Pandoc needs all. */
function adding(): vscode.CodeAction {
  const title = l10n.t('Add the cited posts to the bibliography file');
  const made = new vscode.CodeAction(title, QuickFix);
  made.command = { command: 'byline.addToBibliographyFile', title };
  return made;
}
