import * as vscode from 'vscode';
import { addressFix } from '../../core/health/addresses';
import { type CheckedLinks, diagnosticOf, type FaultyLink } from './checkedLinks';
import { citingDocuments } from './citingDocument';
import { rangeIn } from './placesOf';

const { l10n } = vscode;
const { QuickFix } = vscode.CodeActionKind;

/** Offers what to do about links that were found dead or moved. */
export function registerLinkActions(links: CheckedLinks): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    citingDocuments,
    {
      provideCodeActions: (document, range) =>
        links.in(document, range).map(link => {
          const action =
            link.fault.kind === 'moved' ? useNew(document, link, link.fault.to) : openArchived(link);
          action.diagnostics = [diagnosticOf(document, link)];
          return action;
        }),
    },
    { providedCodeActionKinds: [QuickFix] },
  );
}

function useNew(document: vscode.TextDocument, link: FaultyLink, to: string): vscode.CodeAction {
  const fragment = /#.*$/.exec(link.address)?.[0] ?? '';
  const address = to.includes('#') ? to : to + fragment;
  const action = new vscode.CodeAction(l10n.t('Change to “{0}”', address), QuickFix);
  const edit = new vscode.WorkspaceEdit();
  for (const { text } of addressFix(link.citation, address).edits)
    edit.replace(document.uri, rangeIn(document, link), text);
  action.edit = edit;
  action.isPreferred = true;
  return action;
}

function openArchived({ address }: FaultyLink): vscode.CodeAction {
  const title = l10n.t('Look for an archived copy at archive.org');
  const action = new vscode.CodeAction(title, QuickFix);
  // As a text, which VS Code does not write out again with other escapes.
  action.command = { command: 'vscode.open', title, arguments: [`https://web.archive.org/web/${address}`] };
  return action;
}
