import * as vscode from 'vscode';
import type { DocumentCitation, Span } from '../../core/document';
import { markedSpan } from '../../core/document/nameSpan';
import { isDefinition, isMeant, type Meaning, meaningOf } from '../../core/document/sameMeaning';
import type { CitedPosts } from '../library/citedPosts';
import type { AnalysedDocuments } from './analysedDocuments';
import { citingDocuments } from './citingDocument';
import { citingFiles } from './citingFiles';
import type { FindCitation, FoundCitation } from './foundCitation';

/**
 * Finds the citations of the workspace that mean the same post, in whatever form and by whatever address. The ranges are
 * those that VS Code's own Markdown extension gives for links, so that what both find is shown once.
 */
export function registerReferences(
  find: FindCitation,
  documents: AnalysedDocuments,
  cited: CitedPosts,
): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(citingDocuments, {
    async provideReferences(document, position, { includeDeclaration }, token) {
      const found = await find(document, position);
      const meaning = found && meaningOf(found.citation, found.known);
      if (!meaning) return undefined;
      const bracketed = inBrackets(found.analysis.text, found.citation)?.text;
      const asked = { ...found, uri: document.uri, meaning, bracketed, includeDeclaration };
      return referencesTo(asked, documents, cited, token);
    },
  });
}

interface Asked extends Pick<FoundCitation, 'known' | 'posts'> {
  readonly meaning: Meaning;
  /** Where somebody asks: labels hold within one document. */
  readonly uri: vscode.Uri;
  /** What the brackets around the cursor hold. */
  readonly bracketed?: string | undefined;
  readonly includeDeclaration: boolean;
}

/** All citations of the workspace that mean the same; `undefined` once it is cancelled. */
export async function referencesTo(
  { known, posts, meaning, uri: from, bracketed, includeDeclaration }: Asked,
  documents: AnalysedDocuments,
  cited: CitedPosts,
  token: vscode.CancellationToken,
): Promise<vscode.Location[] | undefined> {
  const locations: vscode.Location[] = [];
  for await (const file of citingFiles({ posts, key: meaning.key }, documents, cited)) {
    if (token.isCancellationRequested) return undefined;
    const { uri, text, citations, rangeOf } = file;
    const isSame = String(uri) === String(from);
    for (const citation of citations) {
      if (!includeDeclaration && isDefinition(citation)) continue;
      if (!isMeant(meaning, citation, known, isSame)) continue;
      const group = inBrackets(text, citation);
      const span = group && group.text === bracketed ? group : markedSpan(text, citation);
      locations.push(new vscode.Location(uri, rangeOf(span)));
    }
  }
  return locations;
}

/** What the brackets hold that a key is in: to VS Code's own Markdown extension the label of a link. */
function inBrackets(
  text: string,
  { group }: DocumentCitation,
): (Span & { readonly text: string }) | undefined {
  if (!group) return undefined;
  const [start, end] = [group.start + 1, group.end - 1];
  return { start, end, text: text.slice(start, end) };
}
