import * as vscode from 'vscode';
import { chooseLabel } from '../../core/citation/chooseLabel';
import { definitionEdit } from '../../core/citation/endOfDocument';
import { labelOf, normalLabel } from '../../core/citation/label';
import type { DocumentAnalysis, KnownPosts } from '../../core/document';
import type { MarkdownDocument } from '../../core/document/markdown';
import { lineEnding } from '../../core/document/position';
import type { TypedCitation } from '../../core/document/typedCitation';
import type { Post } from '../../core/post';
import { foldText } from '../../core/text';
import { type WayOfCiting, wayOfCiting } from '../commands/citing/wayOfCiting';
import { settings } from '../settings';
import type { AnalysedDocuments } from './analysedDocuments';
import type { PostItem } from './completion';
import { rangeIn } from './placesOf';
import { postLabel } from './postLabel';
import type { LanguageParts } from './registerLanguages';

const { l10n } = vscode;

/** Characters of a note that are shown. */
const shown = 100;

/** Notes that are written in a CSL style at once, each of which takes some milliseconds. */
const mostStyled = 8;

/** The footnotes that the document has and that match what is typed, then those of posts that it doesn't have. */
export async function footnoteItems(
  document: vscode.TextDocument,
  position: vscode.Position,
  { query, closing }: TypedCitation,
  posts: readonly Post[],
  parts: LanguageParts,
  documents: AnalysedDocuments,
): Promise<PostItem[]> {
  const known = await parts.known.load();
  const analysis = documents.of(document)!;
  const meant = postsOfNotes(analysis, known);
  const format = settings(document.uri).citationFormat === 'csl' ? 'csl' : 'footnote';
  const isHit = new Set(posts.map(({ id }) => id));
  const isNamed = matching(query);
  const defined = [...analysis.document.footnotes.values()].flatMap(note => {
    const { label } = note;
    const post = meant.get(normalLabel(label));
    const text = noteText(analysis.text, note);
    if (!isNamed(`${label} ${text}`) && !(query.trim() && post && isHit.has(post.id))) return [];
    return [{ item: definedItem(label, text, post, closing), post }];
  });
  const isListed = new Set(defined.map(({ post }) => post?.id));
  let way: Promise<WayOfCiting> | undefined;
  const wayHere = () => {
    const analysed = () => documents.load(document);
    // A style that can't be used is told where somebody cites by command.
    way ??= wayOfCiting(parts, document.uri, analysed, format).catch(() =>
      wayOfCiting(parts, document.uri, analysed, 'footnote'),
    );
    return way;
  };
  const others = posts
    .filter(({ id }) => !isListed.has(id))
    .map(post => {
      const { label, isDefined } = chooseLabel(withNotesOf(post, analysis.document, meant), post, 'footnote');
      const item = new vscode.CompletionItem(postLabel(post), vscode.CompletionItemKind.Reference);
      const complete = async () => {
        const { renderCitation } = await import('../../core/citation');
        const way = await wayHere();
        const isNote = way.format === 'footnote' || way.csl?.kind === 'note';
        const { document: read, dialect, text } = documents.of(document)!;
        const rendered = renderCitation(post, isNote ? way.format : 'footnote', { ...way, label, dialect });
        const { start, end, text: newText } = definitionEdit(read, rendered.definition!, lineEnding(text));
        return {
          detail: rendered.definition!,
          additionalTextEdits: [vscode.TextEdit.replace(rangeIn(document, { start, end }), newText)],
        };
      };
      return Object.assign(item, { post, insertText: label + closing, ...(isDefined ? {} : { complete }) });
    });
  const isAtEnd = document.offsetAt(position) === analysis.text.length;
  const offered = isAtEnd && (await wayHere()).csl ? others.slice(0, mostStyled) : others;
  if (isAtEnd) await Promise.all(offered.map(writtenAtEnd));
  return [...defined.map(({ item }) => item), ...offered];
}

/** What VS Code adds at the cursor itself would come before the label, so it goes with that. */
async function writtenAtEnd(item: PostItem): Promise<void> {
  const { detail, additionalTextEdits = [] } = (await item.complete?.()) ?? {};
  const label = new vscode.SnippetString().appendText(String(item.insertText)).appendTabstop(0);
  item.insertText = additionalTextEdits.reduce((text, edit) => text.appendText(edit.newText), label);
  item.keepWhitespace = true;
  if (detail) item.detail = detail;
  delete item.complete;
}

function definedItem(label: string, text: string, post: Post | undefined, closing: string): PostItem {
  const here = l10n.t('in this document');
  const shownLabel = post ? postLabel(post, here) : { label, detail: `  ${text}`, description: here };
  const item = new vscode.CompletionItem(shownLabel, vscode.CompletionItemKind.Reference);
  return Object.assign(item, { post, insertText: label + closing, detail: `[^${label}]: ${text}` });
}

/** By normalised label, the first post that each note cites. */
function postsOfNotes({ citations }: DocumentAnalysis, known: KnownPosts): ReadonlyMap<string, Post> {
  const posts = new Map<string, Post>();
  let note = { end: 0, label: '' };
  for (const citation of citations) {
    const { kind, label = '', start, end } = citation;
    if (kind === 'footnoteDefinition') note = { end, label: normalLabel(label) };
    else if (start >= note.end) continue;
    const [post] = known.meantBy(citation);
    if (post && !posts.has(note.label)) posts.set(note.label, post);
  }
  return posts;
}

/** With those of its footnotes only that may have to do with a post: to look through all for each post takes long. */
function withNotesOf(
  { id }: Post,
  document: MarkdownDocument,
  meant: ReadonlyMap<string, Post>,
): MarkdownDocument {
  const own = normalLabel(labelOf(id));
  const notes = [...document.footnotes].filter(
    ([label]) => label.startsWith(own) || meant.get(label)?.id === id,
  );
  return { ...document, footnotes: new Map(notes) };
}

function noteText(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const note = text.slice(start, Math.min(end, start + 4 * shown)).replace(/^\s*\[\^[^\]]*\]:/, '');
  const line = note.replace(/\s+/gu, ' ').trim();
  return line.length > shown ? `${line.slice(0, shown)}…` : line;
}

/** Whether a text has all that is typed. */
function matching(query: string): (text: string) => boolean {
  const words = foldText(query).split(/\s+/u).filter(Boolean);
  return text => {
    const folded = foldText(text);
    return words.every(word => folded.includes(word));
  };
}
