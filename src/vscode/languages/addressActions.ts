import * as vscode from 'vscode';
import { citingDocuments } from './citingDocument';
import type { FindCitation } from './foundCitation';

/** Offers to add what an address shows to the library; asked for by hand, so that no light bulb stands at each link. */
export function registerAddressActions(find: FindCitation): vscode.Disposable {
  const kind = vscode.CodeActionKind.QuickFix;
  return vscode.languages.registerCodeActionsProvider(
    citingDocuments,
    {
      async provideCodeActions(document, range, { triggerKind }) {
        if (triggerKind !== vscode.CodeActionTriggerKind.Invoke) return undefined;
        const found = await find(document, range.start);
        const { address = '' } = found?.citation ?? {};
        if (!found || found.posts.length > 0 || !/^https?:/i.test(address)) return undefined;
        const title = vscode.l10n.t('Add to Byline…');
        const action = new vscode.CodeAction(title, kind);
        action.command = { title, command: 'byline.addSource', arguments: [address] };
        return [action];
      },
    },
    { providedCodeActionKinds: [kind] },
  );
}
