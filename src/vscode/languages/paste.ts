import * as vscode from 'vscode';
import type { KnownPosts } from '../../core/document';
import type { AnalysedDocuments } from './analysedDocuments';
import { type CitationEdit, type CitingParts, chosen, citationEdit, citationKind } from './citationEdit';
import { addressIn, citeOfAddress } from './citedAddress';
import { citingDocuments } from './citingDocument';
import { isProse } from './isProse';
import type { LanguageParts } from './registerLanguages';

const { DocumentDropOrPasteEditKind, l10n, workspace } = vscode;

/** Milliseconds that pasting waits for the library to be read, which the first paste may cause. */
const patience = 1000;

const mimeTypes = ['text/plain', 'text/uri-list'];

/** Offers to paste the address of a known post as its citation. */
export function registerPaste(parts: LanguageParts, documents: AnalysedDocuments): vscode.Disposable {
  const metadata = { providedPasteEditKinds: [citationKind], pasteMimeTypes: mimeTypes };
  const provider = pasteProvider(parts, documents);
  return vscode.languages.registerDocumentPasteEditProvider(citingDocuments, provider, metadata);
}

export function pasteProvider(
  parts: CitingParts,
  documents: AnalysedDocuments,
): vscode.DocumentPasteEditProvider<vscode.DocumentPasteEdit & CitationEdit> {
  return {
    async provideDocumentPasteEdits(document, ranges, data, _, token) {
      const address = await pastedAddress(data);
      if (!address || !ranges.every(range => isReplaceable(document, range))) return undefined;
      const known = await within(patience, parts.known.load());
      const cite = known && citeOfAddress(address, known);
      if (!cite || token.isCancellationRequested) return undefined;
      const analysis = await documents.load(document);
      const spans = ranges.map(({ start, end }) => ({
        start: document.offsetAt(start),
        end: document.offsetAt(end),
      }));
      const isText = (offset: number) => isProse(analysis!, offset, false);
      if (!analysis || !spans.every(({ start, end }) => isText(start) && isText(end))) return undefined;
      const citation = await citationEdit(document, [cite], spans, parts, documents);
      if (!citation) return undefined;
      const edit = new vscode.DocumentPasteEdit('', l10n.t('Insert Citation'), citationKind);
      const yieldTo = prefersText(document) && { yieldTo: [DocumentDropOrPasteEditKind.Text] };
      return [Object.assign(edit, citation, yieldTo)];
    },
    resolveDocumentPasteEdit: edit => chosen(edit, parts),
  };
}

async function pastedAddress(data: vscode.DataTransfer): Promise<string | undefined> {
  for (const type of mimeTypes) {
    const address = addressIn((await data.get(type)?.asString()) ?? '');
    if (address) return address;
  }
  return undefined;
}

/** Whether what a range holds may become the text of a link, and is not where an address belongs. */
function isReplaceable(document: vscode.TextDocument, range: vscode.Range): boolean {
  const { start } = range;
  const before = document.lineAt(start).text.slice(0, start.character);
  if (/(?:\]\(\s*|\]:\s*|=\s*["']?|<)$/.test(before.slice(-64))) return false;
  return range.isEmpty || !/https?:|www\.|[[\]<>]|\n\s*\n/i.test(document.getText(range));
}

/** Whoever wants no links made of addresses, or sees no way back to the text after a paste, asks for a citation. */
function prefersText({ uri, languageId }: vscode.TextDocument): boolean {
  const scope = { uri, languageId };
  const links = workspace.getConfiguration('markdown.editor.pasteUrlAsFormattedLink', scope).get('enabled');
  const selector = workspace.getConfiguration('editor.pasteAs', scope).get('showPasteSelector');
  return links === 'never' || selector === 'never';
}

/** `undefined` where it takes longer. */
async function within(milliseconds: number, known: Promise<KnownPosts>): Promise<KnownPosts | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  return Promise.race([known, late]).finally(() => clearTimeout(timer));
}
