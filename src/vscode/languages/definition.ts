import * as vscode from 'vscode';
import type { Span } from '../../core/document';
import { entryPlace } from '../../core/document/entryPlace';
import { frontMatterEnd } from '../../core/document/frontMatterEnd';
import { nameSpan } from '../../core/document/nameSpan';
import { isDefinition, labelName } from '../../core/document/sameMeaning';
import type { OpenLibrary } from '../library/openLibrary';
import { bibliographiesOf } from './bibliographiesOf';
import { citingDocuments } from './citingDocument';
import type { FindCitation } from './foundCitation';
import type { KeyLinks } from './keyLinks';
import { placesOf, rangeIn } from './placesOf';
import { textOf } from './textOf';

/**
 * Leads from a reference to its definition in the document, from a key to the entry in the document's bibliography, and
 * from what has neither to the entry in the library file.
 */
export function registerDefinition(
  find: FindCitation,
  library: OpenLibrary,
  links: KeyLinks,
): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(citingDocuments, {
    async provideDefinition(document, position) {
      const found = await find(document, position);
      if (!found) return undefined;
      const { analysis, citation, posts } = found;
      const { text, citations } = analysis;
      const origin = rangeIn(document, nameSpan(text, citation));
      const name = labelName(citation);
      const defined = name && citations.find(other => isDefinition(other) && labelName(other) === name);
      if (defined) {
        // As VS Code's own Markdown extension gives it, so that what both find is shown once.
        const line = document.lineAt(document.positionAt(defined.start)).range;
        return [{ originSelectionRange: origin, targetUri: document.uri, targetRange: line }];
      }
      // VS Code opens an address that is clicked, and asks for its definition as well.
      const { key, addressSpan } = citation;
      if (addressSpan && rangeIn(document, addressSpan).contains(position)) return undefined;
      const url = key === undefined ? undefined : posts[0]?.url;
      if (url && (await links.isFollowed(url))) return undefined;
      const targets =
        (key !== undefined && (await inBibliography(document, text, key, library))) ||
        (posts[0] && (await inFile(library.uri, posts[0].id))) ||
        undefined;
      return targets && [{ originSelectionRange: origin, ...targets }];
    },
  });
}

type Target = Pick<vscode.LocationLink, 'targetUri' | 'targetRange'>;

/** In the front matter itself, which may hold references, or in a bibliography. */
async function inBibliography(
  document: vscode.TextDocument,
  text: string,
  key: string,
  library: OpenLibrary,
): Promise<Target | undefined> {
  const here = entryPlace(text.slice(0, frontMatterEnd(text)), key);
  if (here) return { targetUri: document.uri, targetRange: rangeIn(document, here) };
  for (const uri of await bibliographiesOf(document.uri, text, library)) {
    const bibliography = (await textOf(uri)) ?? '';
    const place = entryPlace(bibliography, key);
    if (place) return { targetUri: uri, targetRange: placesOf(bibliography)(place) };
  }
  return undefined;
}

/** The beginning of the file where the entry can't be told. */
async function inFile(uri: vscode.Uri, key: string): Promise<Target | undefined> {
  const text = await textOf(uri);
  if (text === undefined) return undefined;
  const place: Span = entryPlace(text, key) ?? { start: 0, end: 0 };
  return { targetUri: uri, targetRange: placesOf(text)(place) };
}
