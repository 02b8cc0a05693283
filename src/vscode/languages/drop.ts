import * as vscode from 'vscode';
import type { CslCite } from '../../core/csl';
import { postsMimeType } from '../views/postsDrag';
import type { AnalysedDocuments } from './analysedDocuments';
import { citationEdit, citationKind } from './citationEdit';
import { addressIn, citeOfAddress } from './citedAddress';
import { citingDocuments } from './citingDocument';
import { isProse } from './isProse';
import type { LanguageParts } from './registerLanguages';

/** Cites posts that are dropped: rows of the Posts view, and addresses of known posts. */
export function registerDrop(parts: LanguageParts, documents: AnalysedDocuments): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider(
    citingDocuments,
    {
      async provideDocumentDropEdits(document, position, data, token) {
        const offset = document.offsetAt(position);
        const cites = (await postsIn(data, parts)) ?? (await addressed(document, offset));
        if (cites.length === 0 || token.isCancellationRequested) return undefined;
        const selections = [{ start: offset, end: offset }];
        const additionalEdit = await citationEdit(document, cites, selections, parts, documents);
        if (!additionalEdit) return undefined;
        const title = vscode.l10n.t('Insert Citation');
        return Object.assign(new vscode.DocumentDropEdit('', title, citationKind), { additionalEdit });

        async function addressed(document: vscode.TextDocument, offset: number): Promise<readonly CslCite[]> {
          const addresses = await addressesIn(data);
          const analysis = addresses && (await documents.load(document));
          if (!analysis || !isProse(analysis, offset)) return [];
          const known = await parts.known.load();
          const cites = addresses.map(address => citeOfAddress(address, known));
          return cites.every(cite => cite !== undefined) ? cites : [];
        }
      },
    },
    {
      providedDropEditKinds: [citationKind],
      dropMimeTypes: [postsMimeType, 'text/uri-list', 'text/plain'],
    },
  );
}

/** The posts that were dragged out of the Posts view. */
async function postsIn(
  data: vscode.DataTransfer,
  { library }: LanguageParts,
): Promise<readonly CslCite[] | undefined> {
  const ids = await data.get(postsMimeType)?.asString();
  if (ids === undefined) return undefined;
  await library.load();
  const parsed: unknown = JSON.parse(ids);
  return Array.isArray(parsed) ? parsed.flatMap(id => library.post(id) ?? []).map(post => ({ post })) : [];
}

/** `undefined` unless all that was dropped are addresses of the web. */
async function addressesIn(data: vscode.DataTransfer): Promise<readonly string[] | undefined> {
  const text = (await (data.get('text/uri-list') ?? data.get('text/plain'))?.asString()) ?? '';
  const lines = text.split(/[\r\n]+/).filter(line => line.trim() && !line.startsWith('#'));
  const addresses = lines.flatMap(line => addressIn(line) ?? []);
  return addresses.length > 0 && addresses.length === lines.length ? addresses : undefined;
}
