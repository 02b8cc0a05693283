import * as vscode from 'vscode';
import type { KnownPosts } from '../../core/document';
import { entryPlace } from '../../core/document/entryPlace';
import { frontMatterEnd } from '../../core/document/frontMatterEnd';
import { nameSpan } from '../../core/document/nameSpan';
import {
  isFreeFootnote,
  isKey,
  keyOf,
  labelInTheWay,
  renameFootnote,
  renameKey,
} from '../../core/document/renameKey';
import type { CitedPosts } from '../library/citedPosts';
import type { OpenLibrary } from '../library/openLibrary';
import { plainMessage } from '../views/postText';
import type { AnalysedDocuments } from './analysedDocuments';
import { bibliographiesOf } from './bibliographiesOf';
import { citingDocuments, dialectOfDocument } from './citingDocument';
import { citingFiles } from './citingFiles';
import type { CitingFile } from './citingParts';
import type { FindCitation, FoundCitation } from './foundCitation';
import { placesOf, rangeIn } from './placesOf';
import type { KeyChange, RenamedPosts } from './renamedPosts';
import { textOf } from './textOf';

const { l10n } = vscode;

/** What is renamed in. */
export interface RenameParts {
  readonly documents: AnalysedDocuments;
  readonly cited: CitedPosts;
  readonly library: OpenLibrary;
  readonly renamed: RenamedPosts;
}

type Parts = RenameParts & { readonly find: FindCitation };

/**
 * Renames the key of a post, or one that no post has, in all documents, in their bibliographies and in the library; and
 * the labels of footnotes in their document. What cannot be done is told and changes nothing: a provider that refused
 * would hand over to VS Code's own, which takes `[@key]` and `[^1]` for links without definition.
 */
export function registerRename(parts: Parts): vscode.Disposable {
  return vscode.languages.registerRenameProvider(citingDocuments, {
    async prepareRename(document, position) {
      const { analysis, citation, known } = await nameAt(parts.find, document, position);
      const range = rangeIn(document, nameSpan(analysis.text, citation));
      return { range, placeholder: keyOf(citation, known) ?? citation.label! };
    },

    async provideRenameEdits(document, position, newName, token) {
      const found = await nameAt(parts.find, document, position);
      const from = keyOf(found.citation, found.known);
      const to = written(newName);
      return from === undefined
        ? orTold(async () => footnoteRenamed(document, found, to))
        : keyRenamed({ document, known: found.known, from, to }, parts, token);
    },
  });
}

const written = (name: string) => name.trim().replace(/^[@^]/, '');

/** Why a name is not taken. */
class Refusal extends Error {}

/** No edits where the name is refused, which is told. */
async function orTold(edits: () => Promise<vscode.WorkspaceEdit>): Promise<vscode.WorkspaceEdit> {
  try {
    return await edits();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    void vscode.window.showErrorMessage(plainMessage(error.message));
    return new vscode.WorkspaceEdit();
  }
}

/** @throws Error where neither a key nor a footnote's label is: the labels of links are VS Code's to rename. */
async function nameAt(
  find: FindCitation,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<FoundCitation> {
  const found = await find(document, position);
  const { key, kind } = found?.citation ?? {};
  const isFootnote = kind === 'footnoteReference' || kind === 'footnoteDefinition';
  const isOnLabel = () =>
    rangeIn(document, nameSpan(found!.analysis.text, found!.citation)).contains(position);
  if (!found || !(key !== undefined || (isFootnote && isOnLabel()))) {
    throw new Error(l10n.t('No citation key is here.'));
  }
  return found;
}

function footnoteRenamed(
  document: vscode.TextDocument,
  { analysis: { citations }, citation }: FoundCitation,
  to: string,
): vscode.WorkspaceEdit {
  if (!isFreeFootnote(citations, citation, to)) {
    throw new Refusal(l10n.t('“{0}” cannot be the label of this footnote, or is that of another.', to));
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of renameFootnote(citations, citation, to)) {
    edit.replace(document.uri, rangeIn(document, { start, end }), text);
  }
  return edit;
}

interface KeyRequest extends KeyChange {
  /** Where somebody renames: what cites, or a bibliography. */
  readonly document: vscode.TextDocument;
  readonly known: KnownPosts;
}

/** The edits that rename a key wherever it stands; none where the new one is refused, which is told. */
export function keyRenamed(
  request: KeyRequest,
  parts: RenameParts,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit> {
  return orTold(() => renameKeys({ ...request, to: written(request.to) }, parts, token));
}

async function renameKeys(
  { document, known, ...change }: KeyRequest,
  { documents, cited, library, renamed }: RenameParts,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  if (change.to === change.from) return edit;
  refuseBadKey(change, known);
  const post = known.byId(change.from);
  const here = String(document.uri);
  const isCiting = dialectOfDocument(document) !== undefined;
  const bibliographies = new Map(isCiting ? [] : [[here, document.uri]]);
  for await (const file of citingFiles({ posts: post ? [post] : [], key: change.from }, documents, cited)) {
    if (token.isCancellationRequested) return new vscode.WorkspaceEdit();
    if (!renameIn(file, change, known, edit)) continue;
    const uris = await bibliographiesOf(file.uri, file.matter ?? file.text, library);
    for (const uri of uris) bibliographies.set(String(uri), uri);
  }
  // Byline writes CSL-JSON by itself; of another bibliography the entry stays as somebody wrote it.
  const own = String(library.uri);
  const isOwnToWrite = own.endsWith('.json') && own !== here;
  if (isOwnToWrite) bibliographies.delete(own);
  else if (post) bibliographies.set(own, library.uri);
  for (const uri of bibliographies.values()) await renameEntry(uri, change, edit);
  if (post && isOwnToWrite) renamed.expect(document, change);
  return edit;
}

/** @throws Refusal that says what is wrong with the new key. */
function refuseBadKey({ to }: KeyChange, known: KnownPosts): void {
  if (!isKey(to)) {
    throw new Refusal(
      l10n.t(
        '“{0}” cannot be a citation key. A key is made of letters, digits and _, with at most one other sign, such as - or :, between two of them.',
        to,
      ),
    );
  }
  const other = known.byId(to);
  if (other) throw new Refusal(l10n.t('“{0}” is the key of another post: “{1}”.', to, other.title));
}

/** Whether the file says the key. */
function renameIn(
  { uri, text, citations, rangeOf }: CitingFile,
  change: KeyChange,
  known: KnownPosts,
  edit: vscode.WorkspaceEdit,
): boolean {
  const edits = renameKey(text, citations, change, known);
  if (edits.length === 0) return false;
  const inTheWay = labelInTheWay(citations, change, known);
  if (inTheWay !== undefined) {
    const file = vscode.workspace.asRelativePath(uri);
    throw new Refusal(l10n.t('{0} has something else with the label “{1}” already.', file, inTheWay));
  }
  for (const { start, end, text: name } of edits) edit.replace(uri, rangeOf({ start, end }), name);
  const entry = entryPlace(text.slice(0, frontMatterEnd(text)), change.from);
  if (entry) edit.replace(uri, rangeOf(entry), change.to);
  return true;
}

/** @throws Refusal where the bibliography has another entry by the new key. */
async function renameEntry(
  uri: vscode.Uri,
  { from, to }: KeyChange,
  edit: vscode.WorkspaceEdit,
): Promise<void> {
  const text = await textOf(uri);
  const entry = text === undefined ? undefined : entryPlace(text, from);
  if (!entry) return;
  if (entryPlace(text!, to)) {
    const file = vscode.workspace.asRelativePath(uri);
    throw new Refusal(l10n.t('{0} has another entry with the key “{1}” already.', file, to));
  }
  edit.replace(uri, placesOf(text!)(entry), to);
}
