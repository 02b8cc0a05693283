import type { MarkdownIt } from 'markdown-it';
import type * as vscode from 'vscode';
import { attempt } from '../attempt';
import type { CitationStyles } from '../cslFormatter';
import type { KnownLibrary } from '../library/knownLibrary';
import type { OpenLibrary } from '../library/openLibrary';

/** What previews of citations are made of. */
export interface PreviewParts {
  readonly library: OpenLibrary;
  readonly known: KnownLibrary;
  readonly styles: CitationStyles;
}

/** Shows citations in VS Code's Markdown preview; what that takes is loaded with the first document that may have one. */
export class MarkdownPreview implements vscode.Disposable {
  readonly #waiting: MarkdownIt[] = [];
  #citations: Promise<void> | undefined;
  #loaded: import('.').PreviewedCitations | undefined;

  constructor(private readonly parts: PreviewParts) {}

  /** VS Code's Markdown extension asks for it when it makes its `markdown-it`, and takes no promise. */
  extendMarkdownIt(md: MarkdownIt): MarkdownIt {
    if (this.#loaded) {
      this.#loaded.extend(md);
      return md;
    }
    this.#waiting.push(md);
    md.core.ruler.push('byline', ({ src }) => {
      if (!this.#citations && mayCite.test(src)) attempt(this.parts.library.log, () => this.#load());
    });
    return md;
  }

  dispose(): void {
    this.#loaded?.dispose();
  }

  #load(): Promise<void> {
    this.#citations ??= import('../preview').then(async ({ PreviewedCitations }) => {
      const loaded = new PreviewedCitations(this.parts);
      // Without it the preview shows what is wrong when it asks.
      await loaded.prepare().catch(error => this.parts.library.log.error(error));
      this.#loaded = loaded;
      for (const md of this.#waiting.splice(0)) loaded.extend(md);
      loaded.refresh();
    });
    return this.#citations;
  }
}

/** A key of Pandoc's, or what looks like one; `@*` in front matter. */
const mayCite = /(?:^|[^\p{L}\p{N}])@[\p{L}\p{N}_{*]/u;
