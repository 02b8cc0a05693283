import type * as vscode from 'vscode';
import type { CitationFormat, Cited, Cluster, WrittenText } from '../../../core/citation';
import type { CslCite } from '../../../core/csl';
import type { DocumentAnalysis } from '../../../core/document';
import { runSliced } from '../../../core/sliced';
import { dialectOfDocument } from '../../languages/citingDocument';
import { settings } from '../../settings';
import type { CitingContext } from './context';
import { type WayOfCiting, wayOfCiting } from './wayOfCiting';
import { tellWordingFaults } from './wordingFaults';

/** What citing is going to do. */
export interface CitingPlan {
  readonly format: CitationFormat;
  /** Each is of the text that the one before leaves; none without an editor. */
  readonly steps: readonly Cited[];
  readonly written: WrittenText;
}

interface Analysed {
  readonly version: number;
  readonly analysis: DocumentAnalysis;
}

/**
 * The selections of an editor, to cite at; without an editor the clipboard. What it takes is looked up once, for as
 * long as the document stays the same.
 */
export class CitingPlace {
  #analysed: Promise<Analysed> | undefined;
  readonly #ways = new Map<string, Promise<WayOfCiting>>();

  constructor(
    readonly context: CitingContext,
    readonly editor: vscode.TextEditor | undefined,
    /** Whose settings count. */
    readonly uri = editor?.document.uri,
  ) {}

  /**
   * Cites side by side; with the cursor in a citation of posts that are known, adds to that, unless another format is
   * asked for.
   * @throws Error that tells people what is wrong with the citation style, and what to do
   */
  async plan(cites: readonly CslCite[], format?: CitationFormat): Promise<CitingPlan> {
    const core = await import('../../../core/citation');
    const cluster = await this.cluster();
    const way = await this.way(format);
    void tellWordingFaults(this.context, way.wording);
    if (!this.editor) {
      const [first, ...others] = cites;
      const apart = way.csl ? [{ ...first!, others }] : cites;
      const citations = apart.map(({ post, ...more }) =>
        core.renderCitation(post, way.format, { ...way, ...more }),
      );
      const texts = citations.map(({ text }) => text);
      const definitions = citations.flatMap(({ definition = [] }) => definition);
      const citation = core.joinCitations(texts, way.format);
      return { format: way.format, steps: [], written: { citation, definitions } };
    }
    const { document } = this.editor;
    const text = document.getText();
    const dialect = dialectOfDocument(document) ?? 'markdown';
    if (cluster && !format) {
      const [analysis, known] = [(await this.analysis())!, await this.context.known.load()];
      const steps = core.appendSeveral({ ...way, analysis, cluster, cites, known });
      return { format: cluster.format, steps, written: core.writtenText(text, steps, cluster) };
    }
    const spans = cluster ? [{ start: cluster.end, end: cluster.end }] : this.#spans(this.editor);
    const steps = core.citeSeveral({ ...way, document: text, dialect, cites, selections: spans });
    return { format: way.format, steps, written: core.writtenText(text, steps, spans[0]) };
  }

  /** The citation that the one cursor is in, or beside if `isNear`. */
  async cluster({ isNear = false } = {}): Promise<Cluster | undefined> {
    const { editor } = this;
    if (editor?.selections.length !== 1 || !editor.selection.isEmpty) return undefined;
    const analysis = await this.analysis();
    const offset = editor.document.offsetAt(editor.selection.active);
    const offsets = isNear ? [offset, offset - 1, offset + 1] : [offset];
    for (const at of analysis ? offsets : []) {
      if (!analysis!.citations.some(({ start, end, group }) => isIn(group ?? { start, end }, at))) continue;
      const { clusterAt } = await import('../../../core/citation');
      const { wording } = settings(this.uri);
      const cluster = clusterAt(
        analysis!,
        at,
        await this.context.known.load(),
        await this.#styled(),
        wording,
      );
      if (cluster) return cluster;
    }
    return undefined;
  }

  /** How citations are formatted here, where they are. */
  async #styled() {
    if (settings(this.uri).citationFormat !== 'csl') return undefined;
    // A style that can't be used is told when something is to be written with it.
    const { csl, cited } = await this.way().catch((): Partial<WayOfCiting> => ({}));
    return csl && { csl, ...(cited && { cited }) };
  }

  /** Of the document as it is; `undefined` where that cites no posts. */
  async analysis(): Promise<DocumentAnalysis | undefined> {
    const document = this.editor?.document;
    const dialect = document && dialectOfDocument(document);
    if (!dialect) return undefined;
    const known = await this.#analysed;
    if (known?.version === document.version) return known.analysis;
    this.#ways.clear();
    this.#analysed = (async () => {
      const { DocumentAnalysis } = await import('../../../core/document');
      const analysed = {
        version: document.version,
        analysis: new DocumentAnalysis(document.getText(), dialect),
      };
      await runSliced(analysed.analysis.reading());
      return analysed;
    })();
    return (await this.#analysed).analysis;
  }

  async way(format?: CitationFormat): Promise<WayOfCiting> {
    const key = format ?? '';
    const way = this.#ways.get(key) ?? wayOfCiting(this.context, this.uri, () => this.analysis(), format);
    this.#ways.set(key, way);
    return way;
  }

  #spans({ document, selections }: vscode.TextEditor) {
    return selections.map(({ start, end }) => ({
      start: document.offsetAt(start),
      end: document.offsetAt(end),
    }));
  }
}

const isIn = ({ start, end }: { readonly start: number; readonly end: number }, offset: number): boolean =>
  start < offset && offset < end;
