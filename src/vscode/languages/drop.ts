import * as vscode from 'vscode';
import type { CslCite } from '../../core/csl';
import { postsMimeType } from '../views/postsDrag';
import type { AnalysedDocuments } from './analysedDocuments';
import { type CitationEdit, type CitingParts, chosen, citationEdit, citationKind } from './citationEdit';
import { addressIn, citeOfAddress } from './citedAddress';
import { citingDocuments } from './citingDocument';
import { isProse } from './isProse';
import type { LanguageParts } from './registerLanguages';

/** Cites posts that are dropped: rows of the Posts view, and addresses of known posts. */
export function registerDrop(parts: LanguageParts, documents: AnalysedDocuments): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider(citingDocuments, dropProvider(parts, documents), {
    providedDropEditKinds: [citationKind],
    dropMimeTypes: [postsMimeType, 'text/uri-list', 'text/plain'],
  });
}

export function dropProvider(
  parts: CitingParts,
  documents: AnalysedDocuments,
): vscode.DocumentDropEditProvider<vscode.DocumentDropEdit & CitationEdit> {
  return {
    async provideDocumentDropEdits(document, position, data, token) {
      const offset = document.offsetAt(position);
      const cites = (await draggedPosts(data, parts)) ?? (await draggedAddresses(data, parts));
      const analysis = cites.length > 0 && (await documents.load(document));
      if (!analysis || token.isCancellationRequested) return undefined;
      // Posts are cited wherever they are dropped; an address may be meant as what it is.
      if (!data.get(postsMimeType) && !isProse(analysis, offset, false)) return undefined;
      const selections = [{ start: offset, end: offset }];
      const citation = await citationEdit(document, cites, selections, parts, documents);
      if (!citation) return undefined;
      const edit = new vscode.DocumentDropEdit('', vscode.l10n.t('Insert Citation'), citationKind);
      return Object.assign(edit, citation);
    },
    resolveDocumentDropEdit: edit => chosen(edit, parts),
  };
}

/** `undefined` where nothing comes from the Posts view. */
async function draggedPosts(
  data: vscode.DataTransfer,
  { library }: CitingParts,
): Promise<readonly CslCite[] | undefined> {
  const keys = await data.get(postsMimeType)?.asString();
  if (keys === undefined) return undefined;
  await library.load();
  const parsed: unknown = JSON.parse(keys);
  return Array.isArray(parsed) ? parsed.flatMap(id => library.post(id) ?? []).map(post => ({ post })) : [];
}

/** Empty unless all that is dropped are addresses of known posts. */
async function draggedAddresses(
  data: vscode.DataTransfer,
  { known }: CitingParts,
): Promise<readonly CslCite[]> {
  const text = (await (data.get('text/uri-list') ?? data.get('text/plain'))?.asString()) ?? '';
  // RFC 2483: lines that begin with "#" are comments.
  const lines = text.split(/[\r\n]+/).filter(line => line.trim() && !line.startsWith('#'));
  const addresses = lines.map(addressIn);
  if (addresses.length === 0 || addresses.includes(undefined)) return [];
  const posts = await known.load();
  const cites = addresses.map(address => citeOfAddress(address!, posts));
  return cites.every(cite => cite !== undefined) ? cites : [];
}
