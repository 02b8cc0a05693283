import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { bibliographyBlocks, mayHaveBibliography } from '../../core/bibliography/bibliographyBlocks';
import { citedPosts } from '../../core/bibliography/citedPosts';
import type { BibliographyEntries } from '../../core/bibliography/documentBibliography';
import { frontMatterText, frontMatterValue } from '../../core/bibliography/frontMatterValue';
import type { CslFormatter } from '../../core/csl';
import { DocumentAnalysis, dialectOf, type KnownPosts } from '../../core/document';
import type { Post } from '../../core/post';
import { attempt } from '../attempt';
import { BibliographyKeys } from '../languages/bibliographyKeys';
import { settings } from '../settings';
import { addCitationRule } from './citationRule';
import type { PreviewParts } from './markdownPreview';
import { previewedPosts } from './previewedPosts';
import { Refreshing } from './refreshing';
import { type PreviewPosts, renderCitations } from './renderCitations';
import { SlicedStyle } from './slicedStyle';

type Style = CslFormatter | { readonly fault: string };

/** What VS Code's previews show of citations: what is known when they ask, and then again when that changes. */
export class PreviewedCitations implements vscode.Disposable {
  #known: KnownPosts | undefined;
  /** By the settings that name them. */
  readonly #styles = new Map<string, Style>();
  readonly #keys: BibliographyKeys;
  /** What documents' own bibliographies hold, by their addresses. */
  readonly #own = new Map<string, BibliographyEntries>();
  /** What formats them, by their addresses. */
  readonly #sliced = new Map<string, { readonly style: CslFormatter; readonly by: SlicedStyle }>();
  readonly #refreshing = new Refreshing(() =>
    attempt(this.parts.library.log, () => vscode.commands.executeCommand('markdown.preview.refresh')),
  );
  readonly #listeners: vscode.Disposable;

  constructor(private readonly parts: PreviewParts) {
    this.#keys = new BibliographyKeys(parts.library);
    this.#refreshing.pageBegins(); // the one by which VS Code came here
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidSaveTextDocument(
        ({ uri }) => /\.(?:bib|json|ya?ml|ris)$/.test(uri.path) && this.refresh(),
      ),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#own.delete(String(uri));
        this.#sliced.get(String(uri))?.by.dispose();
        this.#sliced.delete(String(uri));
      }),
      parts.library.onDidChange(() => this.#known && attempt(parts.library.log, () => this.#showChanges())),
      vscode.workspace.onDidChangeConfiguration(
        event => event.affectsConfiguration('byline.csl') && this.refresh(),
      ),
    );
  }

  extend(md: MarkdownIt): void {
    addCitationRule(md);
    renderCitations(md, (env, hasCitations) => this.#postsOf(documentOf(env), hasCitations));
    const { render } = md.renderer;
    md.renderer.render = (tokens, options, env) => {
      if (documentOf(env)) this.#refreshing.rendered();
      return render.call(md.renderer, tokens, options, env);
    };
  }

  /**
   * Learns what the preview of a document in sight is going to ask for, so that it is shown anew once and not twice: of
   * two showings that follow fast VS Code may lose the second.
   */
  async prepare(): Promise<void> {
    const documents = vscode.window.visibleTextEditors.map(({ document }) => document);
    const texts = documents.filter(({ languageId }) => languageId === 'markdown');
    await Promise.all([this.parts.known.load(), ...texts.map(({ uri }) => this.#look(uri))]);
  }

  /** Shows all previews anew. */
  refresh(): void {
    this.#refreshing.refresh();
  }

  dispose(): void {
    this.#refreshing.dispose();
    for (const { by } of this.#sliced.values()) by.dispose();
    this.#listeners.dispose();
  }

  /** Of documents only that cite, or list what they do not cite; what else VS Code renders cites nothing. */
  #postsOf(uri: vscode.Uri | undefined, hasCitations: boolean): PreviewPosts | undefined {
    if (!uri || !(hasCitations || frontMatterValue(textOf(uri), 'nocite'))) return undefined;
    if (!this.#own.has(String(uri))) this.#refreshing.pageBegins();
    attempt(this.parts.library.log, () => this.#renew(uri));
    const known = this.#known;
    const style = this.#styles.get(styleKey(uri));
    if (!known || !style) return undefined;
    const text = textOf(uri);
    const posts = previewedPosts(text, known, this.#own.get(String(uri)));
    return {
      ...posts,
      listed: listedIn(uri, text, known),
      style: 'fault' in style ? style : this.#slicedFor(uri, style),
      heading: frontMatterText(text, 'reference-section-title') ?? vscode.l10n.t('References'),
    };
  }

  #slicedFor(uri: vscode.Uri, style: CslFormatter): SlicedStyle {
    const before = this.#sliced.get(String(uri));
    if (before?.style === style) return before.by;
    before?.by.dispose();
    const by = new SlicedStyle(style, () => this.refresh());
    this.#sliced.set(String(uri), { style, by });
    return by;
  }

  /** The preview is shown as things are; when they turn out to be others, it is shown again. */
  async #renew(uri: vscode.Uri): Promise<void> {
    if (await this.#look(uri)) this.refresh();
  }

  /** @returns whether what is to be shown has changed */
  async #look(uri: vscode.Uri): Promise<boolean> {
    const key = styleKey(uri);
    const [known, style, own] = await Promise.all([
      this.parts.known.load(),
      this.#styleFor(uri),
      this.#keys.of(uri, textOf(uri)),
    ]);
    const entries: BibliographyEntries = own?.entries ?? new Map();
    const isSameOwn = hasSame(entries, this.#own.get(String(uri)));
    if (known === this.#known && isSame(style, this.#styles.get(key)) && isSameOwn) return false;
    this.#known = known;
    this.#styles.set(key, style);
    this.#own.set(String(uri), entries);
    return true;
  }

  async #styleFor(uri: vscode.Uri): Promise<Style> {
    try {
      return await this.parts.styles.formatterFor(uri);
    } catch (error) {
      return { fault: error instanceof Error ? error.message : String(error) };
    }
  }

  async #showChanges(): Promise<void> {
    await this.parts.known.load();
    this.refresh();
  }
}

/** The document that a preview is of; VS Code renders other things too, as of extensions. */
const documentOf = (env: unknown) => (env as { currentDocument?: vscode.Uri } | undefined)?.currentDocument;

const styleKey = (uri: vscode.Uri): string => JSON.stringify(settings(uri).csl);

function isSame(style: Style, other: Style | undefined): boolean {
  return (
    style === other || ('fault' in style && other && 'fault' in other && style.fault === other.fault) === true
  );
}

const hasSame = (entries: BibliographyEntries, others: BibliographyEntries | undefined): boolean =>
  entries === others ||
  (entries.size === others?.size && [...entries].every(([key, entry]) => others.get(key) === entry));

function textOf(uri: vscode.Uri): string {
  const document = vscode.workspace.textDocuments.find(open => String(open.uri) === String(uri));
  return document?.getText() ?? '';
}

/** The posts of the list of references that a document holds; `undefined` where it holds none. */
function listedIn(uri: vscode.Uri, text: string, known: KnownPosts): readonly Post[] | undefined {
  if (!mayHaveBibliography(text)) return undefined;
  const analysis = new DocumentAnalysis(text, dialectOf(uri.path));
  return bibliographyBlocks(analysis).blocks.length > 0 ? citedPosts(analysis, known) : undefined;
}
