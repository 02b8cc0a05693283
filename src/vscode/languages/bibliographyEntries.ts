import * as vscode from 'vscode';
import { entryAt } from '../../core/document/entryAt';
import { meaningOf } from '../../core/document/sameMeaning';
import type { KnownLibrary } from '../library/knownLibrary';
import { forBibliographies } from './bibliographyDocuments';
import { rangeIn } from './placesOf';
import { referencesTo } from './references';
import { keyRenamed, type RenameParts } from './rename';

/**
 * Lets the key of an entry be renamed in a bibliography, and tells where it is cited: as its references, and as its
 * definition, for which VS Code shows the references of what is defined where somebody asks.
 */
export function registerEntries(parts: RenameParts & { readonly known: KnownLibrary }): vscode.Disposable {
  const { documents, cited, library } = parts;
  return forBibliographies(selector => {
    const { languages } = vscode;
    return vscode.Disposable.from(
      languages.registerDefinitionProvider(selector, {
        provideDefinition(document, position) {
          const entry = entryIn(document, position);
          return entry && new vscode.Location(document.uri, rangeIn(document, entry));
        },
      }),
      languages.registerReferenceProvider(selector, {
        async provideReferences(document, position, { includeDeclaration }, token) {
          const entry = entryIn(document, position);
          if (!entry) return undefined;
          const known = await parts.known.load();
          const citation = { kind: 'key', key: entry.key, start: 0, end: 0 } as const;
          const [meaning, posts] = [meaningOf(citation, known), known.meantBy(citation)];
          if (!meaning) return undefined;
          const asked = { known, posts, meaning, uri: document.uri, includeDeclaration };
          const found = await referencesTo(asked, documents, cited, token);
          return includeDeclaration
            ? [new vscode.Location(document.uri, rangeIn(document, entry)), ...(found ?? [])]
            : found;
        },
      }),
      languages.registerRenameProvider(selector, {
        prepareRename(document, position) {
          const entry = entryIn(document, position);
          if (!entry) throw new Error(vscode.l10n.t('No citation key is here.'));
          return { range: rangeIn(document, entry), placeholder: entry.key };
        },
        async provideRenameEdits(document, position, to, token) {
          const entry = entryIn(document, position);
          if (!entry) return undefined;
          const known = await parts.known.load();
          return keyRenamed({ document, known, from: entry.key, to }, parts, token);
        },
      }),
    );
  }, library);
}

const entryIn = (document: vscode.TextDocument, position: vscode.Position) =>
  entryAt(document.getText(), document.offsetAt(position));
